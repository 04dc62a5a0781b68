import { searchEndingOf } from './search-ending';

describe('what is said of how a search ended', () => {
  it("says nothing of TikTok's own end", () => {
    expect(searchEndingOf({ completeness: 'complete' })).toEqual({});
  });

  it('says where to go on when the caller wanted no more', () => {
    expect(searchEndingOf({ completeness: 'more', nextCursor: '200' })).toEqual({
      nextCursor: '200',
    });
  });

  it('names a refusal by its code', () => {
    const completenessReason = 'tiktok.blocked: TikTok answered: nothing';
    expect(
      searchEndingOf({ completeness: 'partial', completenessReason, nextCursor: '40' }),
    ).toEqual({
      incomplete: { code: 'tiktok.blocked', detail: 'TikTok answered: nothing' },
      nextCursor: '40',
    });
  });

  it('tells a limit of ours from one of TikTok', () => {
    const completenessReason = 'our limit of 250 pages';
    expect(
      searchEndingOf({ completeness: 'capped', completenessReason, nextCursor: '5000' }),
    ).toEqual({ incomplete: { code: 'limit', detail: completenessReason }, nextCursor: '5000' });
    expect(searchEndingOf({ completeness: 'capped', completenessReason: 'no more' })).toEqual({
      incomplete: { code: 'tiktok.capped', detail: 'no more' },
    });
  });

  it('has a code also for what nobody foresaw', () => {
    expect(searchEndingOf({ completeness: 'partial', completenessReason: 'oops' })).toEqual({
      incomplete: { code: 'internal.error', detail: 'oops' },
    });
  });
});
