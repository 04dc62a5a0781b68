// Builds when there is no build or when a source file is newer than it, so that `npm run start:sandbox`
// works in a fresh clone and never runs yesterday's code.
const { execSync } = require('node:child_process');
const { existsSync, readdirSync, statSync } = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '..');
const entry = join(root, 'dist/src/main.js');
const sources = [
  'src',
  'test/bench',
  'test/soak',
  'test/support/redis-server.ts',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.build.json',
  'nest-cli.json',
];

function newestMs(path) {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newestMs(join(path, name))));
}

const builtMs = existsSync(entry) ? statSync(entry).mtimeMs : 0;
if (sources.some((source) => newestMs(join(root, source)) > builtMs)) {
  process.stderr.write('Building (once; again only when a source changes) ...\n');
  execSync('npm run --silent build', { cwd: root, stdio: 'inherit' });
}
