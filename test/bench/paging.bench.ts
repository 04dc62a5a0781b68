import type { World } from '../../src/sandbox';
import { startClient } from '../support/client';
import type { Bench } from './report';

const sizes = [1_000, 5_000];
const latencies = [0, 100];

interface Reading {
  readonly ids: readonly string[];
  readonly seconds: number;
}

/** A large hashtag, one page after another, and four at a time, as a stream. */
export const paging: Bench = {
  seconds: 50,
  run: async (progress) => {
    const rows: (readonly string[])[] = [];
    const notes: string[] = [];
    for (const latencyMs of latencies)
      for (const posts of sizes) {
        const name = `${posts} posts, ${latencyMs} ms`;
        progress(`paging, ${name}, one page after another`);
        const single = await read({ posts, latencyMs, pagesAhead: 0 });
        progress(`paging, ${name}, ahead`);
        const ahead = await read({ posts, latencyMs, pagesAhead: 3 });
        const gain = `x ${(single.seconds / ahead.seconds).toFixed(2)}`;
        rows.push([name, ...[single, ahead].map(({ seconds }) => seconds.toFixed(2)), gain]);
        if (single.ids.join() !== ahead.ids.join()) notes.push(`${name}: THE ROWS DIFFER`);
      }
    return {
      title: 'Paging',
      how: 'A large hashtag read as a stream through the client, without HTTP in front, with the sandbox in the same process; at most four requests at a time. The latency is the sandbox\'s before each answer. "Ahead" asks for three further pages (the default, TIKTOK_PAGES_AHEAD) and gives the same rows in the same order, which is checked.',
      tables: [{ columns: ['', 'one after another, s', 'ahead, s', 'gain'], rows }],
      notes,
    };
  },
};

interface Asked {
  readonly posts: number;
  readonly latencyMs: number;
  readonly pagesAhead: number;
}

async function read({ posts, latencyMs, pagesAhead }: Asked): Promise<Reading> {
  const test = await startClient({
    sandbox: { latencyMs },
    client: { pagesAhead },
    transport: { maxConcurrentPerHost: 4, maxConnectionsPerHost: 4 },
    cacheMaxBytes: 8 * 1024 * 1024,
  });
  try {
    const list = await test.client.hashtagPosts(largestHashtag(test.sandbox.world));
    const ids: string[] = [];
    const startMs = performance.now();
    // Consumed as a stream: what was seen is let go of, ids apart.
    for await (const { items } of list.pages({ limits: { maxItems: posts } }))
      ids.push(...items.map(({ id }) => id));
    return { ids, seconds: (performance.now() - startMs) / 1000 };
  } finally {
    await test.close();
  }
}

function largestHashtag(world: World): string {
  const names = ['fyp', 'foryou', 'viral', 'magic', 'music', 'funny', 'dance', 'cats'];
  const reachable = (name: string): number => world.hashtag(name)?.reachable ?? 0;
  return [...names].sort((a, b) => reachable(b) - reachable(a))[0] ?? 'fyp';
}
