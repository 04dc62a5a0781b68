import { clientFor } from '../support/kept-client';
import type { TikTokClient } from '../../src/tiktok/tiktok.client';

/**
 * How near the accounting of the cache's memory is to what the answers really take: fills it with answers of one kind
 * from the sandbox at the address given, and prints both. To be run with --expose-gc in a process of its own.
 */

type Ask = (client: TikTokClient, number: number) => Promise<unknown>;

const handleOf = (number: number): string => `someone${number}`;

const kinds: Record<string, Ask> = {
  profiles: (client, number) => client.user({ handle: handleOf(number) }),
  posts: async (client, number) => {
    const page = await (await client.userPosts({ handle: handleOf(number) })).page();
    for (const { id } of page.value.items.slice(0, 5)) await client.post(id);
  },
  followers: async (client, number) =>
    (await client.followers({ handle: handleOf(number) })).page(),
  searches: (client, number) => client.searchPosts({ keyword: `word${number}` }).page(),
};

const warmUps = 30;

async function main([
  origin = '',
  signerUrl = '',
  kind = '',
  count = '200',
]: string[]): Promise<void> {
  const ask = kinds[kind];
  const collect = globalThis.gc;
  if (!ask || !collect) throw new Error('node --expose-gc cache-memory ORIGIN SIGNER KIND [COUNT]');
  const { client, memory } = clientFor({ origin, signerUrl });
  const fill = async (from: number, to: number): Promise<void> => {
    for (let number = from; number < to; number += 1)
      await ask(client, number).catch(() => undefined);
  };
  const used = (): number => {
    for (let round = 0; round < 5; round += 1) void collect();
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  };
  // The code, its caches and its connections are there before anything is counted.
  await fill(0, warmUps);
  const before = { used: used(), ...memory.facts() };
  await fill(warmUps, Number(count));
  const after = { used: used(), ...memory.facts() };
  const report = {
    kind,
    entries: after.entries - before.entries,
    usedBytes: after.used - before.used,
    accountedBytes: after.bytes - before.bytes,
  };
  process.stdout.write(`${JSON.stringify(report)}\n`);
}

main(process.argv.slice(2)).then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    process.exit(1);
  },
);
