import { steadyNowMs } from '../steady-clock';
import { CookieFile } from './cookie-file';
import type { RestPolicy, SessionHealth } from './pooled-session';
import { PooledSession } from './pooled-session';
import { ProxyAddress } from './proxy-address';
import { Session } from './session';
import { judge } from './session-outcome';

export interface SessionPoolOptions {
  /** How many sessions live at once; one a proxy, or two without proxies, unless given. Made when needed. */
  readonly size?: number;
  /** `http://` or `https://`, with credentials where wanted; a session keeps its proxy for life. */
  readonly proxyUrls?: readonly string[];
  /** Path of a file with cookies for every session: cookies.txt, a browser's JSON export, or `a=b; c=d`. */
  readonly cookieFile?: string;
  readonly userAgent?: string;
  readonly rest?: Partial<RestPolicy>;
  /** Told what an operator should know and what stops nothing, e.g. a cookie file broken while we run. */
  readonly onWarning?: (message: string) => void;
  readonly nowMs?: () => number;
}

export interface SessionPoolHealth {
  readonly size: number;
  readonly retiredCount: number;
  readonly sessions: readonly SessionHealth[];
}

const defaultRest: RestPolicy = {
  refusalsBeforeRest: 3,
  firstRestMs: 30_000,
  longestRestMs: 900_000,
  restsBeforeRetirement: 4,
};

/**
 * The guests as whom we ask TikTok. One of them is used for everything while it is well received, so that
 * cookies and search ids stay together; refused ones rest, and are replaced when resting does not help.
 */
export class SessionPool {
  private readonly rest: RestPolicy;
  private readonly userAgent: string | undefined;
  private readonly size: number;
  readonly proxies: readonly ProxyAddress[];
  private readonly cookieFile: CookieFile | undefined;
  private readonly nowMs: () => number;
  private readonly members: PooledSession[] = [];
  private current: PooledSession | undefined;
  private startedCount = 0;
  private retiredCount = 0;

  /** Throws when a proxy or the cookie file is wrong; its message holds no secret. */
  constructor(options: SessionPoolOptions = {}) {
    const { proxyUrls = [], cookieFile: path, nowMs = steadyNowMs, onWarning } = options;
    this.proxies = proxyUrls.map((url, index) => ProxyAddress.parse(url, index + 1));
    this.size = options.size ?? (this.proxies.length > 0 ? this.proxies.length : 2);
    if (!Number.isInteger(this.size) || this.size < 1)
      throw new RangeError('A pool needs one session or more');
    this.userAgent = options.userAgent;
    this.rest = { ...defaultRest, ...options.rest };
    this.nowMs = nowMs;
    this.cookieFile = path === undefined ? undefined : new CookieFile({ path, nowMs, onWarning });
  }

  /**
   * Does the work with a session, and once more with another one when the first was refused for who it is.
   * Where all of them rest, the one next to wake is used: one surface's refusals must not close the others.
   */
  async use<T>(work: (session: Session) => Promise<T>): Promise<T> {
    await this.refreshCookies();
    const first = this.pick();
    try {
      return await this.run(first, work);
    } catch (error) {
      const second = isRefusal(error, first.session) ? this.another(first) : undefined;
      if (!second) throw error;
      return this.run(second, work);
    }
  }

  health(): SessionPoolHealth {
    const nowMs = this.nowMs();
    const sessions = this.members.map((member) => member.report(nowMs));
    return { size: this.size, retiredCount: this.retiredCount, sessions };
  }

  private async run<T>(member: PooledSession, work: (session: Session) => Promise<T>): Promise<T> {
    const askedAtRest = member.restCount;
    try {
      const result = await work(member.session);
      member.answered(askedAtRest);
      return result;
    } catch (error) {
      const verdict = judge(error, member.session);
      if (verdict === 'answer') member.answered(askedAtRest);
      else if (verdict) member.refused({ atMs: this.nowMs(), kind: verdict }, askedAtRest);
      if (member.isSpent()) this.retire(member);
      throw error;
    }
  }

  private pick(): PooledSession {
    const nowMs = this.nowMs();
    if (!this.current || this.current.isResting(nowMs))
      this.current = this.rested() ?? this.nextToWake(nowMs) ?? this.start();
    return this.current;
  }

  private another(than: PooledSession): PooledSession | undefined {
    // Others may have moved on already: then theirs is the one to share.
    const { current } = this;
    const isCurrentFit = current && current !== than && !current.isResting(this.nowMs());
    return isCurrentFit ? current : this.rested(than);
  }

  /** One that does not rest, or a new one where there is room. */
  private rested(except?: PooledSession): PooledSession | undefined {
    const nowMs = this.nowMs();
    const found = this.members.find((member) => member !== except && !member.isResting(nowMs));
    return found ?? (this.members.length < this.size ? this.start() : undefined);
  }

  private nextToWake(nowMs: number): PooledSession | undefined {
    return [...this.members].sort((a, b) => a.restLeftMs(nowMs) - b.restLeftMs(nowMs))[0];
  }

  private start(): PooledSession {
    const session = new Session({ userAgent: this.userAgent, proxy: this.freestProxy() });
    if (this.cookieFile) session.importCookies(this.cookieFile.cookies);
    const member = new PooledSession((this.startedCount += 1), session, this.rest);
    this.members.push(member);
    return member;
  }

  /** The proxy with the fewest sessions; after a retirement that is the next one in turn, not the same again. */
  private freestProxy(): ProxyAddress | undefined {
    const usersOf = (proxy: ProxyAddress): number =>
      this.members.filter(({ session }) => session.proxy === proxy).length;
    const turn = this.proxies.length === 0 ? 0 : this.startedCount % this.proxies.length;
    const inTurn = [...this.proxies.slice(turn), ...this.proxies.slice(0, turn)];
    return inTurn.sort((a, b) => usersOf(a) - usersOf(b))[0];
  }

  private retire(member: PooledSession): void {
    const index = this.members.indexOf(member);
    if (index < 0) return;
    this.members.splice(index, 1);
    this.retiredCount += 1;
    if (this.current === member) this.current = undefined;
  }

  private async refreshCookies(): Promise<void> {
    if (!(await this.cookieFile?.refresh())) return;
    for (const { session } of this.members) session.importCookies(this.cookieFile?.cookies ?? []);
  }
}

function isRefusal(error: unknown, session: Session): boolean {
  const verdict = judge(error, session);
  return verdict !== undefined && verdict !== 'answer';
}
