import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { machineFacts } from './machine';
import type { Report } from './report';
import { asMarkdown, markdownTable, verdictOf } from './text';

const file = join(__dirname, '../../../docs/benchmarks.md');

const opening = `# How fast is it?

<!-- written by npm run bench -->
Written by \`npm run bench\`, which measures everything here anew in about five minutes, on this machine only: nothing
leaves it, and what stands for TikTok is [the sandbox](sandbox.md). \`npm run bench -- hits\` measures one part and writes
nothing.

**Compare the ratios, not the numbers**: each was measured side by side in one run, in turn, every server in a process
of its own. On two cores the load generator, the server and what stands for TikTok share the machine. CPU of an answer
is the server's alone.`;

/** Writes docs/benchmarks.md. */
export function writePage(reports: readonly Report[]): void {
  const targets = reports.flatMap(({ targets: own = [] }) => own);
  const met = targets.filter(({ isMet }) => isMet).length;
  const rows = targets.map((each) => [each.what, each.wanted, each.measured, verdictOf(each)]);
  const machine = markdownTable({ columns: ['', 'This run'], rows: machineFacts() });
  const page = [
    opening,
    machine.replace('---:', '---'),
    `## What was to be reached\n\n${met} of ${targets.length} targets were met in this run.`,
    markdownTable({ columns: ['What', 'Wanted', 'This run', 'Verdict'], rows }),
    ...reports.map((report) => asMarkdown(report).trimEnd()),
  ];
  writeFileSync(file, `${page.join('\n\n')}\n`);
}
