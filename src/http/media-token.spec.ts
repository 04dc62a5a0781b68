import type { MediaGrant } from './media-token';
import { MediaTokens } from './media-token';
import { MediaLinkExpiredError, MediaLinkInvalidError } from './request.errors';

const tokens = new MediaTokens(['the newest secret', 'an older secret!']);
const nowMs = 1_790_000_000_000;
const grant: MediaGrant = {
  postId: '7571171661639175454',
  file: { kind: 'video', quality: 'best' },
  expiresAtSeconds: nowMs / 1000 + 60,
};
const name = 'clip-7571171661639175454.mp4';
const token = tokens.sign(grant, name);

describe('MediaTokens', () => {
  it('reads back what it signed, in text that can be read', () => {
    expect(token).toMatch(/^v1\.7571171661639175454\.video~qbest\.tlpwvw\.[\w-]{43}$/);
    expect(tokens.verify(token, name, nowMs)).toEqual(grant);
  });

  it('signs the same thing the same way', () => {
    expect(tokens.sign(grant, name)).toBe(token);
  });

  it('takes no change of any character', () => {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~!';
    for (let at = 0; at < token.length; at += 1) {
      for (const character of alphabet) {
        if (character === token[at]) continue;
        const changed = token.slice(0, at) + character + token.slice(at + 1);
        expect(() => tokens.verify(changed, name, nowMs)).toThrow(MediaLinkInvalidError);
      }
    }
  });

  it.each([
    ['', 'empty'],
    [token.slice(0, -1), 'too short'],
    [`${token}A`, 'too long'],
    [`${token}\n`, 'a line break behind'],
    [token.replace('v1', 'v2'), 'another version'],
    [token.split('.').slice(0, 4).join('.'), 'no seal'],
    [token.toUpperCase(), 'upper case'],
  ])('takes nothing else: %s (%s)', (text) => {
    expect(() => tokens.verify(text, name, nowMs)).toThrow(MediaLinkInvalidError);
  });

  it('is good for one name only', () => {
    for (const other of ['', 'clip.mp4', `${name} `, name.toUpperCase()])
      expect(() => tokens.verify(token, other, nowMs)).toThrow(MediaLinkInvalidError);
  });

  it('ends', () => {
    expect(tokens.verify(token, name, nowMs + 59_999)).toEqual(grant);
    expect(() => tokens.verify(token, name, nowMs + 60_000)).toThrow(MediaLinkExpiredError);
  });

  it('outlives its secret for as long as that is accepted', () => {
    const rotated = new MediaTokens(['the secret of tomorrow', 'the newest secret']);
    expect(rotated.verify(token, name, nowMs)).toEqual(grant);
    expect(rotated.sign(grant, name)).not.toBe(token);
    const retired = new MediaTokens(['the secret of tomorrow']);
    expect(() => retired.verify(token, name, nowMs)).toThrow(MediaLinkInvalidError);
  });
});
