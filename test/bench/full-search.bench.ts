import { request } from 'undici';
import { ChildServer } from './child-server';
import type { Bench } from './report';

const path = '/apis/tt/hashtag/recent-posts?name=fyp&token=bench';
const shapes = ['remap_output=true', 'remap_output=false'];

/** The whole of a hashtag of 5,000 rows, streamed by a server that has done nothing else: what memory it takes. */
export const fullSearch: Bench = {
  seconds: 15,
  run: async (progress) => {
    const sandbox = await ChildServer.sandbox();
    const rows: (readonly string[])[] = [];
    try {
      for (const shape of shapes) {
        progress(`a whole hashtag, ${shape}`);
        rows.push(await measureAlone(sandbox, shape));
      }
    } finally {
      await sandbox.stop();
    }
    return {
      title: 'A whole hashtag in one answer',
      how: `\`/apis/tt/hashtag/recent-posts\` of 5,000 rows, sent as they come; each in a process that has done nothing else. Memory is resident, in MB, above what the process had before.`,
      tables: [
        { columns: ['', 'MB sent', 'seconds', 'first byte, ms', 'MB before', 'MB more'], rows },
      ],
    };
  },
};

async function measureAlone(sandbox: ChildServer, shape: string): Promise<readonly string[]> {
  const server = await ChildServer.ours(sandbox);
  try {
    // One small request first: what every server has loaded is none of the search's.
    const small = `${server.origin}/apis/tt/hashtag/posts?name=cats&token=bench`;
    await (await request(small)).body.dump();
    const { residentMegabytes: before } = await server.report();
    const seen = { bytes: 0, firstByteMs: 0, seconds: 0 };
    const peak = await server.peakWhile(() => readAll(`${server.origin}${path}&${shape}`, seen));
    const { bytes, firstByteMs, seconds } = seen;
    const numbers = [bytes / 2 ** 20, seconds].map((each) => each.toFixed(1));
    return [shape, ...numbers, ...[firstByteMs, before, peak - before].map((n) => n.toFixed(0))];
  } finally {
    await server.stop();
  }
}

async function readAll(
  url: string,
  seen: { bytes: number; firstByteMs: number; seconds: number },
): Promise<void> {
  const startMs = performance.now();
  const { statusCode, body } = await request(url);
  if (statusCode !== 200) throw new Error(`${url} answered ${statusCode}`);
  for await (const chunk of body) {
    seen.firstByteMs ||= performance.now() - startMs;
    seen.bytes += (chunk as Buffer).length;
  }
  seen.seconds = (performance.now() - startMs) / 1000;
}
