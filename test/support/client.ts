import { createCache } from 'cache-manager';
import { Keyv } from 'keyv';
import { MemoryStore } from '../../src/cache/memory-store';
import { OperationCache } from '../../src/cache/operation-cache';
import { loadConfig } from '../../src/config/app-config';
import type { Sandbox, SandboxOptions } from '../../src/sandbox';
import { startSandbox } from '../../src/sandbox';
import type { CreateClientOptions, CreatedClient } from '../../src/tiktok/create-client';
import { createTikTokClient } from '../../src/tiktok/create-client';
import type { MediaClient } from '../../src/tiktok/media/media.client';
import type { UpstreamProbe } from '../../src/tiktok/probe/upstream-probe';
import type { TikTokClient } from '../../src/tiktok/tiktok.client';
import { fixedNowMs } from './api';

/** The client alone, without HTTP in front, on a sandbox of its own. */
export interface TestClient {
  readonly client: TikTokClient;
  readonly media: MediaClient;
  readonly probe: UpstreamProbe;
  readonly sandbox: Sandbox;
  close(): Promise<void>;
}

export interface TestClientOptions {
  readonly client?: Partial<CreateClientOptions>;
  readonly transport?: Partial<CreateClientOptions['transport']>;
  readonly cacheMaxBytes?: number;
}

export async function startClient(
  options: TestClientOptions & { readonly sandbox?: SandboxOptions } = {},
): Promise<TestClient> {
  const sandbox = await startSandbox({ nowMs: fixedNowMs, ...options.sandbox });
  const { client, media, probe, close } = clientOn(sandbox, options);
  return {
    client,
    media,
    probe,
    sandbox,
    close: async () => {
      await close();
      await sandbox.stop();
    },
  };
}

/** A client with an empty cache on a sandbox that runs already. */
export function clientOn(sandbox: Sandbox, options: TestClientOptions = {}): CreatedClient {
  const { tiktok, signer } = loadConfig({}, []);
  return createTikTokClient(
    {
      transport: { ...tiktok, baseUrl: sandbox.origin, ...options.transport },
      signer: { ...signer, url: sandbox.signerUrl },
      upstreamNowMs: () => sandbox.clock.nowMs(),
      ...options.client,
    },
    memoryCache(options.cacheMaxBytes),
  );
}

function memoryCache(maxBytes = 64 * 1024 * 1024): OperationCache {
  const store = new Keyv({ store: new MemoryStore(maxBytes), useKeyPrefix: false });
  store.serialize = undefined;
  store.deserialize = undefined;
  return new OperationCache({ memory: createCache({ stores: [store] }) });
}
