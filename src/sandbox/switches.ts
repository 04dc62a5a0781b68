/**
 * Where sources about TikTok disagree, or where its moods differ, the sandbox can do either. The
 * first value of each switch is the default.
 */
export const SWITCHES = {
  /** Which script element holds a page's state: the present one, that of 2022-23, that of 2019-21. */
  carrier: ['universal', 'sigi', 'next'],
  /** Whether pages are as heavy as TikTok's, about 250 KB. */
  'page-weight': ['light', 'full'],
  /** Whether every new session has to solve the proof of work before it sees a page. */
  challenge: ['off', 'new-sessions'],
  /** Strict: only the signer's seals, each once, with the cookies that it returned. */
  seals: ['lenient', 'strict'],
  /** Whether the endpoints that want a seal want an msToken that was really issued, too. */
  'ms-token': ['optional', 'required'],
  /** Whether a guest with the cookies of a page may search. */
  'guest-search': ['open', 'gated'],
  /** Whether the player's list of items answers everybody. */
  'player-api': ['open', 'sealed'],
  'embed-video': ['clean', 'watermarked'],
  'embed-rows': ['10', '11'],
  'missing-embed': ['400', '404'],
  'oembed-bare-host': ['refused', 'accepted'],
  /** How short links lead on; `no-head` refuses HEAD requests of browsers. */
  'short-links': ['location', 'body', 'no-head'],
  /** Whether `/aweme/v1/play/` plays, or answers as outside the region of the file. */
  'play-links': ['play', 'wrong-region'],
  'user-region': ['absent', 'present'],
  /** The HTTP status of a refused token of the Research API. */
  'token-refusals': ['400', '200'],
  /** Whether the Research API counts what a day brings, or says at once that nothing is left. */
  'research-quota': ['unlimited', 'daily', 'spent'],
} as const satisfies Record<string, readonly [string, ...string[]]>;

export type SwitchName = keyof typeof SWITCHES;
export type SwitchValues = { [Name in SwitchName]: (typeof SWITCHES)[Name][number] };

export const SWITCH_NAMES = Object.keys(SWITCHES) as SwitchName[];

/** The switches of one sandbox. */
export class Switches {
  private values: SwitchValues;

  constructor(private readonly start: Partial<SwitchValues> = {}) {
    this.values = { ...DEFAULTS, ...start };
  }

  get<Name extends SwitchName>(name: Name): SwitchValues[Name] {
    return this.values[name];
  }

  set(values: Partial<SwitchValues>): void {
    this.values = { ...this.values, ...values };
  }

  snapshot(): SwitchValues {
    return { ...this.values };
  }

  /** Back to what the sandbox was started with. */
  reset(): void {
    this.values = { ...DEFAULTS, ...this.start };
  }
}

const DEFAULTS = Object.fromEntries(
  SWITCH_NAMES.map((name) => [name, SWITCHES[name][0]]),
) as SwitchValues;

/** Reads `NAME=VALUE`, comma-separated; throws with a sentence for people. */
export function parseSwitches(list: string): Partial<SwitchValues> {
  const pairs = list.split(',').map((pair) => pair.trim());
  const entries = pairs.filter((pair) => pair !== '').map((pair) => pair.split('=', 2));
  return readSwitches(Object.fromEntries(entries) as Record<string, unknown>);
}

/** Checks names and values that came from outside. */
export function readSwitches(values: Readonly<Record<string, unknown>>): Partial<SwitchValues> {
  for (const [name, value] of Object.entries(values)) {
    const known = SWITCH_NAMES.find((switchName) => switchName === name);
    if (known === undefined) throw new Error(`No switch is called "${name}"`);
    const allowed: readonly string[] = SWITCHES[known];
    if (typeof value === 'string' && allowed.includes(value)) continue;
    throw new Error(`${name} is one of ${allowed.join(', ')}, not "${String(value)}"`);
  }
  return values;
}
