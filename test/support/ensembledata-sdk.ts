import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const root = join(__dirname, '../..');

/** What the SDK gave back. */
export interface SdkResult {
  readonly statusCode: number;
  readonly data: unknown;
  readonly unitsCharged: number;
}

/** What the SDK threw. */
export interface SdkFailure {
  readonly name?: string;
  readonly message: string;
  readonly isEDError: boolean;
  readonly statusCode?: number;
  readonly detail?: unknown;
  readonly unitsCharged?: number;
}

export interface SdkOutcome {
  readonly result?: SdkResult;
  readonly error?: SdkFailure;
}

export interface SdkOptions {
  readonly token?: string;
  /** Of the constructor: `timeout`, `maxNetworkRetries`. */
  readonly options?: Readonly<Record<string, unknown>>;
}

/**
 * The unmodified npm package in a process of its own, because it is an ES module, pointed at a server by the
 * preload file that we ship.
 */
export interface Sdk {
  /** Calls e.g. `tiktok.hashtagSearch`; a list of parameters is spread, for `request(path, parameters)`. */
  call(method: string, parameters: unknown, options?: SdkOptions): Promise<SdkOutcome>;
  close(): Promise<void>;
}

/** @param baseUrl with `/apis` at its end */
export function startSdk(baseUrl: string): Sdk {
  const preload = join(root, 'clients/ensembledata-redirect.mjs');
  const script = join(__dirname, 'ensembledata-sdk.mjs');
  const child = spawn(process.execPath, ['--import', preload, script], {
    cwd: root,
    env: { PATH: process.env.PATH, ENSEMBLEDATA_BASE_URL: baseUrl },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const waiting = new Map<number, (outcome: SdkOutcome) => void>();
  createInterface({ input: child.stdout }).on('line', (line) => {
    const { id, ...outcome } = JSON.parse(line) as SdkOutcome & { id: number };
    waiting.get(id)?.(outcome);
    waiting.delete(id);
  });
  let calls = 0;
  return {
    call: (method, parameters, { token = 'test-token', options } = {}) =>
      new Promise((resolve) => {
        const id = ++calls;
        waiting.set(id, resolve);
        const path = method.split('.');
        child.stdin.write(`${JSON.stringify({ id, token, path, parameters, options })}\n`);
      }),
    close: async () => {
      child.stdin.end();
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}
