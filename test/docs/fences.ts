import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(__dirname, '../..');

/** A fenced block of a page. */
export interface Fence {
  readonly page: string;
  /** Line of the opening fence. */
  readonly line: number;
  readonly language: string;
  /** What stands behind the language, by name: `until: Swagger UI`. */
  readonly notes: Readonly<Record<string, string>>;
  readonly text: string;
}

/** A block of commands, with the block that shows its answer where one follows at once. */
export interface Command extends Fence {
  readonly shown?: Fence;
}

/** Every page that somebody reads, by its path in the project. */
export function pages(): string[] {
  const inDocs = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' });
  const names = [...readdirSync(root), ...inDocs.map((name) => join('docs', name))];
  return names.filter((name) => name.endsWith('.md')).sort();
}

export function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

export function fencesOf(page: string): Fence[] {
  const blocks = read(page).matchAll(/^( *)```([^\n]*)\n([\s\S]*?)^\1```$/gm);
  return [...blocks].map((block) => {
    const [, indent = '', info = '', body = ''] = block;
    const [, language = '', notes = ''] = /^(\S*) *(.*)$/.exec(info) ?? [];
    return {
      page,
      line: read(page).slice(0, block.index).split('\n').length,
      language,
      notes: notesOf(notes),
      text: body.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
    };
  });
}

function notesOf(text: string): Record<string, string> {
  const notes = text.split(/; */).filter((note) => note !== '');
  return Object.fromEntries(
    notes.map((note) => {
      const [, name = note, value = ''] = /^([a-z-]+): *(.*)$/.exec(note) ?? [];
      return [name, value];
    }),
  );
}

/** The blocks of commands of a page, in their order. */
export function commandsOf(page: string): Command[] {
  const text = read(page).split('\n');
  const fences = fencesOf(page);
  return fences.flatMap((fence, index) => {
    if (fence.language !== 'sh') return [];
    const next = fences[index + 1];
    const end = fence.line + fence.text.split('\n').length;
    const isNext =
      next !== undefined &&
      text
        .slice(end, next.line - 1)
        .join('')
        .trim() === '';
    const shown = isNext && ['text', 'json'].includes(next.language) ? next : undefined;
    return [{ ...fence, shown }];
  });
}
