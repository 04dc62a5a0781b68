import type { Report, Table, Target } from './report';

/** A report as it is printed: aligned columns. */
export function printed(report: Report, seconds: number): string {
  const { title, how, tables, targets = [], notes = [] } = report;
  const blocks = [
    `${title} (took ${seconds.toFixed(0)} s)\n${wrapped(how, 110)}`,
    ...tables.map((table) => aligned(table)),
    ...targets.map((target) => `${verdictOf(target)}: ${describe(target)}`),
    ...notes.map((note) => wrapped(note, 110)),
  ];
  return `${blocks.join('\n')}\n\n`;
}

/** The same as a section of a Markdown page. */
export function asMarkdown({ title, how, tables, targets = [], notes = [] }: Report): string {
  const blocks = [
    `## ${title}`,
    how,
    ...tables.map(markdownTable),
    ...(targets.length > 0 ? [targets.map((each) => `- ${listed(each)}`).join('\n')] : []),
    ...notes,
  ];
  return blocks.map((block) => `${block}\n`).join('\n');
}

export function markdownTable({ caption, columns, rows }: Table): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  const rule = columns.map((_, index) => (index === 0 ? '---' : '---:'));
  const table = [line(columns), line(rule), ...rows.map(line)].join('\n');
  return caption === undefined ? table : `${caption}:\n\n${table}`;
}

/** The word that stands in tables and lists. */
export function verdictOf({ isMet }: Target): string {
  return isMet ? 'met' : 'NOT MET';
}

function listed(target: Target): string {
  return `${describe(target)}: ${target.isMet ? 'met' : '**not met**'}`;
}

function describe({ what, wanted, measured }: Target): string {
  return `${what}: ${measured} (wanted: ${wanted})`;
}

function aligned({ caption, columns, rows }: Table): string {
  const all = [columns, ...rows];
  const widths = columns.map((_, index) => Math.max(...all.map((row) => row[index]?.length ?? 0)));
  const lines = all.map((row) =>
    row
      .map((cell, index) => {
        const width = widths[index] ?? 0;
        return index === 0 ? cell.padEnd(width) : cell.padStart(width);
      })
      .join('  ')
      .trimEnd(),
  );
  return [...(caption === undefined ? [] : [`  ${caption}`]), ...lines.map((l) => `    ${l}`)].join(
    '\n',
  );
}

function wrapped(text: string, width: number): string {
  const fitting = new RegExp(`(.{1,${width}})(?:\\s+|$)`, 'g');
  return text.replace(fitting, '  $1\n').trimEnd();
}
