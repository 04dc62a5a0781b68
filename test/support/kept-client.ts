import { createCache } from 'cache-manager';
import { Keyv } from 'keyv';
import { MemoryStore } from '../../src/cache/memory-store';
import { OperationCache } from '../../src/cache/operation-cache';
import { loadConfig } from '../../src/config/app-config';
import { createTikTokClient } from '../../src/tiktok/create-client';
import type { TikTokClient } from '../../src/tiktok/tiktok.client';

/** A client on a sandbox in another process, with the memory in which its answers are kept. */
export function clientFor({ origin, signerUrl }: { origin: string; signerUrl: string }): {
  client: TikTokClient;
  memory: MemoryStore;
} {
  const memory = new MemoryStore(1024 ** 3);
  const store = new Keyv({ store: memory, useKeyPrefix: false });
  store.serialize = undefined;
  store.deserialize = undefined;
  const { tiktok, signer } = loadConfig({}, []);
  const { client } = createTikTokClient(
    { transport: { ...tiktok, baseUrl: origin }, signer: { ...signer, url: signerUrl } },
    new OperationCache({ memory: createCache({ stores: [store] }) }),
  );
  return { client, memory };
}
