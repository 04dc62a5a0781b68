import { createClient } from '@redis/client';
import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { RedisCircuit, type RedisState } from './redis-circuit';

export interface RedisLinkOptions {
  /** `redis://` or `rediss://`, with credentials where they are wanted. */
  readonly url: string;
  /** Put before every key and channel. */
  readonly keyPrefix: string;
  /** How long one command may keep a caller waiting. */
  readonly timeoutMs: number;
  readonly log?: RedisLog;
}

export interface RedisLog {
  log(message: string): void;
  warn(message: string): void;
}

export type RedisClient = ReturnType<typeof createRedisClient>;
type Command<T> = (client: RedisClient) => Promise<T>;

const probeEveryMs = 1_000;
/** At start Redis is waited for so long at most. */
const startWaitMs = 1_000;
/** A connection on which nothing comes for so long, pings neither, is given up for a new one. */
const silenceMs = 5_000;
const closeWaitMs = 200;

/**
 * The connection to Redis that all of the process shares. It may come and go: commands fail at once while it is
 * away, and it is found again by itself. Emits `up` whenever it becomes usable, `down` when it ceases to be, and
 * `listening` whenever subscriptions begin (anew): messages of before may be lost then.
 */
export class RedisLink extends EventEmitter<{ up: []; down: []; listening: [] }> {
  private readonly client: RedisClient;
  private readonly subscriber: RedisClient;
  private readonly circuit: RedisCircuit;
  private readonly probes: NodeJS.Timeout;
  private isClosing = false;
  private wasAway = false;

  constructor(private readonly options: RedisLinkOptions) {
    super();
    this.setMaxListeners(0);
    this.circuit = new RedisCircuit({
      timeoutMs: options.timeoutMs,
      onChange: (state, reason) => this.onChange(state, reason),
    });
    this.client = createRedisClient(options.url);
    this.subscriber = createRedisClient(options.url);
    this.client.on('error', (error: Error) => !this.isClosing && this.circuit.fail(brief(error)));
    this.client.on('ready', () => void this.probe());
    // Its troubles are those of the other connection, which speaks of them.
    this.subscriber.on('error', () => undefined);
    this.subscriber.on('ready', () => this.emit('listening'));
    this.probes = setInterval(() => {
      if (!this.circuit.isUsable) void this.probe();
    }, probeEveryMs).unref();
  }

  /** The connection that is used for everything but subscriptions. Guarded use goes through read and write. */
  get raw(): RedisClient {
    return this.client;
  }

  get state(): RedisState {
    return this.circuit.state;
  }

  get isUp(): boolean {
    return this.circuit.isUsable;
  }

  key(...parts: readonly string[]): string {
    return this.options.keyPrefix + parts.join(':');
  }

  /** Throws `RedisUnavailableError`, within the time that a command may take, or at once while Redis is away. */
  read<T>(command: Command<T>): Promise<T> {
    return this.circuit.read(() => command(this.client));
  }

  /** Like {@link read}, for what changes something: a full Redis is asked no more of it for a moment. */
  write<T>(command: Command<T>): Promise<T> {
    return this.circuit.write(() => command(this.client));
  }

  /** Begins to connect, and waits for the outcome as long as a start may wait. Never throws. */
  async open(): Promise<void> {
    const firstWord = new Promise<void>((resolve) => {
      this.once('up', resolve);
      this.once('down', resolve);
    });
    for (const client of [this.client, this.subscriber]) client.connect().catch(() => undefined);
    await Promise.race([firstWord, sleep(startWaitMs, undefined, { ref: false })]);
    if (this.circuit.state === 'connecting') this.circuit.fail('no connection yet');
  }

  /** Begins now, or whenever Redis is there. */
  subscribe(channel: string, onMessage: (message: string) => void): void {
    const begin = (): void => {
      this.subscriber.subscribe(channel, onMessage).then(
        () => this.emit('listening'),
        () => this.subscriber.once('ready', begin),
      );
    };
    if (this.subscriber.isReady) begin();
    else this.subscriber.once('ready', begin);
  }

  /** Ends within a moment, also when Redis no longer answers. */
  async close(): Promise<void> {
    this.isClosing = true;
    clearInterval(this.probes);
    const farewell = this.circuit.isUsable ? this.client.ping().catch(() => undefined) : undefined;
    await Promise.race([farewell, sleep(closeWaitMs, undefined, { ref: false })]);
    this.circuit.fail('closed');
    for (const client of [this.client, this.subscriber]) if (client.isOpen) client.destroy();
  }

  private async probe(): Promise<void> {
    if (this.client.isReady && !this.isClosing) await this.circuit.probe(() => this.client.ping());
  }

  private onChange(state: RedisState, reason: string): void {
    if (this.isClosing) return;
    const place = placeOf(this.options.url);
    const { log } = this.options;
    if (state === 'refusing') log?.warn(`Redis at ${place} takes no writes: ${reason}`);
    if (state === 'down') log?.warn(`Redis at ${place} is not used, memory is: ${reason}`);
    // The end of an outage is told as loudly as its beginning; that all is well from the start, less so.
    if (state === 'up')
      log?.[this.wasAway ? 'warn' : 'log'](`Redis at ${place} is used: ${reason}`);
    this.wasAway = state !== 'up';
    this.emit(state === 'down' ? 'down' : 'up');
  }
}

/** @param url of Redis; commands are refused while there is no connection instead of being kept for later */
function createRedisClient(url: string) {
  return createClient({
    url,
    disableOfflineQueue: true,
    pingInterval: probeEveryMs,
    socket: {
      connectTimeout: silenceMs,
      socketTimeout: silenceMs,
      reconnectStrategy: (retries) => Math.min(50 * 2 ** retries, 1_000) + Math.random() * 50,
    },
  });
}

/** The address without user and password. */
function placeOf(url: string): string {
  const { protocol, host } = new URL(url);
  return `${protocol}//${host}`;
}

function brief(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message;
}
