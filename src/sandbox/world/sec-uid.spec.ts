import fc from 'fast-check';
import { decodeSecUid, encodeSecUid } from './sec-uid';

const handles = fc.stringMatching(/^[a-z0-9._]{1,24}$/);

describe('secUid', () => {
  it('leads back to every handle', () => {
    fc.assert(
      fc.property(handles, fc.nat(), (handle, key) => {
        const secUid = encodeSecUid(key, handle);
        expect(secUid).toMatch(/^MS4wLjABAAAA[A-Za-z0-9_-]{64}$/);
        expect(decodeSecUid(key, secUid)).toBe(handle);
      }),
      { numRuns: 2000 },
    );
  });

  it('is refused when one character differs, or when another world issued it', () => {
    const secUid = encodeSecUid(5, 'gabrielymayra');
    const last = secUid.endsWith('A') ? 'B' : 'A';
    expect(decodeSecUid(5, secUid.slice(0, -1) + last)).toBeUndefined();
    expect(decodeSecUid(6, secUid)).toBeUndefined();
    expect(decodeSecUid(5, 'gabrielymayra')).toBeUndefined();
  });
});
