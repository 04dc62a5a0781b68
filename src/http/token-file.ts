import { readFileSync, statSync } from 'node:fs';
import type { ApiToken } from './api-token';
import { tokenId } from './api-token';

export interface TokenFileOptions {
  readonly path: string;
  readonly nowMs?: () => number;
  readonly onWarning: (message: string) => void;
}

const checkEveryMs = 1_000;

/**
 * Tokens that an operator keeps in a file, one a line, with a daily limit behind it where one is wanted;
 * `#` begins a comment. Read again when it changes. No message of it holds a token.
 */
export class TokenFile {
  private list: readonly ApiToken[];
  private stamp: string;
  private checkedAtMs: number;
  private readonly nowMs: () => number;

  /** Reads the file; throws an error that says what is wrong with it. */
  constructor(private readonly options: TokenFileOptions) {
    this.nowMs = options.nowMs ?? Date.now;
    this.checkedAtMs = this.nowMs();
    this.stamp = stampOf(options.path);
    this.list = parseTokenFile(readFileSync(options.path, 'utf8'));
  }

  /** The tokens of the file as it is now; a file that cannot be used leaves those of before. */
  tokens(): readonly ApiToken[] {
    const nowMs = this.nowMs();
    if (Math.abs(nowMs - this.checkedAtMs) >= checkEveryMs) {
      this.checkedAtMs = nowMs;
      this.refresh();
    }
    return this.list;
  }

  private refresh(): void {
    const before = this.stamp;
    try {
      this.stamp = stampOf(this.options.path);
      if (this.stamp === before) return;
      this.list = parseTokenFile(readFileSync(this.options.path, 'utf8'));
    } catch (error) {
      const reason = reasonOf(error);
      // A file that is missing or unreadable has no stamp: its trouble stands for it, to be spoken of once.
      if (this.stamp === before) this.stamp = reason;
      if (this.stamp !== before)
        this.options.onWarning(
          `The token file cannot be used, the tokens of before stay: ${reason}`,
        );
    }
  }
}

/** A file put in place of another within one tick of the clock differs in its number or its size. */
function stampOf(path: string): string {
  const { mtimeMs, size, ino } = statSync(path);
  return `${mtimeMs} ${size} ${ino}`;
}

export function parseTokenFile(text: string): ApiToken[] {
  return text.split(/\r?\n/).flatMap((line, index) => {
    const content = line.replace(/(^|\s)#.*$/, '').trim();
    return content === '' ? [] : [parseLine(content, index + 1)];
  });
}

function parseLine(content: string, lineNumber: number): ApiToken {
  const [token = '', limit, ...rest] = content.split(/\s+/);
  if (rest.length > 0 || (limit !== undefined && !/^[0-9]{1,12}$/.test(limit)))
    throw new Error(`line ${lineNumber} is not "TOKEN" or "TOKEN UNITS-A-DAY"`);
  return {
    id: tokenId(token),
    label: `line ${lineNumber}`,
    ...(limit !== undefined && { dailyUnits: Number(limit) }),
  };
}

function reasonOf(error: unknown): string {
  const hasCode = typeof error === 'object' && error !== null && 'code' in error;
  if (hasCode && typeof error.code === 'string') return error.code;
  return error instanceof Error ? error.message : 'unknown';
}
