import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const folder = join(__dirname, '../../../tools');
const requireTool = createRequire(join(folder, 'package.json'));

export const toolsAreMissing = 'tools/node_modules is absent: npm run tools installs it';

/** Whether the packages to compare with are installed. */
export function hasTool(name: string): boolean {
  return existsSync(join(folder, 'node_modules', name));
}

/** A package of tools/, which only benchmarks and full checks need. */
export function loadTool(name: string): unknown {
  return requireTool(name);
}

export function installedVersion(name: string): string {
  if (!hasTool(name)) return 'absent';
  const text = readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
