import cluster, { type Worker } from 'node:cluster';
import { availableParallelism } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';

export interface WorkerPoolOptions {
  /** 0 for one worker a core. */
  readonly size: number;
  /** Variables of the workers, before those of this process. */
  readonly environment: Readonly<Record<string, string>>;
  /** What workers have to finish what is under way when they are asked to end. */
  readonly graceMs: number;
  readonly onWarning: (message: string) => void;
  /** No worker ever came to listen, so none will: the configuration or the port is to blame. */
  readonly onFailedStart: (exitCode: number) => void;
}

const firstRestartMs = 500;
const maxRestartMs = 30_000;
/** A worker that ran for so long was well, and its successor starts at once. */
const wellAfterMs = 60_000;

export const isWorker = cluster.isWorker;

/** Processes that listen on one port together. One that ends by itself has a successor. */
export class WorkerPool {
  private readonly size: number;
  private isStopping = false;
  private hasListened = false;
  private restartMs = firstRestartMs;

  constructor(private readonly options: WorkerPoolOptions) {
    this.size = options.size === 0 ? availableParallelism() : options.size;
  }

  /** Resolves with the port when as many workers have come to listen as there are to be. */
  start(): Promise<number> {
    // Options of the command line stand in the environment of the workers.
    cluster.setupPrimary({ args: [] });
    const listening = new Promise<number>((resolve) => {
      let count = 0;
      cluster.on('listening', (_worker, { port }) => {
        this.hasListened = true;
        count += 1;
        // While only some do, the end of one could leave the port to nobody.
        if (count === this.size) resolve(port);
      });
    });
    for (let number = 0; number < this.size; number += 1) this.fork();
    return listening;
  }

  /** Ends all workers, within the grace. */
  async stop(): Promise<void> {
    this.isStopping = true;
    const workers = Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined);
    const hasEnded = Promise.all(
      workers.map((worker) => new Promise((resolve) => worker.once('exit', resolve))),
    );
    for (const worker of workers) worker.process.kill('SIGTERM');
    await Promise.race([hasEnded, sleep(this.options.graceMs)]);
    for (const worker of workers) if (!worker.isDead()) worker.process.kill('SIGKILL');
  }

  private fork(): void {
    const startedAtMs = performance.now();
    const worker = cluster.fork(this.options.environment);
    worker.once('exit', (code, signal) => {
      if (this.isStopping) return;
      if (this.hasListened) void this.replace(worker, signal ?? `code ${code}`, startedAtMs);
      else this.options.onFailedStart(code || 1);
    });
  }

  private async replace(worker: Worker, reason: string, startedAtMs: number): Promise<void> {
    if (performance.now() - startedAtMs > wellAfterMs) this.restartMs = firstRestartMs;
    const waitMs = this.restartMs;
    this.restartMs = Math.min(waitMs * 2, maxRestartMs);
    this.options.onWarning(
      `Process ${worker.process.pid} has ended (${reason}); another one takes its place in ${waitMs} ms`,
    );
    await sleep(waitMs);
    if (!this.isStopping) this.fork();
  }
}
