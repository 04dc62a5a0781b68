import { Injectable } from '@nestjs/common';

/** Whether new requests are wanted. Goes before anything is closed, so that others are asked instead. */
@Injectable()
export class Readiness {
  private stopping = false;

  get isStopping(): boolean {
    return this.stopping;
  }

  stop(): void {
    this.stopping = true;
  }
}
