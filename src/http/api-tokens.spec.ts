import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiTokens } from './api-tokens';
import { TokenFile } from './token-file';

describe('ApiTokens', () => {
  const folder = mkdtempSync(join(tmpdir(), 'api-tokens-'));
  const path = join(folder, 'tokens');

  afterAll(() => rmSync(folder, { recursive: true }));

  it('lets nobody pass with a token that the file has no longer, however often it passed before', () => {
    let nowMs = 0;
    writeFileSync(path, 'one 5\ntwo');
    const file = new TokenFile({ path, nowMs: () => nowMs, onWarning: () => undefined });
    const tokens = new ApiTokens({ tokens: ['lasting'], file, dailyUnits: 100 });
    const units = (): (number | undefined)[] =>
      ['lasting', 'one', 'two', 'three'].map((token) => tokens.find(token)?.dailyUnits);
    for (let time = 0; time < 2; time += 1) expect(units()).toEqual([100, 5, 100, undefined]);
    nowMs += 1_000;
    writeFileSync(path, 'one 50\nthree');
    for (let time = 0; time < 2; time += 1) expect(units()).toEqual([100, 50, undefined, 100]);
  });
});
