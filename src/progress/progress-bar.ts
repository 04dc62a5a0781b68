import { MultiBar } from 'cli-progress';
import { clearLine, cursorTo } from 'node:readline';
import type { WriteStream } from 'node:tty';

export interface ProgressBarOptions {
  /** What is done, in front of the bar. */
  readonly label: string;
  /** How much there is to do, in units of the caller's. */
  readonly total: number;
  /** Where a person would look; standard error unless given, so that results on standard output stay clean. */
  readonly stream?: NodeJS.WriteStream;
}

/** How far long work is, for a person who waits. It keeps the process alive until it is stopped. */
export interface ProgressBar {
  /** So much is done by now, all in all; `now` names what is under way. */
  at(done: number, now?: string): void;
  /** So much more is done. */
  advance(by?: number, now?: string): void;
  /** Writes whole lines, to standard output too, without tearing the bar: they stand above it. */
  above(write: () => void): void;
  /** Takes the bar away. To be called however the work ended. */
  stop(): void;
}

const FORMAT = '{label} {bar} {value}/{total} {duration_formatted} {now}';

/** A bar at the foot of a terminal. Where there is no terminal, nothing at all is drawn. */
export function startProgressBar(options: ProgressBarOptions): ProgressBar {
  const { stream = process.stderr } = options;
  return stream.isTTY ? drawnBar(stream, options) : undrawnBar;
}

function drawnBar(stream: WriteStream, { label, total }: ProgressBarOptions): ProgressBar {
  const bars = new MultiBar({
    stream,
    format: FORMAT,
    barsize: 24,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    clearOnComplete: true,
    // The line is redrawn though it is the same, because others may have written to the terminal.
    forceRedraw: true,
    // Nothing that would have to be put right again when the process is killed.
    hideCursor: null,
    linewrap: true,
    gracefulExit: false,
  });
  const bar = bars.create(total, 0, { label, now: '' });
  let isStopped = false;
  return {
    at: (done, now) => bar.update(Math.min(done, total), now === undefined ? {} : { now }),
    advance: (by = 1, now) => bar.increment(by, now === undefined ? {} : { now }),
    above: (write) => {
      if (isStopped) return write();
      cursorTo(stream, 0);
      clearLine(stream, 0);
      write();
      bars.update();
    },
    stop: () => {
      if (!isStopped) bars.stop();
      isStopped = true;
    },
  };
}

const undrawnBar: ProgressBar = {
  at: () => undefined,
  advance: () => undefined,
  above: (write) => write(),
  stop: () => undefined,
};
