import type { AppConfig } from '../../config/app-config';

const hidden = '(hidden)';

/** What looks like a secret wherever it stands: tokens, links of ours, cookies of sessions, credentials in addresses. */
const patterns: readonly (readonly [RegExp, string])[] = [
  [/([?&](?:token|api[-_]?key)=)[^&\s"'\\]+/gi, `$1${hidden}`],
  [/(\/media\/v\d+\.)[^\s"'\\?]+/g, `$1${hidden}`],
  [/(\bbearer\s+)[\w.~+/=-]{4,}/gi, `$1${hidden}`],
  [
    /\b(msToken|ttwid|sessionid\w*|sid_\w+|uid_tt\w*|tt_\w+|odin_tt|s_v_web_id)=[^;\s"'\\]+/g,
    `$1=${hidden}`,
  ],
  [/(\b[a-z]+:\/\/)[^\s/"'\\@]+@/gi, `$1${hidden}@`],
];

/** Shorter ones would be found in ordinary words. */
const shortestSecret = 4;

/** Takes out of a line what the configuration keeps secret, and what looks like it. */
export function scrubberOf(config: AppConfig): (line: string) => string {
  const known = secretsOf(config)
    .flatMap((secret) => [secret, encodeURIComponent(secret)])
    .filter((secret) => secret.length >= shortestSecret);
  const escaped = [...new Set(known)].map((text) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'));
  const all =
    escaped.length === 0
      ? patterns
      : [[new RegExp(escaped.join('|'), 'g'), hidden] as const, ...patterns];
  return (line) => all.reduce((text, [pattern, instead]) => text.replace(pattern, instead), line);
}

function secretsOf({ access, media, redis, sessions, signer }: AppConfig): string[] {
  const addresses = [redis.url, signer.url, ...(sessions.proxyUrls ?? [])];
  return [
    ...(access.tokens ?? []),
    ...(media.secrets ?? []),
    ...addresses.flatMap((address) => passwordsIn(address)),
  ];
}

function passwordsIn(address: string | undefined): string[] {
  if (address === undefined || !URL.canParse(address)) return [];
  const { password } = new URL(address);
  return [password, decodeURIComponent(password)];
}
