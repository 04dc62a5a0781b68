import type { SandboxClock } from '../clock';
import type { RequestCounters } from '../counters';
import type { DemandTable } from '../demand-table';
import type { FaultControl } from '../faults/fault-control';
import type { ResearchQuota } from '../research-quota';
import type { SignerService } from '../signer/signer-service';
import type { Switches } from '../switches';
import type { Traffic } from '../traffic';

/** All that can be turned while the sandbox runs. */
export interface Controls {
  faults: FaultControl;
  traffic: Traffic;
  counters: RequestCounters;
  clock: SandboxClock;
  switches: Switches;
  demands: DemandTable;
  quota: ResearchQuota;
  signer: SignerService;
}
