import type { Complaints } from './complaints';
import type { EarlierBodies } from './earlier-bodies';
import type { Open } from './leak';
import type { SoakOptions } from './options';
import type { ProbeReport } from './probe';
import { inMegabytes, type Samples } from './samples';
import type { Tally } from './tally';
import type { Weather } from './weather';

export interface Standing {
  readonly tally: Tally;
  readonly samples: Samples;
  readonly weather: Weather;
  readonly complaints: Complaints;
}

/** How things stand, in a line. */
export function lineOf(standing: Standing, seconds: number): string {
  const { tally, samples, weather, complaints } = standing;
  const { medianMs, p99Ms } = tally.recentLatency();
  return [
    `${seconds.toFixed(0).padStart(5)} s  ${tally.requests} requests, ${tally.refusals} refused`,
    `median ${medianMs.toFixed(0)} ms, 99% ${p99Ms.toFixed(0)} ms`,
    samples.last ? usageOf(samples.last) : 'nothing known of the process',
    `weather ${weather.now}`,
    `complaints ${complaints.summary}`,
  ].join('; ');
}

function usageOf({ residentBytes, heapBytes, externalBytes, resources }: ProbeReport): string {
  const handles = Object.values(resources).reduce((sum, count) => sum + count, 0);
  const memory = `resident ${inMegabytes(residentBytes)}, heap ${inMegabytes(heapBytes)}, outside ${inMegabytes(externalBytes)}`;
  return `${memory}; ${resources.TCPSocketWrap ?? 0} sockets, ${handles} handles`;
}

interface Ended extends Standing {
  readonly options: SoakOptions;
  readonly before: Open;
  readonly after: Open;
  readonly earlier: EarlierBodies;
}

/** Everything that a report on the soak would say. */
export function verdictOf(ended: Ended): readonly string[] {
  const { tally, samples, weather, complaints, options, before, after, earlier } = ended;
  const { medianMs, p99Ms } = tally.latency;
  const minutes = options.durationMs / 60_000;
  return [
    '',
    `${tally.requests} requests in ${minutes.toFixed(1)} minutes, ${inMegabytes(tally.bytes)} read; median ${medianMs.toFixed(1)} ms, 99% ${p99Ms.toFixed(0)} ms`,
    `  ${[...tally.families].map(([family, count]) => `${family} ${count}`).join(', ')}`,
    `${earlier.size} different questions; each body compared with the sandbox's world and with its earlier one`,
    `${weather.spells.length} spells of bad weather: ${tally.refusals} answers refused, ${tally.brokenStreams} streams broken off by TikTok; ${tally.hangUps} callers hung up`,
    ...growthLines(samples, options.warmUpMs),
    `Open at rest: ${openIn(before)} before, ${openIn(after)} after`,
    ...complaints.lines(),
    complaints.kinds.length === 0
      ? 'PASSED: nothing to complain of'
      : `FAILED: ${complaints.summary}`,
  ];
}

function growthLines(samples: Samples, warmUpMs: number): readonly string[] {
  const live = samples.liveGrowth(warmUpMs);
  const resident = samples.residentGrowth(warmUpMs);
  const warm = `after ${(warmUpMs / 1000).toFixed(0)} s of warming up`;
  return [
    `Live memory ${warm}: ${live.megabytesPerMinute.toFixed(2)} MB a minute, ${live.megabytes.toFixed(1)} MB in all (${live.points} points)`,
    `Resident memory: ${resident.megabytesPerMinute.toFixed(2)} MB a minute, ${resident.megabytes.toFixed(1)} MB in all; ${samples.highestResidentMb.toFixed(0)} MB at most`,
  ];
}

function openIn(open: Open): string {
  const { TCPSocketWrap = 0, Timeout = 0, 'open files': files = 0 } = open;
  return `${TCPSocketWrap} sockets, ${Timeout} timers, ${files} files`;
}
