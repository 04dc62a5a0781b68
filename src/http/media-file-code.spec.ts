import fc from 'fast-check';
import type { LinkedFile } from './media-file-code';
import { fileCodeOf, parseFileCode } from './media-file-code';

const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });

const anyFile: fc.Arbitrary<LinkedFile> = fc.oneof(
  fc.constantFrom<LinkedFile>(
    { kind: 'music' },
    { kind: 'cover' },
    { kind: 'avatar' },
    { kind: 'zip' },
  ),
  fc.record({ kind: fc.constant('image' as const), index: fc.nat(9_999) }),
  fc.record({
    kind: fc.constant('subtitle' as const),
    languageCode: name,
    format: fc.constantFrom('vtt' as const, 'srt' as const),
  }),
  fc.record(
    {
      kind: fc.constant('video' as const),
      hasWatermark: fc.constant(true),
      quality: fc.oneof(fc.constantFrom('best' as const, 'worst' as const), fc.nat(4_320)),
      codec: fc.constantFrom('h264' as const, 'h265' as const),
      renditionName: name,
    },
    { requiredKeys: ['kind'] },
  ),
);

describe('file codes', () => {
  it('say every file in characters that stand in an address as they are, and are read back', () => {
    fc.assert(
      fc.property(anyFile, (file) => {
        const code = fileCodeOf(file);
        expect(code).toMatch(/^[A-Za-z0-9_~!-]+$/);
        expect(parseFileCode(code)).toEqual(file);
      }),
    );
  });

  it('are readable', () => {
    expect(fileCodeOf({ kind: 'video', quality: 720, codec: 'h265' })).toBe('video~q720~ch265');
    expect(fileCodeOf({ kind: 'video', renditionName: 'normal_540_0' })).toBe(
      'video~rnormal_540_0',
    );
    expect(fileCodeOf({ kind: 'subtitle', languageCode: 'eng-US', format: 'srt' })).toBe(
      'subtitle~eng-US~srt',
    );
  });

  it.each([
    '',
    'nothing',
    'video~',
    'video~x',
    'video~qhigh',
    'video~cav1',
    'video~w1',
    'video~r',
    'video~r!ff',
    'image',
    'image~',
    'image~-1',
    'image~1~2',
    'image~99999',
    'music~1',
    'zip~',
    'subtitle~eng-US',
    'subtitle~eng-US~ass',
    'subtitle~~vtt',
    'subtitle~eng-US~vtt~',
  ])('are nothing else: %s', (code) => {
    expect(parseFileCode(code)).toBeUndefined();
  });
});
