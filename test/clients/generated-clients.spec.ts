import { join } from 'node:path';
import type { TestApi } from '../support/api';
import { fencesOf, read } from '../docs/fences';
import { differences } from '../docs/shown-answer';
import { expectedAnswers } from './expected-answers';
import type { Known } from './known';
import { found, knownOf, startGuardedApi } from './known-world';
import { startPrism } from './prism';
import { describeWithTools, root, toolModules, versionOf } from './tools';
import type { Outcome } from './workshop';
import { Workshop } from './workshop';

const blocks = fencesOf('docs/clients.md');
const commands = blocks.filter(({ language }) => language === 'sh').map(({ text }) => text.trim());
const files = blocks.flatMap(({ notes, text }) => (notes.file ? [{ path: notes.file, text }] : []));
const programs = ['openapi-fetch', 'hey-api', 'orval', 'swagger-typescript-api'];
/** Those whose refusals are values with a type; the other throws them. */
const withRefusals = ['openapi-fetch', 'hey-api'];

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { operationId: string }>>>>;
}

describeWithTools('clients generated as docs/clients.md says', () => {
  let api: TestApi;
  let known: Known;
  let workshop: Workshop;
  let operationIds: string[];
  const said: Record<string, string> = {};
  const outcomes: Record<string, Record<string, Outcome>> = {};

  /** What the page says of its server, said of the server of this test. */
  const here = (text: string) => text.replaceAll('http://127.0.0.1:3000', api.url);

  beforeAll(async () => {
    api = await startGuardedApi();
    known = await knownOf(api);
    const { paths } = (await api.call('/openapi.json')).json<Document>();
    operationIds = Object.values(paths).flatMap((operations) =>
      Object.values(operations).map(({ operationId }) => operationId),
    );
    workshop = new Workshop({ API_TOKEN: known.token });
    for (const { path, text } of files) workshop.write(path, here(text));
    for (const command of commands) said[command] = await workshop.npx(here(command));
    await workshop.compile(join(root, 'node_modules'));
    for (const program of programs) outcomes[program] = await workshop.outcomesOf(program, known);
  }, 600_000);

  afterAll(async () => {
    // Absent where the beginning failed.
    await api?.close();
    workshop?.remove();
  });

  it('come of four generators, none of which complains', () => {
    expect(commands).toHaveLength(4);
    for (const words of Object.values(said))
      expect(words).not.toMatch(/warn|error|fail|⚠|missing/i);
  });

  it('compile under strict with the TypeScript of the generators too', async () => {
    await workshop.compile(toolModules, ['--noEmit']);
  }, 600_000);

  describe.each(programs)('%s', (program) => {
    /** Some generators write `tiktok_post_info` as `tiktokPostInfo`. */
    function outcomeOf(operationId: string): Outcome | undefined {
      const inCamelCase = operationId.replaceAll(/_(\w)/g, (_, letter: string) =>
        letter.toUpperCase(),
      );
      return outcomes[program]?.[operationId] ?? outcomes[program]?.[inCamelCase];
    }

    it('calls every operation of the document', () => {
      const lacking = operationIds.filter((operationId) => outcomeOf(operationId) === undefined);
      expect(lacking).toEqual([]);
      expect(operationIds.length).toBeGreaterThan(30);
    });

    it('has the answers of the sandbox', () => {
      const expected = expectedAnswers(api.sandbox.world, known);
      for (const operationId of operationIds)
        expect({ operationId, ...outcomeOf(operationId) }).toEqual({
          operationId,
          status: operationId === 'getMediaFile' ? 206 : 200,
          data: expected[operationId],
        });
      const trending = Object.keys(found(outcomeOf('getTrendingVideos')?.data as object));
      expect(trending.map((id) => api.sandbox.world.post(id)?.id)).toEqual(trending);
    });
  });

  it('has the same answers with Prism between client and app, which finds nothing wrong', async () => {
    const prism = await startPrism(`${api.url}/openapi.json`, api.url);
    const through = { ...known, baseUrl: prism.url };
    const validated = await workshop
      .outcomesOf('openapi-fetch', through)
      .finally(() => prism.stop());
    const statuses = (all: typeof validated) =>
      Object.fromEntries(
        Object.entries(all).map(([name, { status, threw }]) => [name, status ?? threw]),
      );
    expect(statuses(validated)).toEqual(statuses(outcomes['openapi-fetch'] ?? {}));
  }, 600_000);

  it.each(withRefusals)('%s hands on refusals with their codes', (program) => {
    expect(outcomes[program]).toMatchObject({
      unknownAccount: { status: 404, data: { code: 'tiktok.not_found', retryable: false } },
      wrongKind: { status: 422, data: { error: 'post.wrong_kind', status: 'error' } },
      unknownToken: { status: 491, data: { detail: 'Token not found' } },
      forgedLink: { status: 403, data: { code: 'media.link_invalid' } },
    });
  });

  const samples = blocks.flatMap(({ notes, language }, index) => {
    const shown = blocks[index + 1];
    return language === 'ts' && notes.file && shown?.language === 'text'
      ? [[notes.file, shown.text] as const]
      : [];
  });

  it.each(samples)('%s of the page says what the page shows', async (path, shown) => {
    const output = await workshop.node([join('out', path.replace(/ts$/, 'js'))]);
    expect(differences(shown, output)).toEqual([]);
  });

  it('are of the versions that the page names', () => {
    const named = [...read('docs/clients.md').matchAll(/^\| \[(\S+) ([\d.]+)\]/gm)];
    const versions = named.flatMap(([, tool, version]) => [[tool, version]]);
    expect(versions).toEqual(versions.map(([tool = '']) => [tool, versionOf(tool)]));
    expect(versions).toHaveLength(commands.length);
    expect(read('docs/clients.md')).toContain(`\`openapi-fetch\` ${versionOf('openapi-fetch')} `);
  });

  it('has a program of the page for each generator', () => {
    expect(samples).toHaveLength(programs.length);
  });
});
