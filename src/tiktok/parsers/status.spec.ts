import { STATUS_CODES } from '../status-codes';
import { TikTokBlockedError, TikTokNotFoundError } from '../tiktok.errors';
import { hasStatusCode, readStatusCode, throwForStatus } from './status';

const thrown = (envelope: unknown): unknown => {
  try {
    throwForStatus(envelope, 'thing');
  } catch (error) {
    return error;
  }
  return undefined;
};

describe('status of an answer', () => {
  it.each([{}, null, 'text', [], { statusCode: 0 }, { status_code: '0' }, { statusCode: 'x' }])(
    'is well in %j',
    (envelope) => {
      expect(thrown(envelope)).toBeUndefined();
    },
  );

  it('believes the spelling that complains, also as a string', () => {
    expect(readStatusCode({ statusCode: 10204, status_code: 0 })).toBe(10204);
    expect(readStatusCode({ statusCode: 0, status_code: '10204' })).toBe(10204);
    expect(hasStatusCode({ status_code: 0 })).toBe(true);
    expect(hasStatusCode({})).toBe(false);
  });

  it.each(['statusMsg', 'status_msg', 'statusMessage'])('quotes %s', (key) => {
    const error = thrown({ statusCode: 10202, [key]: `words ${'x'.repeat(500)}` });
    expect(error).toBeInstanceOf(TikTokNotFoundError);
    expect(error).toMatchObject({ statusCode: 10202 });
    expect(String(error)).toContain('10202 USER_NOT_EXIST for thing: words');
    expect(String(error).length).toBeLessThan(300);
  });

  it.each([
    [10216, 'tiktok.private'],
    [10222, 'tiktok.private'],
    [10231, 'tiktok.restricted'],
    [10204, 'tiktok.not_found'],
    [10000, 'tiktok.blocked'],
  ])('gives %d the code %s', (statusCode, code) => {
    expect(thrown({ statusCode })).toMatchObject({ code, statusCode });
  });

  it.each([
    [10000, 'captcha'],
    [2483, 'login_wall'],
    [10101, 'risk'],
    // Not in any list: an error that carries the number, never an empty result.
    [98765, 'status_code'],
    [-1, 'status_code'],
  ])('calls the refusal %d %s', (statusCode, kind) => {
    expect(thrown({ statusCode })).toBeInstanceOf(TikTokBlockedError);
    expect(thrown({ statusCode })).toMatchObject({ kind, statusCode });
  });

  it('has a kind for every code that blocks, and for no other', () => {
    for (const { meaning, kind } of STATUS_CODES.values()) {
      expect(kind !== undefined).toBe(meaning === 'blocked');
    }
  });
});
