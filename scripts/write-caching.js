// Writes the table of docs/caching.md from the policies of the built client, into that file or a copy under the name given.
const { readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { cachePolicy } = require('../dist/src/tiktok/cache-policy');

const page = join(__dirname, '../docs/caching.md');
const begin = '<!-- table of src/tiktok/cache-policy.ts, written by npm run caching -->\n';
const end = '<!-- end of table -->';

const units = [
  [86_400, 'd'],
  [3_600, 'h'],
  [60, 'min'],
  [1, 's'],
];

function inWords(seconds) {
  if (seconds === 0) return '-';
  const [size, unit] = units.find(([size]) => seconds % size === 0);
  return `${seconds / size} ${unit}`;
}

const rows = Object.entries(cachePolicy).map(
  ([operation, policy]) =>
    `| \`${operation}\` | ${inWords(policy.ttlSeconds)} | ${inWords(policy.staleWhileRevalidateSeconds)} | ${inWords(policy.staleIfErrorSeconds)} | ${inWords(policy.notFoundSeconds)} |`,
);
const table = [
  '| Operation | Fresh for | Then stale, renewed behind, for | Or stands in for a refusal for | Not found, private, restricted |',
  '| --- | --- | --- | --- | --- |',
  ...rows,
  '',
].join('\n');

const [before, rest] = readFileSync(page, 'utf8').split(begin);
const [, after] = (rest ?? '').split(end);
if (after === undefined) throw new Error(`${page} has lost its marks`);
const target = process.argv[2] ?? page;
writeFileSync(target, before + begin + table + end + after);
process.stdout.write(`${target}\n`);
