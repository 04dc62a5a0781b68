import type { World } from '../../src/sandbox';
import { startClient } from '../support/client';

const latencyMs = 100;
const posts = 5_000;

interface Reading {
  readonly name: string;
  readonly ids: readonly string[];
  readonly seconds: number;
  /** Resident after each thousand posts. */
  readonly memoryMb: readonly number[];
}

/** A large hashtag at 100 ms a request: one page after another, and four at a time, as a stream. */
export async function paging(): Promise<readonly string[]> {
  const inTurn = await read('one page after another', 0);
  const ahead = await read('three pages asked for ahead (4 at once)', 3);
  const same = inTurn.ids.join() === ahead.ids.join();
  return [
    `${latencyMs} ms a request, hashtag of ${inTurn.ids.length} different posts, pacing 4 at once, cache of 8 MB; memory (sandbox included) after each 1,000`,
    ...[inTurn, ahead].map(
      ({ name, seconds, memoryMb }) =>
        `${name.padEnd(44)} ${seconds.toFixed(2).padStart(7)} s  x ${(inTurn.seconds / seconds).toFixed(2)}  ${memoryMb.map((mb) => mb.toFixed(0)).join(', ')} MB`,
    ),
    same ? 'the same rows in the same order' : 'THE ROWS DIFFER',
  ];
}

async function read(name: string, pagesAhead: number): Promise<Reading> {
  const test = await startClient({
    sandbox: { latencyMs },
    client: { pagesAhead },
    transport: { maxConcurrentPerHost: 4, maxConnectionsPerHost: 4 },
    cacheMaxBytes: 8 * 1024 * 1024,
  });
  const list = await test.client.hashtagPosts(largestHashtag(test.sandbox.world));
  const ids: string[] = [];
  const memoryMb: number[] = [];
  const startMs = performance.now();
  // Consumed as a stream: what was seen is let go of, ids apart.
  for await (const { items } of list.pages({ limits: { maxItems: posts } })) {
    ids.push(...items.map(({ id }) => id));
    if (ids.length >= (memoryMb.length + 1) * 1_000) memoryMb.push(residentMb());
  }
  const seconds = (performance.now() - startMs) / 1000;
  await test.close();
  return { name, ids, seconds, memoryMb };
}

function largestHashtag(world: World): string {
  const names = ['fyp', 'foryou', 'viral', 'magic', 'music', 'funny', 'dance', 'cats'];
  const reachable = (name: string): number => world.hashtag(name)?.reachable ?? 0;
  return [...names].sort((a, b) => reachable(b) - reachable(a))[0] ?? 'fyp';
}

function residentMb(): number {
  return process.memoryUsage().rss / 1024 / 1024;
}
