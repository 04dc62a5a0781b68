import { createCipheriv } from 'node:crypto';
import { legacyParams } from './legacy-params';

function sealed(text: string): string {
  const key = 'webapp1.0+202106';
  const cipher = createCipheriv('aes-128-cbc', key, key);
  return cipher.update(text, 'utf8', 'base64') + cipher.final('base64');
}

describe('x-tt-params', () => {
  it('is a query', () => {
    const params = legacyParams(sealed('aid=1988&secUid=MS4w&cursor=16'));
    expect(Object.fromEntries(params)).toEqual({ aid: '1988', secUid: 'MS4w', cursor: '16' });
  });

  it.each(['', 'nonsense', 'AAAA', Buffer.alloc(32, 7).toString('base64')])(
    'is nothing when it is %j',
    (header) => {
      expect([...legacyParams(header)]).toEqual([]);
    },
  );
});
