import type { IntervalHistogram } from 'node:perf_hooks';
import { monitorEventLoopDelay } from 'node:perf_hooks';

const resolutionMs = 10;
const sampleMs = 500;

/** How late this process is with its work: the mean delay of its event loop in the last half second. */
export class EventLoop {
  private readonly histogram: IntervalHistogram;
  private readonly sampler: NodeJS.Timeout;
  private latestMs = 0;

  constructor() {
    this.histogram = monitorEventLoopDelay({ resolution: resolutionMs });
    this.histogram.enable();
    this.sampler = setInterval(() => this.sample(), sampleMs).unref();
  }

  get delayMs(): number {
    return this.latestMs;
  }

  close(): void {
    clearInterval(this.sampler);
    this.histogram.disable();
  }

  private sample(): void {
    const { mean } = this.histogram;
    this.histogram.reset();
    this.latestMs = Number.isNaN(mean) ? 0 : Math.max(0, mean / 1e6 - resolutionMs);
  }
}
