import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tokenId } from './api-token';
import { parseTokenFile, TokenFile } from './token-file';

describe('parseTokenFile', () => {
  it('reads a token a line, with its limit, past comments, spaces and either line end', () => {
    const text = '# all of them\r\n\r\n  one\r\ntwo\t500 # small\n#three\nfour#4 0\n';
    expect(parseTokenFile(text)).toEqual([
      { id: tokenId('one'), label: 'line 3' },
      { id: tokenId('two'), label: 'line 4', dailyUnits: 500 },
      { id: tokenId('four#4'), label: 'line 6', dailyUnits: 0 },
    ]);
  });

  it.each(['one\ntwo -1', 'one\ntwo many', 'one\ntwo 1 2', 'one\ntwo 1.5'])(
    'names the line that it cannot read, and not what is in it: %j',
    (text) => {
      expect(() => parseTokenFile(text)).toThrow(/^line 2 is not "TOKEN" or "TOKEN UNITS-A-DAY"$/);
    },
  );
});

describe('TokenFile', () => {
  const folder = mkdtempSync(join(tmpdir(), 'token-file-'));
  const path = join(folder, 'tokens');

  afterAll(() => rmSync(folder, { recursive: true }));

  it('speaks once of each thing that is wrong, and keeps the tokens of before', () => {
    let nowMs = 0;
    const warnings: string[] = [];
    writeFileSync(path, 'one');
    const file = new TokenFile({
      path,
      nowMs: () => nowMs,
      onWarning: (text) => warnings.push(text),
    });
    const tokensLater = () => {
      nowMs += 1_000;
      return file.tokens().map(({ id }) => id);
    };
    writeFileSync(path, 'two three');
    expect([tokensLater(), tokensLater()]).toEqual([[tokenId('one')], [tokenId('one')]]);
    rmSync(path);
    expect([tokensLater(), tokensLater()]).toEqual([[tokenId('one')], [tokenId('one')]]);
    expect(warnings).toEqual([
      expect.stringContaining('line 1'),
      expect.stringContaining('ENOENT'),
    ]);
    writeFileSync(path, 'two');
    expect(tokensLater()).toEqual([tokenId('two')]);
    expect(warnings).toHaveLength(2);
  });

  it('is looked at once a second at most', () => {
    let nowMs = 0;
    writeFileSync(path, 'one');
    const file = new TokenFile({ path, nowMs: () => nowMs, onWarning: () => undefined });
    writeFileSync(path, 'second');
    nowMs = 999;
    expect(file.tokens()).toMatchObject([{ id: tokenId('one') }]);
    nowMs = 1_000;
    expect(file.tokens()).toMatchObject([{ id: tokenId('second') }]);
  });
});
