import type { TikTokError } from '../tiktok.errors';
import { TikTokBlockedError } from '../tiktok.errors';
import type { MediaAnswer } from './media.exchange';
import { detectRefusal } from './refusal';

const enoughBytes = 64 * 1024;

/** What a media host says with an answer that is no file; what is left of its body is given up. */
export async function refusalOfMedia(answer: MediaAnswer): Promise<TikTokError> {
  const { status, headers } = answer;
  const body = await beginningOf(answer);
  const known = detectRefusal({ ...answer, body });
  if (known) return known;
  const type = [headers['content-type'] ?? 'something'].flat()[0];
  const message = `TikTok's media host answers HTTP ${status} with ${type} where a file should be`;
  return new TikTokBlockedError('blocked_page', message, { statusCode: status });
}

async function beginningOf({ body }: MediaAnswer): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of body as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      length += chunk.length;
      if (length >= enoughBytes) break;
    }
  } catch {
    // The status alone says enough.
  }
  return Buffer.concat(chunks);
}
