import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { request } from 'undici';
import { createApp } from '../../src/app.factory';
import type { AppConfig } from '../../src/config/app-config';
import { loadConfig } from '../../src/config/app-config';
import type { Sandbox, SandboxOptions } from '../../src/sandbox';
import { startSandbox } from '../../src/sandbox';

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  /** The body as JSON; throws when it is not. */
  json<T = Record<string, unknown>>(): T;
}

export interface RequestOptions {
  readonly method?: 'GET' | 'POST' | 'HEAD' | 'OPTIONS';
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

/** The app on a sandbox of its own, both on free loopback ports. */
export interface TestApi {
  readonly url: string;
  readonly sandbox: Sandbox;
  readonly app: NestFastifyApplication;
  call(path: string, options?: RequestOptions): Promise<Reply>;
  postJson(path: string, body: unknown): Promise<Reply>;
  close(): Promise<void>;
}

/** A clock that stands still, so that bodies are the same on every run. */
export const fixedNowMs = Date.parse('2026-11-01T12:00:00Z');

/** What links are signed with, so that bodies with links are the same on every run. */
export const linkSecret = 'the link secret of the tests';

export interface TestApiOptions {
  sandbox?: SandboxOptions;
  /** A sandbox that runs already, and goes on when this app is closed. */
  on?: Sandbox;
  environment?: Record<string, string>;
  /** Whether the sandbox's signer is at hand; it is, unless said. */
  hasSigner?: boolean;
  /** The clock of the days that units are counted by. */
  accessNowMs?: AppConfig['access']['nowMs'];
}

export async function startApi(options: TestApiOptions = {}): Promise<TestApi> {
  const sandbox = options.on ?? (await startSandbox({ nowMs: fixedNowMs, ...options.sandbox }));
  try {
    return await startOn(sandbox, options);
  } catch (error) {
    if (!options.on) await sandbox.stop();
    throw error;
  }
}

async function startOn(sandbox: Sandbox, options: TestApiOptions): Promise<TestApi> {
  const environment = {
    LOG_LEVEL: 'silent',
    UPSTREAM: 'sandbox',
    TIKTOK_BASE_URL: sandbox.origin,
    MEDIA_LINK_SECRETS: linkSecret,
    // A machine that is busy with tests turns no caller away.
    MAX_EVENT_LOOP_DELAY_MS: '60000',
    ...options.environment,
  };
  const config = loadConfig(environment, []);
  const app = await createApp({
    ...config,
    access: { ...config.access, nowMs: options.accessNowMs },
    tiktok: { ...config.tiktok, nowMs: () => sandbox.clock.nowMs() },
    signer: {
      ...config.signer,
      url: options.hasSigner === false ? undefined : (config.signer.url ?? sandbox.signerUrl),
    },
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const url = await app.getUrl();
  const call = (path: string, request?: RequestOptions): Promise<Reply> =>
    send(url + path, request);
  return {
    url,
    sandbox,
    app,
    call,
    postJson: (path, body) =>
      call(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    close: async () => {
      await app.close();
      if (!options.on) await sandbox.stop();
    },
  };
}

async function send(url: string, options: RequestOptions = {}): Promise<Reply> {
  const { statusCode, headers, body } = await request(url, { method: 'GET', ...options });
  const text = await body.text();
  return { status: statusCode, headers, text, json: <T>() => JSON.parse(text) as T };
}
