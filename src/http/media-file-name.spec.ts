import fc from 'fast-check';
import { fileNameOf } from './media-file-name';

const id = '7571171661639175454';
const nameOf = (caption: string): string => fileNameOf({ caption, id, extension: 'mp4' });

describe('fileNameOf', () => {
  it.each([
    ['A walk in the park', `A_walk_in_the_park-${id}.mp4`],
    ['', `${id}.mp4`],
    ['   ', `${id}.mp4`],
    ['кошка 猫 قطة', `кошка_猫_قطة-${id}.mp4`],
    ['👩‍👩‍👧 family 🇩🇪', `👩‍👩‍👧_family_🇩🇪-${id}.mp4`],
    ['../../etc/passwd', `etc_passwd-${id}.mp4`],
    ['..', `${id}.mp4`],
    ['C:\\Windows\\x?<a>|"b"*', `C_Windows_x_a_b-${id}.mp4`],
    ['a/../../b', `a_._._b-${id}.mp4`],
    ['\u007fdel', `del-${id}.mp4`],
    ['CON', `${id}.mp4`],
    ['con.txt', `${id}.mp4`],
    ['LPT1', `${id}.mp4`],
    ['.bashrc', `bashrc-${id}.mp4`],
    ['-rf --no-preserve-root', `rf_--no-preserve-root-${id}.mp4`],
    ['dots and spaces. . .', `dots_and_spaces-${id}.mp4`],
    ['line\r\nbreak\u0000null\u2028end', `line_break_null_end-${id}.mp4`],
    ['evil\u202egpj.exe', `evilgpj.exe-${id}.mp4`],
    ['half \ud83d of an emoji', `half_of_an_emoji-${id}.mp4`],
    ['cafe\u0301', `caf\u00e9-${id}.mp4`],
    ['100% #1 & more', `100%_#1_&_more-${id}.mp4`],
  ])('%j -> %s', (caption, expected) => {
    expect(nameOf(caption)).toBe(expected);
  });

  it('cuts between characters as people see them', () => {
    const family = '👩‍👩‍👧';
    const name = nameOf(family.repeat(300));
    expect(name).toBe(`${family.repeat(6)}-${id}.mp4`);
    expect(nameOf(`a${'\u0301'.repeat(300)}`)).toBe(`${id}.mp4`);
  });

  it('has room for a label', () => {
    expect(fileNameOf({ caption: 'x', id, label: 'cover', extension: 'jpeg' })).toBe(
      `x-${id}-cover.jpeg`,
    );
  });

  it('is short, a single name, and fit for an address, whatever the caption', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.array(fc.nat(0xffff), { maxLength: 400 }).map((units) => String.fromCharCode(...units)),
    );
    fc.assert(
      fc.property(anything, (caption) => {
        const name = nameOf(caption);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(150);
        expect(name.endsWith(`${id}.mp4`)).toBe(true);
        expect(name).not.toMatch(/[/\\\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]|^[.-]/);
        expect(decodeURIComponent(encodeURIComponent(name))).toBe(name);
      }),
    );
  });
});
