import { embedRow } from '../render/embed';
import type { JsonObject, Rendering } from '../render/rendering';
import type { Post } from '../world/post';
import { renderingFor, type Emulator, type Handler } from './answering';
import { embedReply } from './embed-entry';

const HASHTAG_NOT_EXIST = 10205;

/** `/embed/tag/NAME`: its counters are texts. */
export const embedTagPage: Handler = (emulator, request) => {
  const { world } = emulator;
  const name = request.params['name'] ?? '';
  const hashtag = world.hashtag(name);
  if (hashtag?.state !== 'open') {
    const embedInfo = { title: name, statusCode: HASHTAG_NOT_EXIST, code: 404 };
    return embedReply(request, 'tag', { embedInfo, videoList: [] });
  }
  const rendering = renderingFor(emulator, request, 'page');
  const posts = world.hashtagPosts(hashtag, { from: 0, limit: embedRows(emulator) });
  const counts = world.hashtagCounts(hashtag);
  const embedInfo = {
    title: hashtag.name,
    description: hashtag.description,
    coverUrl: coverOf(rendering, posts[0]),
    viewCount: String(counts.views),
    videoCount: String(counts.posts),
    statusCode: 0,
    code: 200,
  };
  return embedReply(request, 'tag', { embedInfo, videoList: rowsOf(rendering, posts) });
};

/** `/embed/music/ID`: its counter is a number, and it has no title. */
export const embedMusicPage: Handler = (emulator, request) => {
  const { world } = emulator;
  const sound = world.sound(request.params['id'] ?? '');
  // Unknown sounds get the frame of the page only.
  if (!sound) return embedReply(request, 'music', {});
  const rendering = renderingFor(emulator, request, 'page');
  const posts = world.soundPosts(sound, { from: 0, limit: embedRows(emulator) });
  const embedInfo = {
    id: sound.id,
    artist: sound.authorName,
    coverUrl: rendering.links.image('cover', sound.clip.number, sound.key),
    videoCount: world.soundCounts(sound).posts,
    statusCode: 0,
    code: 200,
  };
  return embedReply(request, 'music', { embedInfo, videoList: rowsOf(rendering, posts) });
};

/** How many rows an embedded list has at most. */
export function embedRows({ switches }: Emulator): number {
  return Number(switches.get('embed-rows'));
}

function rowsOf(rendering: Rendering, posts: readonly Post[]): JsonObject[] {
  return posts.map((post) => embedRow(rendering, post));
}

function coverOf({ links }: Rendering, post: Post | undefined): string {
  return post ? links.image('cover', post.clip.number, post.key) : '';
}
