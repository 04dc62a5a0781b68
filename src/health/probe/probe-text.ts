import type { ProbedOperationDto, ProbeRowDto, UpstreamProbeDto } from './probe.dto';

const headings = ['operation', 'source', 'outcome', 'ms', 'what'] as const;

/** A probe for people: a table, what to do, and the verdict. */
export function probeText(probe: UpstreamProbeDto): string {
  const { rows } = probe;
  const table = aligned([headings, ...rows.map(cellsOf)]);
  return [...heading(probe), '', ...table, '', ...advices(rows), ...verdict(probe), ''].join('\n');
}

function heading({ upstream, startedAt, finishedAt }: UpstreamProbeDto): string[] {
  const seconds = (Date.parse(finishedAt) - Date.parse(startedAt)) / 1000;
  const who = upstream === 'tiktok' ? 'TikTok' : 'The sandbox, whose data are all invented,';
  return [`${who} as it was found from here at ${startedAt}, in ${seconds.toFixed(1)} s`];
}

function cellsOf(row: ProbeRowDto): string[] {
  return [row.operation, row.source, row.outcome, String(row.ms ?? ''), whatOf(row)];
}

function whatOf({ kind, path, rows, message }: ProbeRowDto): string {
  const missing = path === undefined ? undefined : `${path} is missing`;
  const count = rows === undefined ? undefined : rows === 1 ? '1 row' : `${rows} rows`;
  const parts = [kind, missing, count, message].filter((part) => part !== undefined);
  return printable(parts.join('; '));
}

/** On one line, and nothing that a terminal would obey: the words may be TikTok's. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ').slice(0, 160);
}

function aligned(lines: readonly (readonly string[])[]): string[] {
  const widths = headings.map((_, column) =>
    Math.max(...lines.map((cells) => (cells[column] ?? '').length)),
  );
  const placed = (cell: string, column: number): string => {
    const width = widths[column] ?? 0;
    return headings[column] === 'ms' ? cell.padStart(width) : cell.padEnd(width);
  };
  return lines.map((cells) => cells.map(placed).join('  ').trimEnd());
}

/** Each advice once, under the rows that it is for. */
function advices(rows: readonly ProbeRowDto[]): string[] {
  const given = [...new Set(rows.map(({ advice }) => advice))];
  return given.flatMap((advice) => {
    const concerned = rows.filter((row) => row.advice === advice);
    const [first] = concerned;
    if (advice === undefined || !first) return [];
    const names = concerned.map(({ operation, source }) => `${operation} (${source})`);
    return [`${first.outcome}: ${shortened(names)}`, `  ${advice} - ${first.docs}`, ''];
  });
}

function shortened(names: readonly string[]): string {
  const rest = names.length - 4;
  return rest > 1 ? `${names.slice(0, 4).join(', ')} and ${rest} more` : names.join(', ');
}

function verdict({ verdict: word, operations, rows, upstream }: UpstreamProbeDto): string[] {
  const named = (wanted: string): string[] =>
    operations
      .filter(({ verdict: each }: ProbedOperationDto) => each === wanted)
      .map(({ operation }) => operation);
  const answered = named('answered').length;
  const others = ['not answered', 'unsure', 'needs signer'].flatMap((wanted) => {
    const names = named(wanted);
    return names.length === 0 ? [] : [`  ${wanted}: ${names.join(', ')}`];
  });
  const who = upstream === 'tiktok' ? 'TikTok' : 'The sandbox';
  const silence = isSilence(rows) ? [`${who} cannot be reached from here`] : [];
  return [
    ...silence,
    `${word}: ${answered} of ${operations.length} operations are answered`,
    ...others,
  ];
}

/** Whether somebody was asked, and nobody answered. */
function isSilence(rows: readonly ProbeRowDto[]): boolean {
  const asked = rows.filter(({ ms }) => ms !== undefined);
  return asked.length > 0 && asked.every(({ outcome }) => outcome === 'unreachable');
}
