import { startProgressBar } from '../../src/progress/progress-bar';
import { cold } from './cold.bench';
import { collapsing } from './collapsing.bench';
import { fullSearch } from './full-search.bench';
import { hits } from './hits.bench';
import { media } from './media.bench';
import { memory } from './memory.bench';
import { writePage } from './page';
import { paging } from './paging.bench';
import { parsing } from './parsing.bench';
import { peers } from './peers.bench';
import type { Bench, Report } from './report';
import { sandbox } from './sandbox.bench';
import { startUp } from './start-up.bench';
import { printed } from './text';

/** All of them are the page, in this order. */
const onPage: Readonly<Record<string, Bench>> = {
  hits,
  collapsing,
  cold,
  peers,
  paging,
  parsing,
  media,
  'full-search': fullSearch,
  memory,
  'start-up': startUp,
};
/** Run by name only: about what we test with, not about what we serve. */
const byName: Readonly<Record<string, Bench>> = { sandbox };
const all = { ...onPage, ...byName };

async function main(names: readonly string[]): Promise<void> {
  const unknown = names.filter((name) => !(name in all));
  if (unknown.length > 0) {
    const known = Object.keys(all).join(', ');
    process.stderr.write(`No bench ${unknown.join(', ')}; there are ${known}\n`);
    process.exitCode = 1;
    return;
  }
  const chosen = names.length === 0 ? onPage : all;
  const benches = Object.entries(chosen).filter(([name]) => !names[0] || names.includes(name));
  const reports = await runAll(benches);
  if (names.length > 0) return;
  writePage(reports);
  process.stdout.write('Written to docs/benchmarks.md\n');
}

async function runAll(benches: readonly (readonly [string, Bench])[]): Promise<Report[]> {
  const total = benches.reduce((sum, [, { seconds }]) => sum + seconds, 0);
  const bar = startProgressBar({ label: 'bench', total });
  const reports: Report[] = [];
  let done = 0;
  try {
    for (const [name, { seconds, run }] of benches) {
      bar.at(done, name);
      const startMs = performance.now();
      const passed = (): number => Math.min(seconds, (performance.now() - startMs) / 1000);
      const report = await run((words) => bar.at(Math.floor(done + passed()), words));
      done += seconds;
      reports.push(report);
      const took = (performance.now() - startMs) / 1000;
      bar.above(() => process.stdout.write(printed(report, took)));
    }
  } finally {
    bar.stop();
  }
  return reports;
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exit(1);
});
