import { everNew, postIdOf } from './addresses';
import { ChildServer } from './child-server';
import type { Bench, Progress, Target } from './report';
import { atLeast } from './report';
import { hasTool, toolsAreMissing } from './tools';
import { type Contender, inTurn, type Measured, ratio, tableOf } from './turns';

const connections = 8;
const turns = { connections, rounds: 3, roundMs: 1_200, warmUpMs: 2_000 };
const weights = [
  { pages: 'full', words: "pages of about 200 kB, as heavy as TikTok's" },
  { pages: 'light', words: 'pages of about 14 kB, with nothing but the data' },
] as const;

const ours = 'ours';
const cheerio = 'client with cheerio';

/** Posts that nobody has asked for before, from the request to the answer. */
export const cold: Bench = {
  seconds: 35,
  run: async (progress) => {
    const all: { measured: readonly Measured[]; words: string }[] = [];
    for (const { pages, words } of weights)
      all.push({ measured: await measure(pages, progress), words });
    const bare = hasTool('cheerio');
    return {
      title: 'Cold single posts',
      how: `A post that was never asked for, on ${connections} connections, with as many connections to the sandbox: our whole server (/api/tiktok/statistic: token, limits, session, source ladder, model, cache, signed links), beside a bare server that fetches the page with undici, parses it with cheerio and answers the same members with TikTok's links. Both read the same page: it is the first source of a post in our order (sources.md), and in this run the one that answered always. Medians of ${turns.rounds} rounds in turn.`,
      tables: all.map(({ measured, words }) => tableOf(measured, bare ? cheerio : ours, words)),
      targets: bare ? targetsOf(all[0]?.measured ?? []) : [],
      notes: bare ? [] : [`The client with cheerio is left out: ${toolsAreMissing}.`],
    };
  },
};

async function measure(pages: string, progress: Progress): Promise<readonly Measured[]> {
  const sandbox = await ChildServer.sandbox('--switches', `page-weight=${pages}`);
  const all = [await ourServer(sandbox)];
  if (hasTool('cheerio')) all.unshift(await cheerioClient(sandbox));
  try {
    const words = (text: string): void => progress(`cold posts, ${pages} pages: ${text}`);
    return await inTurn(all, { ...turns, progress: words });
  } finally {
    for (const { server } of all) await server.stop();
    await sandbox.stop();
  }
}

async function ourServer(sandbox: ChildServer): Promise<Contender> {
  const server = await ChildServer.ours(sandbox, {
    TIKTOK_MAX_CONCURRENT: String(connections),
    TIKTOK_MAX_CONNECTIONS: String(connections),
  });
  const path = everNew((n) => `/api/tiktok/statistic?url=${postIdOf(n)}`);
  return { name: ours, server, path, warmUpMs: 5_000 };
}

async function cheerioClient({ origin }: ChildServer): Promise<Contender> {
  const args = [origin, String(connections)];
  const server = await ChildServer.start('./servers/cheerio-client', { args });
  return { name: cheerio, server, path: everNew((n) => `/${postIdOf(n)}`) };
}

function targetsOf(full: readonly Measured[]): readonly Target[] {
  const wanted = 3;
  return [
    atLeast('Cold single posts, of a client with cheerio', ratio(full, ours, cheerio), wanted),
  ];
}
