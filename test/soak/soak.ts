import { setTimeout as pause } from 'node:timers/promises';
import { Agent, request } from 'undici';
import { Complaints } from './complaints';
import { EarlierBodies } from './earlier-bodies';
import { leaksBetween, type Open } from './leak';
import type { SoakOptions } from './options';
import { Random } from './random';
import { lineOf, verdictOf, type Standing } from './report';
import { Samples } from './samples';
import { scenarios } from './scenarios';
import { setStage, token, type Stage } from './stage';
import { Tally } from './tally';
import { Universe } from './universe';
import type { Surroundings } from './visitor';
import { Weather } from './weather';

/** What is left of a process when nobody asks it anything must be reached within this. */
const settlingMs = 45_000;

/** Is told how a soak goes. */
export interface Listener {
  readonly print: (line: string) => void;
  /** Seconds so far, and what the weather is. */
  readonly at: (seconds: number, now: string) => void;
}

/** One soak from its start to its verdict; gives what there is to complain of. */
export async function soak(options: SoakOptions, listener: Listener): Promise<readonly string[]> {
  const { print } = listener;
  const complaints = new Complaints();
  const stage = await setStage(options, complaints);
  try {
    const run = new Soak(options, stage, complaints);
    print(`The server on ${stage.origin}, Redis ${stage.redis ? 'beside it' : 'away'}`);
    await run.lookAround();
    await run.underLoad(listener);
    await run.settle();
    await stage.close();
    for (const line of run.verdict()) print(line);
  } finally {
    await stage.close();
  }
  return complaints.lines();
}

class Soak {
  private readonly tally = new Tally();
  private readonly samples = new Samples();
  private readonly earlier = new EarlierBodies();
  private readonly universe: Universe;
  private readonly weather: Weather;
  private readonly random: Random;
  private dispatcher = new Agent();
  private before: Open = {};
  private after: Open = {};

  constructor(
    private readonly options: SoakOptions,
    private readonly stage: Stage,
    private readonly complaints: Complaints,
  ) {
    const { control, redis, world } = stage;
    this.random = new Random(options.seed);
    this.universe = new Universe(world);
    const [fairMs, foulMs] = spellLengths(options.durationMs);
    this.weather = new Weather({
      control,
      redis,
      fairMs,
      foulMs,
      random: new Random(options.seed),
    });
  }

  /** Everything once, so that what the server opens for good is open; and then what it has open at rest. */
  async lookAround(): Promise<void> {
    for (const { run } of scenarios) await run(this.surroundings, this.universe);
    await this.hangUp();
    await pause(Math.min(8_000, this.options.durationMs / 2));
    this.before = await this.open();
  }

  async underLoad(listener: Listener): Promise<void> {
    const endMs = performance.now() + this.options.durationMs;
    const isOver = (): boolean => performance.now() >= endMs;
    const rest = (ms: number): Promise<void> =>
      pause(Math.max(0, Math.min(ms, endMs - performance.now())));
    await Promise.all([
      this.visit(isOver),
      this.weather.change(rest, isOver),
      this.watch(isOver, listener),
    ]);
    await this.hangUp();
  }

  /** Waits until everything that was opened is let go of; what is not, leaks. */
  async settle(): Promise<void> {
    const endMs = performance.now() + settlingMs;
    do {
      await pause(500);
      this.after = await this.open();
    } while (leaksBetween(this.before, this.after).length > 0 && performance.now() < endMs);
    for (const leak of leaksBetween(this.before, this.after)) this.complaints.add('leak', leak);
    const { warmUpMs } = this.options;
    const live = this.samples.liveGrowth(warmUpMs);
    const resident = this.samples.residentGrowth(warmUpMs);
    for (const [name, growth] of [['live', live] as const, ['resident', resident] as const])
      if (growth.isGrowing)
        this.complaints.add(
          'growth',
          `${name} memory by ${growth.megabytesPerMinute.toFixed(1)} MB a minute`,
        );
  }

  verdict(): readonly string[] {
    const { options, before, after, earlier } = this;
    return verdictOf({ ...this.standing, options, before, after, earlier });
  }

  private get standing(): Standing {
    const { tally, samples, weather, complaints } = this;
    return { tally, samples, weather, complaints };
  }

  private get surroundings(): Surroundings {
    const { dispatcher, random, weather, tally, complaints, earlier } = this;
    const { origin, world } = this.stage;
    return { origin, token, dispatcher, world, random, weather, tally, complaints, earlier };
  }

  private async visit(isOver: () => boolean): Promise<void> {
    const { parallel, rate } = this.options;
    let nextMs = performance.now();
    const visitors = Array.from({ length: parallel }, async () => {
      while (!isOver()) {
        nextMs = Math.max(nextMs, performance.now() - 1_000) + 1_000 / rate;
        await pause(Math.max(0, nextMs - performance.now()));
        await this.random.weighted(scenarios).run(this.surroundings, this.universe);
      }
    });
    await Promise.all(visitors);
  }

  private async watch(isOver: () => boolean, { print, at }: Listener): Promise<void> {
    const beganMs = performance.now();
    let printedMs = beganMs;
    while (!isOver()) {
      await pause(1_000);
      const report = await this.stage.app.report();
      if (!report) return;
      this.samples.add(report);
      const nowMs = performance.now();
      at(Math.floor((nowMs - beganMs) / 1000), this.weather.now);
      if (nowMs - printedMs < this.options.everyMs) continue;
      printedMs = nowMs;
      print(lineOf(this.standing, (nowMs - beganMs) / 1000));
    }
  }

  /** What the server has open, and what it says itself that it is still doing. */
  private async open(): Promise<Open> {
    const { app, origin } = this.stage;
    const report = await app.report();
    if (!report) return {};
    const underWay = await underWayAt(origin);
    const files = app.openFiles();
    return {
      ...report.resources,
      ...(files !== undefined && { 'open files': files }),
      ...underWay,
    };
  }

  private async hangUp(): Promise<void> {
    await this.dispatcher.destroy();
    this.dispatcher = new Agent();
  }
}

/** Some twenty spells in ten minutes, and a few in one. */
function spellLengths(durationMs: number): readonly [number, number] {
  return durationMs < 60_000 ? [durationMs / 4, durationMs / 12] : [12_000, 8_000];
}

const gauges =
  /^(media_streams_open|media_fetches|media_held_bytes|tiktok_operations_under_way|tiktok_requests_in_flight|tiktok_requests_queued|cache_flights)(?:\{[^}]*\})? (\S+)$/gm;

/** Nothing, where the server no longer answers: that is a complaint of its own. */
async function underWayAt(origin: string): Promise<Open> {
  const headers = { authorization: `Bearer ${token}`, connection: 'close' };
  const answer = await request(`${origin}/metrics`, { headers }).catch(() => undefined);
  const metrics = (await answer?.body.text()) ?? '';
  const sums: Record<string, number> = {};
  for (const [, name = '', value] of metrics.matchAll(gauges))
    sums[name] = (sums[name] ?? 0) + Number(value);
  return sums;
}
