/** Which of TikTok's front doors a request knocked at. */
export type HostKind = 'www' | 'mobile' | 'short' | 'webcast' | 'sdk' | 'media' | 'open';

const KINDS: Readonly<Record<string, HostKind>> = {
  'www.tiktok.com': 'www',
  'tiktok.com': 'www',
  'm.tiktok.com': 'mobile',
  'vm.tiktok.com': 'short',
  'vt.tiktok.com': 'short',
  'webcast.tiktok.com': 'webcast',
  'tiktokv.com': 'mobile',
  'www.tiktokv.com': 'mobile',
  'open.tiktokapis.com': 'open',
};

const MEDIA_SUFFIXES: readonly string[] = [
  'tiktok.com',
  'tiktokcdn.com',
  'tiktokcdn-us.com',
  'tiktokcdn-eu.com',
  'tiktokcdn-in.com',
  'tiktokv.com',
  'tiktokv.us',
  'tiktokv.eu',
  'tiktokw.us',
  'muscdn.com',
  'musical.ly',
  'ttwstatic.com',
  'ibyteimg.com',
  'ibytedtos.com',
  'byteoversea.com',
  'isnssdk.com',
];

/** A host that is none of TikTok's is a person or a tool at the loopback address. */
export function hostKindOf(hostHeader: string): HostKind {
  const host = hostHeader.replace(/:\d+$/, '').toLowerCase();
  const known = KINDS[host];
  if (known) return known;
  if (host.startsWith('mssdk')) return 'sdk';
  return MEDIA_SUFFIXES.some((suffix) => host.endsWith(`.${suffix}`)) ? 'media' : 'www';
}
