import { earliestExpiryMs, usableUntilMs } from './link-expiry';

describe('earliestExpiryMs', () => {
  it('finds the earliest link at any depth', () => {
    const model = { a: { expiresAtSeconds: 300 }, b: [{ c: { expiresAtSeconds: 200 } }, null] };
    expect(earliestExpiryMs(model, 0)).toBe(200_000);
  });

  it('leaves out what was dead already', () => {
    const model = [{ expiresAtSeconds: 100 }, { expiresAtSeconds: 300 }];
    expect(earliestExpiryMs(model, 150_000)).toBe(300_000);
  });

  it.each([undefined, null, 'text', {}, [], { expiresAtSeconds: 'soon' }])(
    'finds none in %j',
    (model) => {
      expect(earliestExpiryMs(model, 0)).toBeUndefined();
    },
  );
});

describe('usableUntilMs', () => {
  it('is the end of the earliest link', () => {
    expect(usableUntilMs({ items: [{ expiresAtSeconds: 300 }], hasMore: true }, 0)).toBe(300_000);
  });

  it('is now for a page that promises more and holds nothing', () => {
    expect(usableUntilMs({ items: [], hasMore: true }, 5)).toBe(5);
    expect(usableUntilMs({ items: [], hasMore: false }, 5)).toBeUndefined();
    expect(usableUntilMs({ items: [1], hasMore: true }, 5)).toBeUndefined();
  });
});
