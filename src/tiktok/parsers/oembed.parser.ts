import type { Hashtag, Music, Post, User } from '../models';
import { TikTokBlockedError, TikTokShapeChangedError } from '../tiktok.errors';
import { parseJsonObject } from './json-body';
import { readMediaLink } from './media-link';
import { readPostTime } from './post-time';
import { at, either, readCount, readId, readInteger, readText } from './read';

const POST_ID = /\bdata-video-id="(\d{1,20})"/;
const MUSIC_ID = /href="https:\/\/www\.tiktok\.com\/music\/(?:[^"?]*-)?(\d{1,20})[?"]/;
// The name stands in the title of a link to the hashtag's page; `&` would be HTML's escape of something.
const HASHTAG = /<a\b[^>]*\btitle="([^"&]+)"[^>]*\bhref="https:\/\/www\.tiktok\.com\/tag\//g;

/**
 * Reads an oEmbed answer: caption, author's names, one cover, and what its HTML names. Counters, media and time are
 * not in it, so the time is the one inside the id. It knows public videos only: all else is one and the same
 * HTTP 400, which tells neither missing from private nor from a photo post.
 */
export function parseOembed(json: Buffer): Post {
  const answer = parseJsonObject(json, 'oEmbed');
  throwIfRefused(answer);
  const html = readText(at(answer, 'html')) ?? '';
  const id = readId(at(answer, 'embed_product_id')) ?? readId(POST_ID.exec(html)?.[1]);
  if (id === undefined) {
    throw new TikTokShapeChangedError('embed_product_id');
  }
  return {
    id,
    kind: at(answer, 'embed_type') === 'photo' ? 'photo' : 'video',
    caption: readText(at(answer, 'title')) ?? '',
    createdAtSeconds: readPostTime(undefined, id),
    author: parseNames(answer),
    stats: {},
    video: {
      width: readCount(at(answer, 'thumbnail_width')),
      height: readCount(at(answer, 'thumbnail_height')),
      cover: readMediaLink(at(answer, 'thumbnail_url')),
      renditions: [],
      subtitles: [],
    },
    images: [],
    music: parseSound(html),
    hashtags: parseTags(html),
    captionTags: [],
    labels: [],
    suggestedWords: [],
    isPinned: false,
  };
}

function throwIfRefused(answer: unknown): void {
  const code = readInteger(either(answer, 'code', 'status_code'));
  if (code !== undefined && code !== 0 && at(answer, 'html') === undefined) {
    const message = "TikTok's oEmbed does not say why it does not show this post";
    throw new TikTokBlockedError('inconclusive', message, { statusCode: code });
  }
}

function parseNames(answer: unknown): User | undefined {
  const uniqueId = readText(at(answer, 'author_unique_id'));
  return uniqueId === undefined
    ? undefined
    : { uniqueId, nickname: readText(at(answer, 'author_name')), stats: {} };
}

function parseSound(html: string): Music | undefined {
  const id = readId(MUSIC_ID.exec(html)?.[1]);
  return id === undefined ? undefined : { id };
}

function parseTags(html: string): readonly Hashtag[] {
  const names = new Set<string>();
  for (const [, name] of html.matchAll(HASHTAG)) {
    if (name !== undefined) {
      names.add(name);
    }
  }
  return [...names].map((name) => ({ name }));
}
