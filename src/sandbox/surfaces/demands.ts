import type { SandboxRequest } from '../http/sandbox-request';
import type { Demand } from '../routes';
import type { Emulator } from './answering';

/** The value of `X-Gnarly` that the sandbox takes for a seal. */
export const SANDBOX_SEAL = 'sandbox-seal';

/** True when the request lacks what its route demands, and gets TikTok's silent refusal. */
export function violatesDemand(emulator: Emulator, request: SandboxRequest): boolean {
  const { demand } = request.route;
  return demand !== 'none' && DEMANDS[demand].some((fails) => fails(emulator, request));
}

type Check = (emulator: Emulator, request: SandboxRequest) => boolean;

const lacksDevice: Check = (_, { query }) =>
  !/^\d{15,20}$/.test(query.get('device_id') ?? '') || !query.has('aid');

/** Leaving msToken out or empty is fine; inventing one is not. */
const inventedMsToken: Check = ({ tokens }, { query, cookies }) => {
  const sent = query.get('msToken') || cookies.get('msToken') || '';
  return sent !== '' && !tokens.isMsToken(sent);
};

const lacksSeal: Check = (_, { query }) =>
  (query.get('X-Bogus') ?? '') === '' || query.get('X-Gnarly') !== SANDBOX_SEAL;

const lacksSession: Check = ({ tokens }, { cookies }) =>
  !tokens.isTtwid(cookies.get('ttwid') ?? '');

const DEMANDS: Readonly<Record<Exclude<Demand, 'none'>, readonly Check[]>> = {
  'device-id': [lacksDevice, inventedMsToken],
  seal: [lacksDevice, inventedMsToken, lacksSeal],
  'seal-and-session': [lacksDevice, inventedMsToken, lacksSeal, lacksSession],
};
