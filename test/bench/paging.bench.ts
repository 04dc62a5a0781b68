import type { World } from '../../src/sandbox';
import { startClient } from '../support/client';

const latencyMs = 100;
const posts = 5_000;

interface Reading {
  readonly name: string;
  readonly ids: readonly string[];
  readonly seconds: number;
  readonly peakMb: number;
}

/** A large hashtag at 100 ms a request: one page after another, and four at a time, as a stream. */
export async function paging(): Promise<readonly string[]> {
  const inTurn = await read('one page after another', 0);
  const ahead = await read('three pages asked for ahead (4 at once)', 3);
  const same = inTurn.ids.join() === ahead.ids.join();
  return [
    `${latencyMs} ms a request, hashtag of ${inTurn.ids.length} different posts, pacing 4 at once`,
    ...[inTurn, ahead].map(
      ({ name, seconds, peakMb }) =>
        `${name.padEnd(44)} ${seconds.toFixed(2).padStart(7)} s  x ${(inTurn.seconds / seconds).toFixed(2)}  +${peakMb.toFixed(0)} MB at most`,
    ),
    same ? 'the same rows in the same order' : 'THE ROWS DIFFER',
  ];
}

async function read(name: string, pagesAhead: number): Promise<Reading> {
  const { client, sandbox, close } = await startClient({
    sandbox: { latencyMs },
    client: { pagesAhead },
    transport: { maxConcurrentPerHost: 4, maxConnectionsPerHost: 4 },
  });
  const hashtag = largestHashtag(sandbox.world);
  const list = await client.hashtagPosts(hashtag);
  const ids: string[] = [];
  const startMs = performance.now();
  const restMb = residentMb();
  let peakMb = 0;
  // Consumed as a stream: what was seen is let go of, ids apart.
  for await (const { items } of list.pages({ limits: { maxItems: posts } })) {
    ids.push(...items.map(({ id }) => id));
    peakMb = Math.max(peakMb, residentMb() - restMb);
  }
  const seconds = (performance.now() - startMs) / 1000;
  await close();
  return { name, ids, seconds, peakMb };
}

function largestHashtag(world: World): string {
  const names = ['fyp', 'foryou', 'viral', 'magic', 'music', 'funny', 'dance', 'cats'];
  const reachable = (name: string): number => world.hashtag(name)?.reachable ?? 0;
  return [...names].sort((a, b) => reachable(b) - reachable(a))[0] ?? 'fyp';
}

function residentMb(): number {
  return process.memoryUsage().rss / 1024 / 1024;
}
