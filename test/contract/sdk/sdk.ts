import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** What the client's methods resolve to. */
export interface SdkAnswer<T> {
  readonly statusCode: number;
  readonly data: T;
  readonly unitsCharged: number;
}

/** What the client's methods reject with. */
export interface SdkFailure {
  readonly isEDError: boolean;
  readonly statusCode: number;
  readonly detail: unknown;
  readonly unitsCharged: number;
  readonly message: string;
}

interface Result {
  readonly statusCode: number;
  readonly data: unknown;
  readonly unitsCharged: number;
  readonly error?: SdkFailure;
}

const redirect = join(__dirname, '../../../clients/ensembledata-redirect.mjs');
const program = join(__dirname, 'sdk-process.mjs');

/** The published npm client in a process of its own, pointed at our server by the file that we ship. */
export class Sdk {
  private readonly child;
  private readonly waiting = new Map<number, (result: Result) => void>();
  private calls = 0;

  constructor(serverUrl: string, token = 'TEST-TOKEN') {
    const env = {
      ...process.env,
      NODE_OPTIONS: '',
      ENSEMBLEDATA_BASE_URL: `${serverUrl}/apis`,
      ENSEMBLEDATA_TOKEN: token,
    };
    this.child = spawn(process.execPath, ['--import', redirect, program], {
      env,
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    createInterface({ input: this.child.stdout }).on('line', (line) => {
      const { number, result } = JSON.parse(line) as { number: number; result: Result };
      this.waiting.get(number)?.(result);
      this.waiting.delete(number);
    });
  }

  /** Calls `tiktok.hashtagSearch` and the like; throws what the client throws, as words. */
  async call<T = unknown>(method: string, ...args: readonly unknown[]): Promise<SdkAnswer<T>> {
    const { error, ...answer } = await this.send(method, args);
    if (error) throw new Error(`${method}: ${error.statusCode} ${JSON.stringify(error.detail)}`);
    return { ...answer, data: answer.data as T };
  }

  /** The error of a call that must fail. */
  async failure(method: string, ...args: readonly unknown[]): Promise<SdkFailure> {
    const { error } = await this.send(method, args);
    if (!error) throw new Error(`${method} did not fail`);
    return error;
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.child.once('exit', () => resolve());
      this.child.stdin.end();
    });
  }

  private send(method: string, args: readonly unknown[]): Promise<Result> {
    const number = (this.calls += 1);
    this.child.stdin.write(`${JSON.stringify({ number, method, args })}\n`);
    return new Promise((resolve) => this.waiting.set(number, resolve));
  }
}
