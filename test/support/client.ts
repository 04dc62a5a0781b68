import { createCache } from 'cache-manager';
import { Keyv } from 'keyv';
import { MemoryStore } from '../../src/cache/memory-store';
import { OperationCache } from '../../src/cache/operation-cache';
import { loadConfig } from '../../src/config/app-config';
import type { Sandbox, SandboxOptions } from '../../src/sandbox';
import { startSandbox } from '../../src/sandbox';
import type { CreateClientOptions } from '../../src/tiktok/create-client';
import { createTikTokClient } from '../../src/tiktok/create-client';
import type { TikTokClient } from '../../src/tiktok/tiktok.client';
import { fixedNowMs } from './api';

/** The client alone, without HTTP in front, on a sandbox of its own. */
export interface TestClient {
  readonly client: TikTokClient;
  readonly sandbox: Sandbox;
  close(): Promise<void>;
}

export async function startClient(
  options: {
    sandbox?: SandboxOptions;
    client?: Partial<CreateClientOptions>;
    transport?: Partial<CreateClientOptions['transport']>;
  } = {},
): Promise<TestClient> {
  const sandbox = await startSandbox({ nowMs: fixedNowMs, ...options.sandbox });
  const { tiktok, signer } = loadConfig({}, []);
  const { client, close } = createTikTokClient(
    {
      transport: { ...tiktok, baseUrl: sandbox.origin, ...options.transport },
      signer: { ...signer, url: sandbox.signerUrl },
      upstreamNowMs: () => sandbox.clock.nowMs(),
      ...options.client,
    },
    memoryCache(),
  );
  return {
    client,
    sandbox,
    close: async () => {
      await close();
      await sandbox.stop();
    },
  };
}

function memoryCache(): OperationCache {
  const store = new Keyv({ store: new MemoryStore(64 * 1024 * 1024), useKeyPrefix: false });
  store.serialize = undefined;
  store.deserialize = undefined;
  return new OperationCache(createCache({ stores: [store] }));
}
