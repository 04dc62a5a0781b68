import { atLeast, exactly, under, type Report } from './report';
import { medianOf, spanOf } from './statistics';
import { asMarkdown, printed } from './text';
import { ratio } from './turns';

describe('what a run is judged by', () => {
  it.each([
    [atLeast('a', 0.649, 0.65), false],
    [atLeast('a', 0.65, 0.65), true],
    [under('a', 300, { limit: 300, unit: 'MB' }), false],
    [under('a', 299.9, { limit: 300, unit: 'MB' }), true],
    [under('a', NaN, { limit: 300, unit: 'MB' }), false],
    [exactly('a', 2, 1), false],
    [exactly('a', 1, 1), true],
  ])('%j', (target, isMet) => {
    expect(target.isMet).toBe(isMet);
  });

  it('is the middle of the rounds', () => {
    expect([medianOf([3, 1, 2]), medianOf([4, 1, 3, 2])]).toEqual([2, 2.5]);
    expect(spanOf([3, 1, 2], 1)).toBe('1.0..3.0');
  });

  it('is the ratio within each round', () => {
    const cpuMicroseconds: number[] = [];
    const all = [
      { name: 'ours', rates: [10, 100, 30], cpuMicroseconds },
      { name: 'theirs', rates: [5, 10, 10], cpuMicroseconds },
    ];
    expect(ratio(all, 'ours', 'theirs')).toBe(3);
  });
});

describe('a report', () => {
  const report: Report = {
    title: 'Hits',
    how: 'Asked often.',
    tables: [{ caption: '8 kB', columns: ['', 'a second'], rows: [['o|rs', '10']] }],
    targets: [atLeast('Hits', 0.5, 0.65)],
    notes: ['One is left out.'],
  };

  it('says on the page what was not reached', () => {
    expect(asMarkdown(report)).toBe(
      [
        '## Hits\n\nAsked often.\n\n8 kB:\n\n|  | a second |\n| --- | ---: |\n| o\\|rs | 10 |\n',
        '- Hits: 0.50 (wanted: at least 0.65): **not met**\n\nOne is left out.\n',
      ].join('\n'),
    );
  });

  it('says so on the terminal', () => {
    const text = printed(report, 3);
    expect(text).toContain('Hits (took 3 s)\n  Asked often.\n  8 kB\n          a second');
    expect(text).toContain('NOT MET: Hits: 0.50 (wanted: at least 0.65)');
  });
});
