// Writes docs/sources.md from the table of the built client, or to the file named.
const { writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { sourceTable } = require('../dist/src/tiktok/source-table');
const { cachePolicy } = require('../dist/src/tiktok/cache-policy');

const head = `# Where does each answer come from?

Written by \`npm run sources\` from \`src/tiktok/source-table.ts\`. Sources are asked in the order of the lines until one
answers; \`X-TikTok-Source\` names the one that did. "Not found" and "private" are answers. A source that refuses three
times in a row rests for a while, and \`/health/upstream\` shows it.

"Signer" means a service beside this server that puts TikTok's seal on a call: set \`TIKTOK_SIGNER_URL\` to one with the
HTTP contract of tiktok-signature 4.3. Without one, what no other source answers is a 501 that says so. The sandbox
brings its own signer.

Music search has no line: TikTok's web has none. Its answers are the sounds of the posts found for the keyword, and
\`X-TikTok-Source\` says \`derived\`.

| Operation | Source | Asks | Needs | Limits | Kept for |
| --- | --- | --- | --- | --- | --- |
`;

const rows = Object.entries(sourceTable).flatMap(([operation, rungs]) =>
  rungs.map(({ source, surface, needs = '', limits = '' }, index) => {
    const first = index === 0;
    const kept = first ? `${cachePolicy[operation].ttlSeconds} s` : '';
    return `| ${first ? `\`${operation}\`` : ''} | \`${source}\` | \`${surface}\` | ${needs} | ${limits} | ${kept} |`;
  }),
);

const target = process.argv[2] ?? join(__dirname, '../docs/sources.md');
writeFileSync(target, `${head}${rows.join('\n')}\n`);
process.stdout.write(`${target}\n`);
