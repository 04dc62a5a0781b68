import type { OnModuleDestroy } from '@nestjs/common';
import { ProbeNotAllowedError, StoppingError } from '../../http/request.errors';
import type { ProbeRun } from '../../tiktok';
import { UpstreamProbe } from '../../tiktok';

/** Nobody learns more by asking sooner, and TikTok is not to be worn out through us. */
const keptForMs = 60_000;

export interface ProbeRules {
  /** Whether others than this machine's users call without a token. */
  readonly letsStrangersIn: boolean;
  readonly nowMs?: () => number;
}

/** Whoever asks for a probe: its run is the one under way, or the last one while it is young, or a new one. */
export class UpstreamProbes implements OnModuleDestroy {
  private readonly stopping = new AbortController();
  private running: Promise<ProbeRun> | undefined;
  private last: ProbeRun | undefined;

  constructor(
    private readonly probe: UpstreamProbe,
    private readonly rules: ProbeRules,
  ) {}

  /** Throws where strangers may call and the caller shows no token. */
  async latest(hasToken: boolean): Promise<ProbeRun> {
    if (!hasToken && this.rules.letsStrangersIn) throw new ProbeNotAllowedError();
    const { nowMs = Date.now } = this.rules;
    // A clock that was set back does not keep it longer.
    if (this.last && Math.abs(nowMs() - this.last.finishedAtMs) < keptForMs) return this.last;
    return (this.running ??= this.run());
  }

  onModuleDestroy(): void {
    this.stopping.abort(new StoppingError());
  }

  private async run(): Promise<ProbeRun> {
    try {
      this.last = await this.probe.run({ signal: this.stopping.signal });
      return this.last;
    } finally {
      this.running = undefined;
    }
  }
}
