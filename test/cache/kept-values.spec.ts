import { randomUUID } from 'node:crypto';
import { Answer } from '../../src/cache/answer';
import type {
  CacheRequest,
  Loaded,
  OperationCachePort,
} from '../../src/cache/operation-cache.port';
import { decodeEntry, encodeEntry } from '../../src/cache/redis/entry-codec';
import { loadConfig } from '../../src/config/app-config';
import type { Sandbox } from '../../src/sandbox';
import { startSandbox } from '../../src/sandbox';
import { cachePolicy } from '../../src/tiktok/cache-policy';
import type { CreatedClient } from '../../src/tiktok/create-client';
import { createTikTokClient } from '../../src/tiktok/create-client';
import { fixedNowMs } from '../support/api';

/** Keeps nothing, and remembers what it was given to keep: values by operation. */
class Notebook implements OperationCachePort {
  readonly kept = new Map<string, Loaded<unknown>[]>();
  readonly failures: { error: unknown; again: unknown }[] = [];

  async fetch<T>({ key, load, failures }: CacheRequest<T>): Promise<Answer<T>> {
    try {
      const loaded = await load();
      const [operation = ''] = key.split(':', 1);
      this.kept.set(operation, [...(this.kept.get(operation) ?? []), loaded]);
      const { source } = loaded;
      const now = { fetchedAtMs: 0, freshUntilMs: 1, version: randomUUID() };
      return Answer.of(loaded.value, { source, cache: 'miss', ...now });
    } catch (error) {
      const packed = failures?.pack(error);
      const stored: unknown = JSON.parse(JSON.stringify({ packed }));
      this.failures.push({
        error,
        again: packed && failures?.unpack((stored as { packed: unknown }).packed),
      });
      throw error;
    }
  }
}

describe('what the client gives to the cache', () => {
  const notebook = new Notebook();
  let sandbox: Sandbox;
  let created: CreatedClient;

  beforeAll(async () => {
    sandbox = await startSandbox({ nowMs: fixedNowMs });
    const { tiktok, signer } = loadConfig({}, []);
    created = createTikTokClient(
      {
        transport: { ...tiktok, baseUrl: sandbox.origin },
        signer: { ...signer, url: sandbox.signerUrl },
        upstreamNowMs: () => sandbox.clock.nowMs(),
      },
      notebook,
    );
  });

  afterAll(async () => {
    await created.close();
    await sandbox.stop();
  });

  it('of every operation is the same when it comes back from another process', async () => {
    await askEverything(created, sandbox);
    expect([...notebook.kept.keys()].sort()).toEqual(Object.keys(cachePolicy).sort());
    for (const { value, source, linkAccess } of [...notebook.kept.values()].flat()) {
      const version = randomUUID();
      const times = { fetchedAtMs: 1, freshUntilMs: 2, loadMs: 3, jsonBytes: 4 };
      const entry = { value, source, linkAccess, version, ...times };
      const back = await decodeEntry(await encodeEntry({ value: entry }));
      expect(back?.value).toEqual(entry);
    }
  }, 120_000);

  it('as an answer that there is nothing is the same error again', async () => {
    const { client } = created;
    await expect(client.user({ handle: 'missing.account' })).rejects.toThrow();
    const [failure] = notebook.failures.slice(-1);
    expect(failure?.again).toBeInstanceOf(Error);
    expect(failure?.again).toEqual(failure?.error);
    expect(failure?.again).toMatchObject({ code: 'tiktok.not_found', isRetryable: false });
  });
});

async function askEverything({ client }: CreatedClient, { world }: Sandbox): Promise<void> {
  const some = { limits: { maxItems: 30, maxPages: 1 } };
  const user = { handle: 'gabrielymayra' };
  const account = world.user(user.handle);
  if (!account) throw new Error('no account');
  const posts = world.userPosts(account, { limit: 200 });
  const post = posts.find((candidate) => world.commentTotals(candidate).places > 60);
  const comment =
    post &&
    world
      .comments(post, { from: 0, limit: 50 })
      .find((candidate) => world.replies(post, candidate, { from: 0, limit: 5 }).length > 3);
  if (!post || !comment) throw new Error('no post with replies');
  const liker = Array.from({ length: 500 }, (_, number) => `someone${number}`).find(
    (name) => world.user(name)?.hasPublicLikes,
  );
  for (const list of [
    await client.userPosts(user),
    await client.likedPosts({ handle: liker ?? '' }),
    await client.reposts(user),
    await client.followers(user),
    await client.followings(user),
    client.comments(post.id),
    client.replies(post.id, comment.id),
    await client.hashtagPosts('magic'),
    client.searchPosts({ keyword: 'tesla' }),
    client.searchUsers({ keyword: 'tesla' }),
    client.searchLive({ keyword: 'gaming' }),
    client.trending({}),
  ])
    await list.collect(some);
  const { value } = await client.post(post.id);
  await (await client.musicPosts(value.music?.id ?? '')).collect(some);
  await client.postIdOf('https://vm.tiktok.com/video123/');
}
