import type { ProbeOutcome, ProbeRow } from '../../tiktok';

export interface Advice {
  /** What to do, in a sentence. */
  readonly text: string;
  /** The page that says more. */
  readonly page: string;
}

const distrust =
  'TikTok distrusts this address or this guest: ask less (TIKTOK_MIN_SPACING_MS), from another address (TIKTOK_PROXY_URLS) or with the cookies of a browser (TIKTOK_COOKIE_FILE)';

const refusals: Readonly<Record<string, string>> = {
  overload: 'TikTok sheds load: wait some minutes; other sources answer meanwhile',
  rate_limit: 'TikTok says that it was asked too often: wait, and ask less (TIKTOK_MIN_SPACING_MS)',
  resting: 'The source rests after failures in a row: try again in two minutes',
  login_wall:
    'TikTok wants a login: give the cookies of a browser that is logged in (TIKTOK_COOKIE_FILE)',
};

const advices: Readonly<Record<Exclude<ProbeOutcome, 'works' | 'refused'>, Advice>> = {
  'needs signer': {
    text: 'Set TIKTOK_SIGNER_URL to a signer service if you want this source',
    page: 'docs/sources.md',
  },
  'signer failed': {
    text: 'The signer gave no signature: see that it runs where TIKTOK_SIGNER_URL says',
    page: 'docs/doctor.md#signer-failed',
  },
  changed: {
    text: 'TikTok changed its answer: report it with this line; other sources answer meanwhile',
    page: 'docs/doctor.md#changed',
  },
  unreachable: {
    text: 'Nobody answers: look at the network, the name resolution and the proxies (TIKTOK_PROXY_URLS)',
    page: 'docs/doctor.md#unreachable',
  },
  'no sample': {
    text: 'What was asked for is not there, or not for everybody: name another sample (PROBE_USER, PROBE_POST and so on)',
    page: 'docs/doctor.md#no-sample',
  },
  'not asked': {
    text: 'It hangs on an answer that did not come, or there was no time: mend the others first, and try again',
    page: 'docs/doctor.md#not-asked',
  },
  failed: { text: 'A fault of this server: report it', page: 'docs/doctor.md#failed' },
};

/** What to do about a row; nothing where it works. */
export function adviceFor({ outcome, kind = '', droppedRowCount }: ProbeRow): Advice | undefined {
  if (outcome === 'works') return droppedRowCount === undefined ? undefined : advices.changed;
  if (outcome !== 'refused') return advices[outcome];
  return { text: refusals[kind] ?? distrust, page: 'docs/doctor.md#refused' };
}
