import type { AdmissionLoad } from './admission';
import type { MediaLoad } from './media/media-load';
import type { RungHealth } from './source-health';
import type { HostLoad } from './transport/pacing.interceptor';
import type { SessionPoolHealth } from './transport/session-pool';
import type { SignerHealth } from './transport/signer';

/** The guests, the signer and the queues towards TikTok. */
export interface UpstreamFacts {
  readonly sessions: SessionPoolHealth;
  /** Absent where no signer service is set up. */
  readonly signer?: SignerHealth;
  readonly queues: readonly HostLoad[];
  readonly media: MediaLoad;
  readonly admission: AdmissionLoad;
}

/** All that is known of how TikTok receives us, for operators. */
export interface UpstreamHealth extends Partial<UpstreamFacts> {
  /** Every source of every operation, in the order in which they are asked. */
  readonly rungs: readonly RungHealth[];
}
