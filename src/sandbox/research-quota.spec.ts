import { ResearchQuota } from './research-quota';

const NOON = Date.parse('2026-11-21T12:00:00Z') / 1000;
const MIDNIGHT = NOON + 43_200;

describe('what a day of the Research API brings', () => {
  it('ends with its records as well as with its calls', () => {
    const quota = new ResearchQuota();
    quota.spend('content', 99_999, NOON);
    expect(quota.isSpent('content', NOON)).toBe(false);
    quota.spend('content', 1, NOON);
    expect(quota.isSpent('content', NOON)).toBe(true);
    expect(quota.isSpent('graph', NOON)).toBe(false);
  });

  it('has 20,000 calls for followers, and starts anew at midnight UTC', () => {
    const quota = new ResearchQuota();
    for (let n = 0; n < 20_000; n += 1) quota.spend('graph', 1, NOON);
    expect(quota.isSpent('graph', MIDNIGHT - 1)).toBe(true);
    expect(quota.isSpent('graph', MIDNIGHT)).toBe(false);
  });
});
