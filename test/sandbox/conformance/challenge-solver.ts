import { createHash } from 'node:crypto';

/**
 * Answers the "Please wait..." page (12): the number whose digits, after the prefix, hash to the
 * digest; then the same object with that answer, as a cookie. Undefined when no number does.
 */
export function solveChallenge(html: string): Map<string, string> | undefined {
  const classOf = (id: string): string =>
    new RegExp(`<[a-z]+[^>]*\\bid="${id}"[^>]*\\bclass="([^"]*)"`).exec(html)?.[1] ?? '';
  const asked = JSON.parse(Buffer.from(classOf('cs'), 'base64').toString('utf8')) as {
    v: { a: string; c: string };
  };
  const prefix = createHash('sha256').update(Buffer.from(asked.v.a, 'base64'));
  for (let number = 0; number <= 1_000_000; number += 1) {
    const digest = prefix.copy().update(String(number)).digest('base64');
    if (digest !== asked.v.c) continue;
    const answer = { ...asked, d: Buffer.from(String(number)).toString('base64') };
    const value = Buffer.from(JSON.stringify(answer)).toString('base64');
    const cookies = new Map([[classOf('wci'), value]]);
    if (classOf('rci') !== '' && classOf('rs') !== '') cookies.set(classOf('rci'), classOf('rs'));
    return cookies;
  }
  return undefined;
}
