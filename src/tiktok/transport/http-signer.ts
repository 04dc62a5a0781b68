import { Pool } from 'undici';
import { at, readRecord, readText } from '../parsers/read';
import { TikTokSignerError } from '../tiktok.errors';
import type { SignedCall, Signer, SignerHealth, SignRequest } from './signer';

export interface HttpSignerOptions {
  /** Base address of the service, e.g. `http://127.0.0.1:8080`. */
  readonly url: string;
  readonly timeoutMs: number;
  readonly maxConcurrent: number;
}

interface SignerCall {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: string;
}

const maxAnswerBytes = 256 * 1024;

/**
 * A signer service with the HTTP contract of tiktok-signature 4.3 (protocol section 13.1): `POST /signature` with
 * the address and our user agent gives the sealed address and the cookies and agent that belong to it.
 */
export class HttpSigner implements Signer {
  private readonly pool: Pool;
  private readonly basePath: string;
  private readonly authorization: string | undefined;
  private state: SignerHealth = { state: 'never asked' };

  constructor(private readonly options: HttpSignerOptions) {
    const { origin, pathname, username, password } = new URL(options.url);
    this.authorization = username === '' ? undefined : basic(username, password);
    this.basePath = pathname.replace(/\/$/, '');
    this.pool = new Pool(origin, {
      connections: options.maxConcurrent,
      maxResponseSize: maxAnswerBytes,
    });
  }

  async sign({ url, userAgent }: SignRequest, signal?: AbortSignal): Promise<SignedCall> {
    try {
      // After a failure its health is asked first: that costs it nothing, and a signature costs it a browser.
      if (this.state.state === 'not ready' || this.state.state === 'unreachable')
        await this.assertReady(signal);
      const body = JSON.stringify({ url, userAgent });
      const answer = await this.ask({ method: 'POST', path: '/signature', body }, signal);
      const call = readSignedCall(answer, userAgent);
      this.state = { state: 'ready' };
      return call;
    } catch (error) {
      if (signal?.aborted) throw error;
      const failure = asSignerError(error);
      this.state = {
        state: failure.isAnswer ? 'not ready' : 'unreachable',
        lastError: failure.message,
      };
      throw failure;
    }
  }

  health(): SignerHealth {
    return this.state;
  }

  close(): Promise<void> {
    return this.pool.close();
  }

  private async assertReady(signal?: AbortSignal): Promise<void> {
    const health = await this.ask({ method: 'GET', path: '/health' }, signal);
    if (at(health, 'ready') !== true)
      throw new TikTokSignerError('The signer says that it is not ready', { isAnswer: true });
  }

  private async ask(call: SignerCall, signal?: AbortSignal): Promise<unknown> {
    const timeout = AbortSignal.timeout(this.options.timeoutMs);
    const { statusCode, body } = await this.pool.request({
      ...call,
      path: this.basePath + call.path,
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        ...(this.authorization !== undefined && { authorization: this.authorization }),
      },
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
    const answer = JSON.parse(await body.text()) as unknown;
    if (statusCode === 200) return answer;
    const reason = readText(at(answer, 'message')) ?? 'no reason given';
    throw new TikTokSignerError(`The signer answers HTTP ${statusCode}: ${reason}`, {
      isAnswer: true,
    });
  }
}

function basic(username: string, password: string): string {
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return `Basic ${Buffer.from(pair).toString('base64')}`;
}

function readSignedCall(answer: unknown, ownAgent: string): SignedCall {
  const data = readRecord(at(answer, 'data'));
  const url = readText(at(data, 'signed_url'));
  if (url === undefined)
    throw new TikTokSignerError('The signer gave no "data.signed_url"', { isAnswer: true });
  return {
    url,
    userAgent: readText(at(data, 'navigator', 'user_agent')) ?? ownAgent,
    cookies: readText(at(data, 'cookies')) ?? '',
  };
}

function asSignerError(error: unknown): TikTokSignerError {
  if (error instanceof TikTokSignerError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  return new TikTokSignerError(`The signer cannot be asked: ${reason}`, {
    cause: error,
    isAnswer: false,
  });
}
