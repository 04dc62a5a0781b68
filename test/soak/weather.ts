import type { FaultKind, RouteName, SandboxControl } from '../../src/sandbox';
import type { TestRedis } from '../support/redis-server';
import type { Random } from './random';

export interface WeatherOptions {
  readonly control: SandboxControl;
  readonly redis?: TestRedis;
  readonly random: Random;
  readonly fairMs: number;
  readonly foulMs: number;
}

/** A spell of bad weather: what TikTok, or Redis, does meanwhile. */
interface Spell {
  readonly name: string;
  /** Whether answers stay good all the while: then nothing may be refused. */
  readonly isHarmless?: boolean;
  readonly begin: (options: WeatherOptions) => Promise<unknown>;
}

/**
 * How long after a spell a refusal is still its doing: a source that failed often rests for up to that long, and a
 * request may have waited for a slow answer before it.
 */
const clearingMs = 20_000;

/** Faults of TikTok that come and go, and a Redis that freezes now and then. */
export class Weather {
  private foulSinceMs: number | undefined;
  private lastFoulMs = -Infinity;
  /** What is going on now, for the printed lines. */
  now = 'fair';
  /** What was going on last, for complaints. */
  get lately(): string {
    return this.spells.length === 0 ? 'fair so far' : `after ${this.spells.slice(-2).join(', ')}`;
  }

  readonly spells: string[] = [];

  constructor(private readonly options: WeatherOptions) {}

  /** Whether a request that began then may have been refused for the weather. */
  excuses(beganMs: number): boolean {
    return this.foulSinceMs !== undefined || beganMs < this.lastFoulMs + clearingMs;
  }

  /** Changes until it is told to stop, and leaves fair weather behind. */
  async change(pause: (ms: number) => Promise<void>, isOver: () => boolean): Promise<void> {
    const { random, redis, fairMs, foulMs } = this.options;
    const choices = redis ? [...spells, frozenRedis] : spells;
    let deck: Spell[] = [];
    while (!isOver()) {
      await pause(fairMs);
      if (isOver()) break;
      if (deck.length === 0) deck = shuffled(choices, random);
      const spell = deck.pop();
      if (!spell) break;
      await this.begin(spell);
      await pause(foulMs);
      await this.end();
    }
  }

  private async begin(spell: Spell): Promise<void> {
    this.now = spell.name;
    this.spells.push(spell.name);
    if (!spell.isHarmless) this.foulSinceMs = performance.now();
    await spell.begin(this.options);
  }

  private async end(): Promise<void> {
    const { control, redis } = this.options;
    await control.clearFaults();
    await control.clearTraffic();
    await control.setSwitches({ challenge: 'off' });
    redis?.thaw();
    if (this.foulSinceMs !== undefined) this.lastFoulMs = performance.now();
    this.foulSinceMs = undefined;
    this.now = 'fair';
  }
}

/** A fault of TikTok on some of the answers of some of its routes. */
function fault(
  kind: FaultKind,
  probability: number,
  ...routes: readonly (RouteName | '*')[]
): Spell {
  const where = routes.length > 0 ? routes : (['*'] as const);
  const rules = where.map((route) => ({ route, fault: kind, probability, stallMs: 7_000 }));
  const percent = Math.round(probability * 100);
  return {
    name: `${kind} ${percent}% of ${where.join('+')}`,
    begin: ({ control }) => control.addFaults(...rules),
  };
}

const harmless = (spell: Spell): Spell => ({ ...spell, isHarmless: true });

const media = ['media-video', 'media-open-video', 'media-image', 'media-sound'] as const;

/** None of these makes TikTok say something false: a body may be refused meanwhile, and must never be wrong. */
const spells: readonly Spell[] = [
  fault('empty-200', 0.4),
  fault('captcha-page', 0.5, 'user-page', 'video-page'),
  fault('blocked-page', 1, 'user-page', 'video-page', 'photo-page'),
  fault('login-redirect', 0.6, 'user-page', 'video-page', 'creator-list'),
  fault('shell-page', 0.6, 'user-page', 'video-page'),
  fault('forbidden-403', 0.3),
  fault('too-many-429', 0.3),
  fault('overload-503', 0.5),
  fault('verify-json', 0.5, 'search-posts', 'hashtag-posts', 'post-list', 'comments'),
  fault('verify-header', 0.3),
  fault('socket-close', 1),
  fault('reset', 0.3),
  fault('cut-body', 0.3),
  fault('slow-body', 0.2),
  fault('truncated-json', 0.4),
  fault('link-expired', 0.5, ...media),
  fault('zero-bytes', 0.5, ...media),
  fault('cut-body', 0.7, ...media),
  fault('html-instead', 0.5, ...media),
  harmless(fault('disordered-keys', 1)),
  harmless(fault('unknown-scopes', 1)),
  harmless(fault('unknown-entries', 1)),
  harmless(fault('head-refused', 1)),
  harmless({
    name: 'every answer 300 ms late, files at 200 kB/s',
    begin: ({ control }) =>
      control.shape(
        { route: '*', latencyMs: 300 },
        ...media.map((route) => ({ route, bytesPerSecond: 200_000 })),
      ),
  }),
  harmless({
    name: 'a proof of work from every guest',
    begin: ({ control }) => control.setSwitches({ challenge: 'new-sessions' }),
  }),
];

const frozenRedis: Spell = harmless({
  name: 'a Redis that is frozen',
  begin: async ({ redis }) => redis?.freeze(),
});

function shuffled<T>(choices: readonly T[], random: Random): T[] {
  const left = [...choices];
  const order: T[] = [];
  while (left.length > 0) order.push(...left.splice(random.below(left.length), 1));
  return order;
}
