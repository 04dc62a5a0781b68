import type { MusicDetail, Post } from '../models';
import { TikTokShapeChangedError } from '../tiktok.errors';
import { readEmbedTopic } from './embed-topic';
import { parseJsonObject } from './json-body';
import { readMediaLink } from './media-link';
import { parseMusic } from './music.parser';
import { at, readCount, readId, readText } from './read';
import { throwForStatus } from './status';
import { parseUser } from './user.parser';

/** What `/embed/music/ID` shows: the sound and ten of its posts. */
export interface EmbedMusic {
  readonly music: MusicDetail;
  readonly posts: readonly Post[];
  /** Rows without an id, left out. */
  readonly droppedCount: number;
}

/** Reads `/api/music/detail/`. */
export function parseMusicDetail(json: Buffer): MusicDetail {
  const answer = parseJsonObject(json, 'sound');
  throwForStatus(answer, 'sound');
  const info = at(answer, 'musicInfo');
  const music = parseMusic(at(info, 'music'));
  if (music === undefined) {
    throw new TikTokShapeChangedError('musicInfo.music.id');
  }
  return {
    ...music,
    postCount:
      readCount(at(info, 'statsV2', 'videoCount')) ?? readCount(at(info, 'stats', 'videoCount')),
    // A catalogue sound has an artist, a sound made with a post the account that posted it.
    author: parseUser(at(info, 'author')) ?? parseUser(at(info, 'artist')),
  };
}

/** Reads `/embed/music/ID`, which gives no title. */
export function parseEmbedMusic(html: Buffer): EmbedMusic {
  const { info, posts, droppedCount } = readEmbedTopic(html, 'embedded sound');
  const id = readId(at(info, 'id'));
  if (id === undefined) {
    throw new TikTokShapeChangedError('source.data["/embed/music/..."].embedInfo.id');
  }
  const music = {
    id,
    title: readText(at(info, 'title')),
    authorName: readText(at(info, 'artist')),
    coverLarge: readMediaLink(at(info, 'coverUrl')),
    postCount: readCount(at(info, 'videoCount')),
  };
  return { music, posts, droppedCount };
}
