import { ProgressLog } from './progress-log';

describe('ProgressLog', () => {
  let nowMs: number;
  let lines: string[];
  let progress: ProgressLog;

  beforeEach(() => {
    nowMs = 1_000_000;
    lines = [];
    const log = { log: (line: string) => lines.push(line) };
    progress = new ProgressLog({ log, everyMs: 5_000, nowMs: () => nowMs });
  });

  it('says nothing of what is over soon', () => {
    for (let page = 1; page <= 40; page += 1) {
      nowMs += 100;
      progress.note(() => `${page} pages`);
    }
    progress.end(() => 'all of it');
    expect(lines).toEqual([]);
  });

  it('says how far long work is, no more often than it may, and how it ended', () => {
    for (let page = 1; page <= 12; page += 1) {
      nowMs += 1_000;
      progress.note(() => `${page} pages`);
    }
    progress.end(() => 'all of it');
    expect(lines).toEqual(['5 pages', '10 pages', 'all of it']);
  });

  it('writes no text that nobody reads', () => {
    const text = jest.fn(() => 'one page');
    progress.note(text);
    expect(text).not.toHaveBeenCalled();
  });
});
