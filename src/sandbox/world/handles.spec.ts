import fc from 'fast-check';
import { FIRST_WORDS, SECOND_WORDS } from './data/handle-words';
import { canonicalHandle, generatedTag, handleOfTag, tagOfHandle } from './handles';

describe('handles', () => {
  it('has 128 different words of each kind', () => {
    expect(new Set(FIRST_WORDS).size).toBe(128);
    expect(new Set(SECOND_WORDS).size).toBe(128);
  });

  it('spells every tag as a valid handle that leads back to the tag', () => {
    fc.assert(
      fc.property(fc.nat(0x0fffffff), fc.nat(), (tag, key) => {
        const handle = handleOfTag(tag);
        expect(canonicalHandle(handle)).toBe(handle);
        expect(tagOfHandle(key, handle)).toBe(tag);
      }),
      { numRuns: 5000 },
    );
  });

  it('keeps typed handles and generated handles apart', () => {
    expect(tagOfHandle(1, 'gabrielymayra') % 2).toBe(0);
    expect(generatedTag(0xfffffffe) % 2).toBe(1);
  });

  it('folds case, drops the at sign and refuses what TikTok refuses', () => {
    expect(canonicalHandle('@Some.One_1')).toBe('some.one_1');
    expect(canonicalHandle('ends.')).toBeUndefined();
    expect(canonicalHandle('x'.repeat(25))).toBeUndefined();
    expect(canonicalHandle('no-dash')).toBeUndefined();
  });
});
