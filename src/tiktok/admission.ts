import { TikTokBusyError } from './tiktok.errors';

export interface AdmissionOptions {
  /** Questions that may be under way at once, whatever host they go to; any number unless given. */
  readonly maxOperations?: number;
  /** Why the process can take no new work at the moment; undefined when it can. */
  readonly strain?: () => string | undefined;
}

/** How much is asked, and how much was not. */
export interface AdmissionLoad {
  readonly underWayCount: number;
  readonly refusedCount: number;
}

const retryAfterSeconds = 2;

/**
 * Lets so much new work in and no more. It stands behind the cache: what is stored is served all the while, and an
 * old answer stands in for a refusal.
 */
export class Admission {
  private underWayCount = 0;
  private refusedCount = 0;

  constructor(private readonly options: AdmissionOptions) {}

  /** Throws `TikTokBusyError` at once instead of letting a caller wait for what will not come in time. */
  async admit<T>(work: () => Promise<T>): Promise<T> {
    this.assertRoom();
    this.underWayCount += 1;
    try {
      return await work();
    } finally {
      this.underWayCount -= 1;
    }
  }

  load(): AdmissionLoad {
    const { underWayCount, refusedCount } = this;
    return { underWayCount, refusedCount };
  }

  private assertRoom(): void {
    const { maxOperations = Infinity, strain } = this.options;
    const reason =
      this.underWayCount >= maxOperations ? `${maxOperations} questions are under way` : strain?.();
    if (reason === undefined) return;
    this.refusedCount += 1;
    throw new TikTokBusyError(`TikTok is not asked: ${reason}`, retryAfterSeconds);
  }
}
