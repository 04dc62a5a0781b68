import { createDecipheriv } from 'node:crypto';

/** Key and initial vector alike: they stood in the web bundle of 2021 and 2022. */
const KEY = Buffer.from('webapp1.0+202106');

/**
 * The query that older clients send encrypted in the header `x-tt-params` (AES-128-CBC, base64),
 * some of them there alone. Nothing where the header is none.
 */
export function legacyParams(header: string): URLSearchParams {
  if (header === '') return new URLSearchParams();
  try {
    const decipher = createDecipheriv('aes-128-cbc', KEY, KEY);
    const text = decipher.update(header, 'base64', 'utf8') + decipher.final('utf8');
    return new URLSearchParams(text);
  } catch {
    return new URLSearchParams();
  }
}
