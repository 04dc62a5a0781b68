import { request, type Dispatcher } from 'undici';
import type { World } from '../../src/sandbox';
import { canonical } from './canonical';
import { mayRound } from './counts';
import type { Complaints } from './complaints';
import type { EarlierBodies } from './earlier-bodies';
import type { Random } from './random';
import type { Tally } from './tally';
import type { Weather } from './weather';
import { wrongFactIn } from './world-facts';

/** What all visitors share. */
export interface Surroundings {
  readonly origin: string;
  readonly token: string;
  readonly dispatcher: Dispatcher;
  readonly world: World;
  readonly random: Random;
  readonly weather: Weather;
  readonly tally: Tally;
  readonly complaints: Complaints;
  readonly earlier: EarlierBodies;
}

export interface Question {
  readonly path: string;
  readonly method?: 'GET' | 'POST' | 'HEAD';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** What it may be answered with while TikTok is well; 200 unless given. */
  readonly statuses?: readonly number[];
  /** Whether the same question is answered with the same body, save for times and seals; so it is unless said. */
  readonly isSteady?: boolean;
  /** Whether several surfaces may have answered parts of it, of which one is named. */
  readonly isMixed?: boolean;
  /** Whether what it says of posts is an example, made when the sandbox's clock stood elsewhere. */
  readonly isOfAnotherDay?: boolean;
  readonly hasNoToken?: boolean;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  /** Undefined where the body is no JSON. */
  readonly body: unknown;
}

/** What is answered instead when TikTok is not to be had. */
export const refusals: readonly number[] = [501, 502, 503, 504];
/**
 * The longest that anything may take; longer is no answer. A list is a call after another, each of which may take
 * `TIKTOK_OPERATION_TIMEOUT_MS` while TikTok is slow.
 */
const patienceMs = 180_000;

/** Asks, and complains of every answer that is not as it should be. */
export class Visitor {
  constructor(
    readonly surroundings: Surroundings,
    private readonly family: string,
  ) {}

  /** The answer; undefined where there is none to go on with. */
  async ask(question: Question): Promise<Answer | undefined> {
    const beganMs = performance.now();
    const { tally, complaints } = this.surroundings;
    let answer: Answer;
    try {
      answer = await this.send(question);
    } catch (error) {
      complaints.add('no answer', `${named(question)}: ${String(error)}`);
      return undefined;
    }
    tally.answered(this.family, performance.now() - beganMs);
    tally.bytes += answer.text.length;
    if (!this.isExpected(question, answer.status, beganMs, answer.text)) return undefined;
    if (answer.status === 200) this.compare(question, answer);
    return answer;
  }

  /** Complains of a status that nothing excuses. */
  isExpected(question: Question, status: number, beganMs: number, said = ''): boolean {
    const { weather, tally, complaints } = this.surroundings;
    if ((question.statuses ?? [200]).includes(status)) return true;
    if (refusals.includes(status) && weather.excuses(beganMs)) tally.refusals += 1;
    else
      complaints.add(
        'unexpected status',
        `${named(question)} answered ${status} (${weather.now}): ${said.slice(0, 300)}`,
      );
    return false;
  }

  /** Says that a body is wrong, where there is something to say. */
  doubt(question: Question, what: string | undefined): void {
    const { lately } = this.surroundings.weather;
    if (what !== undefined)
      this.surroundings.complaints.add('wrong body', `${named(question)}: ${what} (${lately})`);
  }

  private compare(question: Question, { headers, text, body }: Answer): void {
    const { world, earlier } = this.surroundings;
    const isRounded = question.isMixed === true || mayRound(headers['x-tiktok-source']);
    const wrong = question.isOfAnotherDay
      ? undefined
      : wrongFactIn(body, { world, mayRound: isRounded });
    if (wrong !== undefined) return this.doubt(question, `${wrong} (${sourceOf(headers)})`);
    if (question.isSteady === false || question.isMixed === true) return;
    // A list that broke off did so where the weather had it; its rows were checked above.
    if (headers['x-tiktok-completeness'] === 'partial') return;
    // Sources differ in what they tell, so each is compared with itself.
    const asked = `${named(question)} ${question.headers?.accept ?? ''} ${sourceOf(headers)}`;
    this.doubt(question, earlier.difference(asked, body === undefined ? text : canonical(body)));
  }

  private async send({ path, method = 'GET', ...question }: Question): Promise<Answer> {
    const { origin, token, dispatcher } = this.surroundings;
    const authorization = question.hasNoToken ? {} : { authorization: `Bearer ${token}` };
    const { statusCode, headers, body } = await request(origin + path, {
      method,
      dispatcher,
      headers: { ...authorization, ...question.headers },
      body: question.body,
      signal: AbortSignal.timeout(patienceMs),
    });
    const text = await body.text();
    return { status: statusCode, headers, text, body: parsed(text) };
  }
}

function sourceOf(headers: Answer['headers']): string {
  return [headers['x-tiktok-source'], headers['x-tiktok-completeness']].join(' ');
}

export function named({ method = 'GET', path, body = '' }: Question): string {
  return `${method} ${path} ${body}`.trim();
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
