import { everNew } from './addresses';
import { ChildServer } from './child-server';
import type { Bench, Progress, Table } from './report';
import { hasTool, toolsAreMissing } from './tools';
import { type Contender, inTurn, tableOf } from './turns';

const connections = 8;
const turns = { connections, rounds: 3, roundMs: 1_000, warmUpMs: 1_500 };

interface Peer {
  readonly package: string;
  readonly server: string;
  /** The generation of pages that it can read. */
  readonly carrier: string;
}

const peersOfOurs: readonly Peer[] = [
  { package: '@tobyg74/tiktok-api-dl', server: './servers/tiktok-api-dl', carrier: 'universal' },
  { package: 'tiktok-scraper', server: './servers/tiktok-scraper', carrier: 'next' },
];

/** Profiles that nobody has asked for before, with packages from npm that read the same page. */
export const peers: Bench = {
  seconds: 25,
  run: async (progress) => {
    const installed = peersOfOurs.filter((peer) => hasTool(peer.package));
    const tables: Table[] = [];
    for (const peer of installed) tables.push(await compare(peer, progress));
    return {
      title: 'Packages from npm',
      how: `A profile that was never asked for, on ${connections} connections: our whole server (/api/user/NAME/info), beside a bare server around the package's own function, unmodified. Both read the same page, of about 200 kB or, as it was in 2021 with posts in it, 460 kB; the package's calls to TikTok are led to the sandbox without TLS, on kept connections. Medians of ${turns.rounds} rounds in turn.`,
      tables,
      notes: [
        ...(installed.length < peersOfOurs.length
          ? [`Packages are left out: ${toolsAreMissing}.`]
          : []),
        "Profiles are what both can be compared in. tiktok-api-dl downloads single posts through the app's API or other people's sites, which the sandbox is not, and its lists of posts sign as TikTok accepted in 2022; tiktok-scraper reads pages of 2021 (here the sandbox serves those to both), and all else of it asks for addresses that TikTok no longer has (sandbox.md).",
      ],
    };
  },
};

async function compare(peer: Peer, progress: Progress): Promise<Table> {
  const switches = `page-weight=full,carrier=${peer.carrier}`;
  const sandbox = await ChildServer.sandbox('--switches', switches);
  const limits = { TIKTOK_MAX_CONCURRENT: String(connections) };
  const theirs = await ChildServer.start(peer.server, { args: [sandbox.origin] });
  const ours = await ChildServer.ours(sandbox, limits);
  const contenders: readonly Contender[] = [
    { name: peer.package, server: theirs, path: everNew((n) => `/someone${n}`) },
    {
      name: 'ours',
      server: ours,
      path: everNew((n) => `/api/user/someone${n}/info`),
      warmUpMs: 3_500,
    },
  ];
  try {
    const words = (text: string): void => progress(`profiles: ${text}`);
    const measured = await inTurn(contenders, { ...turns, progress: words });
    return tableOf(measured, peer.package, `Profiles, ${peer.carrier} pages`);
  } finally {
    for (const server of [theirs, ours, sandbox]) await server.stop();
  }
}
