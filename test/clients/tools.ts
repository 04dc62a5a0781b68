import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(__dirname, '../..');
export const toolModules = join(root, 'tools/node_modules');

const areThere = existsSync(toolModules);
if (!areThere)
  process.stderr.write(
    'No tools/node_modules: the specs of generated clients are skipped (npm run tools)\n',
  );

/** `describe` where `npm run tools` has installed the generators, skipped where not. */
export const describeWithTools = areThere ? describe : describe.skip;

/** The version of a tool that is installed. */
export function versionOf(tool: string): string {
  const manifest = readFileSync(join(toolModules, tool, 'package.json'), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}

/** Where the program of a tool is; its package may have another name than the program. */
export function programOf(tool: string): string {
  const manifest = readFileSync(join(toolModules, tool, 'package.json'), 'utf8');
  const { bin } = JSON.parse(manifest) as { bin: string | Record<string, string> };
  const [path = ''] = typeof bin === 'string' ? [bin] : Object.values(bin);
  return join(toolModules, tool, path);
}
