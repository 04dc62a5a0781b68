import type { SandboxRequest } from '../http/sandbox-request';
import type { Demand } from '../routes';
import type { Emulator } from './answering';

/** True when the request lacks what its route demands, and gets TikTok's silent refusal. */
export function violatesDemand(emulator: Emulator, request: SandboxRequest): boolean {
  const demand = emulator.demands.of(request.name);
  return demand !== 'none' && DEMANDS[demand].some((fails) => fails(emulator, request));
}

type Check = (emulator: Emulator, request: SandboxRequest) => boolean;

const lacksDevice: Check = (_, { query }) =>
  !/^\d{15,20}$/.test(query.get('device_id') ?? '') || !query.has('aid');

/** Leaving msToken out or empty is fine; inventing one is not. */
const inventedMsToken: Check = ({ tokens }, request) => {
  const sent = msTokenOf(request);
  return sent !== '' && !tokens.isMsToken(sent);
};

const lacksMsToken: Check = ({ switches }, request) =>
  switches.get('ms-token') === 'required' && msTokenOf(request) === '';

const lacksSeal: Check = ({ sealer, seals, switches }, request) => {
  const { rawQuery, query, cookies } = request;
  const sealed = { query: rawQuery, userAgent: request.header('user-agent') };
  if (!sealer.verifySeal(sealed)) return true;
  if (switches.get('seals') === 'lenient') return false;
  return !seals.redeem(query.get('X-Gnarly') ?? '', cookies.get('ttwid') ?? '');
};

const lacksSession: Check = ({ tokens }, { cookies }) =>
  !tokens.isTtwid(cookies.get('ttwid') ?? '');

function msTokenOf({ query, cookies }: SandboxRequest): string {
  return query.get('msToken') || cookies.get('msToken') || '';
}

const SEALED: readonly Check[] = [lacksDevice, inventedMsToken, lacksMsToken, lacksSeal];

const lacksApp: Check = (_, { query }) => !query.has('aid');

const lacksLogin: Check = (_, { cookies }) => (cookies.get('sessionid') ?? '') === '';

const lacksAccessToken: Check = ({ tokens, world }, request) => {
  const sent = /^Bearer +(\S+)$/i.exec(request.header('authorization'))?.[1] ?? '';
  return !tokens.isAccessToken(sent, world.nowSeconds());
};

const DEMANDS: Readonly<Record<Exclude<Demand, 'none'>, readonly Check[]>> = {
  'app-id': [lacksApp, inventedMsToken],
  'device-id': [lacksDevice, inventedMsToken],
  seal: SEALED,
  'seal-and-session': [lacksSession, ...SEALED],
  login: [lacksDevice, inventedMsToken, lacksLogin],
  'access-token': [lacksAccessToken],
  refused: [() => true],
};
