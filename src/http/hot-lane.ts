import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { AnswerRequest, WrittenAnswer } from '../cache/answer-writer';
import { isKnown } from '../cache/answer-writer';
import type { HotAnswers } from '../cache/hot-answers';
import type { SentAnswer } from '../cache/representation-cache';
import { forOneCaller, tokenInHeaders } from './access-control';
import { AnswerHead } from './answer-head';
import type { ApiToken } from './api-token';
import type { ApiTokens } from './api-tokens';
import type { RateLimiter, Standing } from './rate-limit/rate-limiter';
import { callerOf, standingHeaders } from './rate-limit/register-rate-limit';
import { requestIdOf } from './request-id';
import { hasLongBody, tooMuchIn } from './request-limits';
import { TurnBatch } from './turn-batch';

/** A hit that has been sent. */
export interface ServedHit {
  readonly requestId: string;
  readonly method: string;
  readonly status: number;
  readonly seconds: number;
  /** What has gone over the connection for it; 0 where nobody wants to know. */
  readonly bytes: number;
  readonly token: ApiToken | null;
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
  /** Adding them up costs as much as all the rest that is said of a hit. */
  readonly countsBytes: boolean;
  /** Told at the end of the turn of the event loop. */
  readonly onServed: (hit: ServedHit) => void;
}

/** One request on its way through the lane. */
interface Passing {
  readonly request: AnswerRequest;
  readonly token: ApiToken | null;
  readonly sent: SentAnswer;
  readonly startMs: number;
}

/** Of one answer. */
interface Head {
  /** Names and values in turn, but for the length of the body. */
  readonly lines: readonly string[];
  readonly whole: AnswerHead;
}

/** Under which hits cost their callers nothing, so that nobody has to be asked before one is sent. */
const prefix = '/api/';

/**
 * Answers hits ahead of Fastify: limits, token and rate are seen to by the functions that its hooks use, and the
 * head is written in one piece. What is no plain hit goes Fastify's way as if nothing had been.
 */
export class HotLane {
  private readonly heads = new WeakMap<WrittenAnswer, Head>();
  private readonly served: TurnBatch<ServedHit>;

  constructor(private readonly options: HotLaneOptions) {
    this.served = new TurnBatch(options.onServed);
  }

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
    const own = ['x-request-id', requestId];
    if (standing) pushLines(own, standingHeaders(standing));
    const sentBefore = this.bytesSent(response);
    const { lines, whole } = this.head(answer);
    if (isKnown(request, answer.etag)) {
      response.writeHead(304, [...lines, ...own]);
      response.end();
    } else {
      whole.write(response, own);
      response.end(answer.body);
    }
    const sentAfter = this.bytesSent(response);
    this.served.add({
      requestId,
      method: request.method ?? 'GET',
      status: response.statusCode,
      seconds: (performance.now() - startMs) / 1000,
      bytes: sentAfter - sentBefore,
      token,
      answer: sent,
      headers: answer.headers,
    });
  }

  private bytesSent({ socket }: ServerResponse): number {
    return (this.options.countsBytes && socket?.bytesWritten) || 0;
  }

  private head(answer: WrittenAnswer): Head {
    let head = this.heads.get(answer);
    if (!head) {
      const lines = this.lines(answer);
      const whole = new AnswerHead([...lines, 'content-length', String(answer.body.length)]);
      head = { lines, whole };
      this.heads.set(answer, head);
    }
    return head;
  }

  private lines({ headers }: WrittenAnswer): string[] {
    const { securityHeaders, tokens } = this.options;
    const control = headers['cache-control'] ?? '';
    return Object.entries({
      ...securityHeaders,
      ...headers,
      'cache-control': tokens.areConfigured ? forOneCaller(control) : control,
    }).flat();
  }
}

/** A loop, because taking objects apart by their entries costs a hit as much as the rest of its head. */
function pushLines(lines: string[], headers: Readonly<Record<string, string>>): void {
  for (const name in headers) lines.push(name, headers[name] ?? '');
}
