import { jsonReply, withHeader } from '../http/reply';
import { cookieLine, ttwidFor, type Handler } from './answering';

/** `POST /ttwid/check/`: a guest identity without a page. */
export const ttwidCheck: Handler = (emulator, request) => {
  const reply = jsonReply({ status_code: 0, message: 'register success', redirect_url: '' });
  return withHeader(reply, 'set-cookie', [cookieLine('ttwid', ttwidFor(emulator, request))]);
};

/** The endpoint to which the web SDK reports; whatever it is told, it issues an msToken. */
export const sdkReport: Handler = (emulator, request) => {
  const msToken = emulator.tokens.msToken(request.number, 148);
  const reply = withHeader(jsonReply({}), 'set-cookie', [cookieLine('msToken', msToken)]);
  return withHeader(reply, 'x-ms-token', msToken);
};
