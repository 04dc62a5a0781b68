// Writes docs/sources.md from the table of the built client, or to the file named.
const { writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { sourceTable } = require('../dist/src/tiktok/source-table');
const { cachePolicy } = require('../dist/src/tiktok/cache-policy');

// A test looks that every source of the table has a line here.
const surfaces = [
  [
    'page',
    'The page of an account or a post, as a browser gets it',
    'Guarded most: challenges, captchas, pages without data',
  ],
  ['phone-page', 'The same page as a phone gets it', 'Posts only; big counters are rounded'],
  [
    'embed',
    'The page that other sites show inside theirs',
    'Guarded least; sheds load, and then refuses every second request. Ten posts of a list, without a next page',
  ],
  [
    'player',
    "The API behind TikTok's player for other sites",
    'Posts only; closed to some since autumn 2026',
  ],
  [
    'web-api',
    "The lists that TikTok's own pages ask for, as a guest",
    'Any of them may want a seal tomorrow; many calls in a row are answered with nothing',
  ],
  [
    'signed-api',
    'The same API with a seal',
    'Wants a signer; some lists answer in some countries only',
  ],
  ['short-link', 'Where a short link leads', 'Links only'],
  [
    'oembed',
    'The preview that TikTok gives to other sites',
    'Links only, and of posts with a video',
  ],
  ['derived', 'Made here from answers of the others', 'No more than they have'],
];

const inLines = (rows) =>
  rows.map(([name, ...cells]) => `| \`${name}\` | ${cells.join(' | ')} |`).join('\n');

const head = `# Where does each answer come from?

Written by \`npm run sources\` from \`src/tiktok/source-table.ts\`. Sources are asked in the order of the lines until one
answers; \`X-TikTok-Source\` names the one that did. "Not found" and "private" are answers. A source that refuses three
times in a row rests for a while, and \`/health/upstream\` shows it.

"Signer" means a service beside this server that puts TikTok's seal on a call: set \`TIKTOK_SIGNER_URL\` to one with the
HTTP contract of tiktok-signature 4.3. Without one, what no other source answers is a 501 that says so. The sandbox
brings its own signer.

Every source has limits. What a source cannot give is left out of its answers, never 0 or made up.

| Source | What it is | Limits |
| --- | --- | --- |
${inLines(surfaces)}

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
