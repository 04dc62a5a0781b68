import { ACCESS_TOKEN_SECONDS } from '../../http/tokens';
import { jsonReply, type Reply } from '../../http/reply';
import type { SandboxRequest } from '../../http/sandbox-request';
import { logIdOf, type Emulator, type Handler } from '../answering';

/** A client key that begins so is nobody's. */
const WRONG = /^wrong/;

/** `POST /v2/oauth/token/`: any key and secret are good, and the errors have no envelope. */
export const researchToken: Handler = (emulator, request) => {
  const form = new URLSearchParams(request.body);
  const problem = problemOf(form);
  if (problem) return refusal(emulator, request, problem);
  return jsonReply({
    access_token: emulator.tokens.accessToken(request.number, emulator.world.nowSeconds()),
    expires_in: ACCESS_TOKEN_SECONDS,
    token_type: 'Bearer',
  });
};

interface Problem {
  error: 'invalid_request' | 'invalid_client' | 'unsupported_grant_type';
  description: string;
}

function problemOf(form: URLSearchParams): Problem | undefined {
  for (const name of ['client_key', 'client_secret', 'grant_type']) {
    if ((form.get(name) ?? '') !== '') continue;
    return { error: 'invalid_request', description: `The ${name} is missing` };
  }
  if (form.get('grant_type') !== 'client_credentials') {
    return { error: 'unsupported_grant_type', description: 'The grant type is not supported' };
  }
  const isWrong = WRONG.test(form.get('client_key') ?? '');
  return isWrong
    ? { error: 'invalid_client', description: 'Client key or secret is incorrect' }
    : undefined;
}

function refusal(emulator: Emulator, request: SandboxRequest, problem: Problem): Reply {
  const { error, description } = problem;
  const body = { error, error_description: description, log_id: logIdOf(emulator, request) };
  return jsonReply(body, Number(emulator.switches.get('token-refusals')));
}
