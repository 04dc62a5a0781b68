import { readFileSync, statSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { parseCookieFile } from './cookie-file-format';
import type { ImportedCookie } from './session';

export interface CookieFileOptions {
  readonly path: string;
  readonly nowMs: () => number;
  readonly onWarning?: (message: string) => void;
}

const checkEveryMs = 1_000;

/** Cookies that an operator keeps in a file, read again when it changes. No message of it holds a cookie. */
export class CookieFile {
  #cookies: readonly ImportedCookie[];
  private stamp: string;
  private checkedAtMs: number;
  private check: Promise<boolean> | undefined;

  /** Reads the file; throws an error that says what is wrong with it. */
  constructor(private readonly options: CookieFileOptions) {
    const { path, nowMs } = options;
    this.checkedAtMs = nowMs();
    try {
      this.stamp = stampOf(statSync(path));
      this.#cookies = parseCookieFile(readFileSync(path, 'utf8'), nowMs());
    } catch (error) {
      throw new Error(`The cookie file ${path} cannot be used: ${reasonOf(error)}`, {
        cause: error,
      });
    }
  }

  get cookies(): readonly ImportedCookie[] {
    return this.#cookies;
  }

  /** Whether there are other cookies now. Looks at the file once a second at most; shared by all who ask. */
  refresh(): Promise<boolean> {
    const nowMs = this.options.nowMs();
    if (this.check) return this.check;
    if (Math.abs(nowMs - this.checkedAtMs) < checkEveryMs) return Promise.resolve(false);
    this.checkedAtMs = nowMs;
    this.check = this.reload().finally(() => (this.check = undefined));
    return this.check;
  }

  private async reload(): Promise<boolean> {
    const { path, nowMs } = this.options;
    try {
      const stamp = stampOf(await stat(path));
      if (stamp === this.stamp) return false;
      // Before reading, so that a broken file is spoken of once and not every second.
      this.stamp = stamp;
      this.#cookies = parseCookieFile(await readFile(path, 'utf8'), nowMs());
      return true;
    } catch (error) {
      this.warn(error);
      return false;
    }
  }

  private warn(error: unknown): void {
    const { path, onWarning } = this.options;
    const reason = reasonOf(error);
    if (this.stamp === reason) return;
    if (systemCodeOf(error) !== undefined) this.stamp = reason;
    onWarning?.(`The cookie file ${path} is left out, the cookies of before stay: ${reason}`);
  }
}

/** A file put in place of another within one tick of the clock differs in its number or its size. */
function stampOf(file: { mtimeMs: number; size: number; ino: number }): string {
  return `${file.mtimeMs} ${file.size} ${file.ino}`;
}

/** E.g. ENOENT; undefined for what the parser objects to. */
function systemCodeOf(error: unknown): string | undefined {
  const hasCode = typeof error === 'object' && error !== null && 'code' in error;
  return hasCode && typeof error.code === 'string' ? error.code : undefined;
}

function reasonOf(error: unknown): string {
  return systemCodeOf(error) ?? (error instanceof Error ? error.message : 'unknown');
}
