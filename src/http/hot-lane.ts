import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { AnswerRequest, WrittenAnswer } from '../cache/answer-writer';
import { isKnown } from '../cache/answer-writer';
import type { HotAnswers } from '../cache/hot-answers';
import type { SentAnswer } from '../cache/representation-cache';
import { forOneCaller, tokenInHeaders } from './access-control';
import type { ApiToken } from './api-token';
import type { ApiTokens } from './api-tokens';
import type { RateLimiter, Standing } from './rate-limit/rate-limiter';
import { callerOf, standingHeaders } from './rate-limit/register-rate-limit';
import { requestIdOf } from './request-id';
import { hasLongBody, tooMuchIn } from './request-limits';

/** A hit that has been sent. */
export interface ServedHit {
  readonly requestId: string;
  readonly method: string;
  readonly status: number;
  readonly seconds: number;
  /** What has gone over the connection for it; adding that up is for whoever writes it down. */
  readonly bytes: () => number;
  readonly token?: ApiToken;
  readonly answer: SentAnswer;
  readonly headers: Readonly<Record<string, string>>;
}

export interface HotLaneOptions {
  readonly answers: HotAnswers;
  readonly tokens: ApiTokens;
  readonly limiter: RateLimiter;
  /** What goes on every answer with data. */
  readonly securityHeaders: Readonly<Record<string, string>>;
  /** What links begin with, where the head of the request need not be trusted for it. */
  readonly originOf: (request: IncomingMessage) => string | undefined;
  /** The caller's address, behind proxies that are trusted. */
  readonly addressOf: (request: IncomingMessage) => string;
  /** Whether pages of other origins may read answers. */
  readonly allowsOrigins: boolean;
  readonly onServed: (hit: ServedHit) => void;
}

/** One request on its way through the lane. */
interface Passing {
  readonly request: AnswerRequest;
  readonly token: ApiToken | null;
  readonly sent: SentAnswer;
  readonly startMs: number;
}

/** Under which hits cost their callers nothing, so that nobody has to be asked before one is sent. */
const prefix = '/api/';

/**
 * Answers hits ahead of Fastify: limits, token and rate are seen to by the functions that its hooks use, and the
 * head is written in one piece. What is no plain hit goes Fastify's way as if nothing had been.
 */
export class HotLane {
  /** Names and values of headers in turn, which Node writes as they are. */
  private readonly linesOf = new WeakMap<WrittenAnswer, readonly string[]>();

  constructor(private readonly options: HotLaneOptions) {}

  /** The listener for requests, with the one behind it for all that are no hits. */
  before(listener: RequestListener): RequestListener {
    return (request, response) => {
      const passing = this.enter(request);
      if (!passing) return void listener(request, response);
      const goOn = (standing?: Standing): void => {
        // It is counted once more behind, which makes no difference to whoever is over the limit.
        if (standing?.isOver) return void listener(request, response);
        this.send(response, passing, standing);
      };
      const standing = this.standingOf(request, passing);
      if (!(standing instanceof Promise)) return goOn(standing);
      standing.then(goOn, () => void listener(request, response));
    };
  }

  private enter(raw: IncomingMessage): Passing | undefined {
    const startMs = performance.now();
    const { headers, method, url = '' } = raw;
    if (!url.startsWith(prefix) || tooMuchIn(raw) || hasLongBody(raw)) return undefined;
    const { answers, tokens, allowsOrigins, originOf } = this.options;
    if (allowsOrigins && headers.origin !== undefined) return undefined;
    const publicOrigin = originOf(raw);
    if (publicOrigin === undefined) return undefined;
    const request = { headers, method, url, publicOrigin };
    const sent = answers.find(request);
    if (!sent) return undefined;
    const token = this.tokenIn(raw);
    if (tokens.areConfigured && !token) return undefined;
    return answers.isHit(sent) ? { request, token, sent, startMs } : undefined;
  }

  private tokenIn({ headers }: IncomingMessage): ApiToken | null {
    const { tokens } = this.options;
    const token = tokens.areConfigured ? tokenInHeaders(headers) : undefined;
    return (token !== undefined && tokens.find(token)) || null;
  }

  private standingOf(raw: IncomingMessage, { token }: Passing) {
    const { limiter, addressOf } = this.options;
    return limiter.isOn ? limiter.take(callerOf(token, () => addressOf(raw))) : undefined;
  }

  private send(response: ServerResponse, passing: Passing, standing?: Standing): void {
    const { request, sent, token, startMs } = passing;
    const answer = this.options.answers.write(request, sent);
    const requestId = requestIdOf(request);
    const lines = ['x-request-id', requestId, ...this.lines(answer)];
    if (standing) pushLines(lines, standingHeaders(standing));
    const isNews = !isKnown(request, answer.etag);
    if (isNews) lines.push('content-length', String(answer.body.length));
    const { socket } = response;
    const sentBefore = socket?.bytesWritten ?? 0;
    response.writeHead(isNews ? 200 : 304, lines);
    response.end(isNews ? answer.body : undefined);
    this.options.onServed({
      requestId,
      method: request.method ?? 'GET',
      status: response.statusCode,
      seconds: (performance.now() - startMs) / 1000,
      bytes: () => (socket?.bytesWritten ?? 0) - sentBefore,
      ...(token && { token }),
      answer: sent,
      headers: answer.headers,
    });
  }

  private lines(answer: WrittenAnswer): readonly string[] {
    let lines = this.linesOf.get(answer);
    if (!lines) {
      const { securityHeaders, tokens } = this.options;
      const control = answer.headers['cache-control'] ?? '';
      lines = Object.entries({
        ...securityHeaders,
        ...answer.headers,
        'cache-control': tokens.areConfigured ? forOneCaller(control) : control,
      }).flat();
      this.linesOf.set(answer, lines);
    }
    return lines;
  }
}

/** A loop, because taking objects apart by their entries costs a hit as much as the rest of its head. */
function pushLines(lines: string[], headers: Readonly<Record<string, string>>): void {
  for (const name in headers) lines.push(name, headers[name] ?? '');
}
