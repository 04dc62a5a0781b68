import type { DocumentedAnswers } from '../generated/documented-answer';
import type { Answer } from '../generated/generated-request';
import type { TestApi } from '../support/api';
import { startApi } from '../support/api';
import { eventually } from '../support/redis';
import type { Condition } from './conditions';
import { Upstream } from './conditions';
import { expectedOutcomes, isOurs } from './expectations';
import type { OpenAnswers } from './open-things';
import { nothingLeft } from './open-things';
import type { Outcome } from './replies';
import { ask, isRefusal, refusalProblems, skeletonOf } from './replies';
import type { Route } from './routes';

export interface Trials {
  readonly routes: readonly Route[];
  readonly documented: DocumentedAnswers;
  /** Of answers by the name of their route, when nothing is wrong. */
  readonly skeletons: ReadonlyMap<string, string>;
  readonly openAnswers: OpenAnswers;
}

/** What was not as it should be, in words; nothing is well. */
export interface Findings {
  readonly answers: string[];
  readonly recovery: string[];
  readonly leaks: string[];
  pairs: number;
}

/** A machine that is busy can be late itself where the deadlines are short. */
const recoveryTries = 20;
/** Longer than "not found" is kept. */
export const keptMs = 20_000;

/** One condition: a server and a TikTok of its own, every route while it lasts and when it is over. */
export class Trial {
  readonly findings: Findings = { answers: [], recovery: [], leaks: [], pairs: 0 };

  private constructor(
    private readonly condition: Condition,
    private readonly trials: Trials,
    private readonly upstream: Upstream,
    private readonly api: TestApi,
  ) {}

  static async start(condition: Condition, trials: Trials): Promise<Trial> {
    const upstream = await Upstream.start();
    const environment = {
      TIKTOK_MAX_RETRIES: '1',
      ...(condition.isSlow && {
        TIKTOK_TIMEOUT_MS: '1500',
        TIKTOK_OPERATION_TIMEOUT_MS: '2000',
      }),
    };
    const api = await startApi({ on: upstream.sandbox, environment });
    return new Trial(condition, trials, upstream, api);
  }

  async run(): Promise<void> {
    const end = await this.condition.begin(this.upstream);
    await Promise.all(lanesOf(this.trials.routes).map((lane) => this.drive(lane)));
    await this.nothingOpen('under the fault');
    await end();
    for (const route of this.trials.routes) if (!this.isKept(route)) await this.recovers(route);
    await this.nothingOpen('after it');
  }

  /** Asks what was kept as an answer for a moment, when that moment has passed, and ends. */
  async close(): Promise<void> {
    for (const route of this.trials.routes) if (this.isKept(route)) await this.recovers(route);
    await this.api.close();
    const { openAnswers } = this.trials;
    const { port } = this.upstream.sandbox;
    await this.note('connections after the end', () =>
      expect(openAnswers.connectionsOn(port)).toBe(0),
    );
    await this.upstream.stop();
  }

  private async drive(lane: readonly Route[]): Promise<void> {
    for (const route of lane) {
      this.findings.pairs += 1;
      const problems = await this.problemsOf(route).catch((error: unknown) => [String(error)]);
      this.findings.answers.push(...problems.map((problem) => `${route.name}: ${problem}`));
    }
  }

  private async problemsOf(route: Route): Promise<string[]> {
    const answer = await ask(this.api.url, route);
    const problems = this.trials.documented.problems(route.operation, answer);
    const expected = expectedOutcomes(this.condition.name, route.name);
    const outcome = this.outcomeOf(route, answer);
    if (outcome !== 'error' && expected.includes(outcome)) return problems;
    const refusals = expected.filter(isRefusal);
    if (outcome !== 'error' || refusals.length === 0)
      return [...problems, `${outcome} instead of ${expected.join(' or ')}: ${inShort(answer)}`];
    const each = refusals.map((refusal) => refusalProblems(refusal, route, answer));
    return [...problems, ...(each.some(({ length }) => length === 0) ? [] : each.flat())];
  }

  private outcomeOf(route: Route, answer: Answer): Outcome | 'error' {
    if (answer.status !== 200) return 'error';
    if (isOurs(route.name) || skeletonOf(route, answer) === this.trials.skeletons.get(route.name))
      return 'same';
    const completeness = String(answer.headers['x-tiktok-completeness']);
    const isLess = /capped|partial/.test(completeness) || answer.text.includes('"incomplete":');
    return isLess ? 'less' : 'other';
  }

  private isKept({ name }: Route): boolean {
    const kept: readonly Outcome[] = ['not found', 'private'];
    return expectedOutcomes(this.condition.name, name).some((outcome) => kept.includes(outcome));
  }

  private async recovers(route: Route): Promise<void> {
    const tries = this.condition.isSlow ? recoveryTries : 1;
    let answer: Answer | undefined;
    for (let count = 0; count < tries && answer?.status !== 200; count += 1)
      answer = await ask(this.api.url, route);
    if (answer?.status !== 200)
      this.findings.recovery.push(`${route.name}: ${answer && inShort(answer)}`);
  }

  private async nothingOpen(when: string): Promise<void> {
    const { openAnswers } = this.trials;
    const { port } = this.upstream.sandbox;
    await this.note(`gauges ${when}`, () => nothingLeft(this.api));
    await this.note(`answers of TikTok ${when}`, () => expect(openAnswers.answersOn(port)).toBe(0));
    const ownPort = Number(new URL(this.api.url).port);
    await this.note(`answers to callers ${when}`, () =>
      expect(openAnswers.answersOn(ownPort)).toBe(0),
    );
  }

  private async note(what: string, check: () => unknown): Promise<void> {
    try {
      await eventually(check);
    } catch (error) {
      this.findings.leaks.push(`${what}: ${error instanceof Error ? error.message : what}`);
    }
  }
}

/** Routes that ask TikTok for the same kind of thing one after another: a source that rests takes one at a time. */
function lanesOf(routes: readonly Route[]): Route[][] {
  const lanes = new Map<string, Route[]>();
  for (const route of routes) {
    const isPost = /\/(post|statistic|downloader|slides|likes_count|media)\b/.test(route.name);
    const name = isPost ? 'post' : /\/(user|random)\b/.test(route.name) ? 'account' : 'other';
    lanes.set(name, [...(lanes.get(name) ?? []), route]);
  }
  return [...lanes.values()];
}

function inShort({ status, headers, text }: Answer): string {
  const completeness = String(headers['x-tiktok-completeness-reason'] ?? '');
  const source = String(headers['x-tiktok-source'] ?? '');
  return [status, source, completeness, text.slice(0, 160)].filter(Boolean).join(' ');
}
