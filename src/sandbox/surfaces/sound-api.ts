import { musicOf } from '../render/music';
import { apiAuthor } from '../render/user';
import { renderingFor, type Handler } from './answering';
import { apiError, apiReply } from './api-answer';
import { textAsked } from './asked';
import { offsetListReply } from './item-page';

const NOT_FOUND = 10203;
/** Taken down; the sandbox has it for ids that end in 0218. */
const UNSHELVED = 10218;
const COUNT = { usual: 30, most: 35 };

/** `/api/music/detail/`. */
export const soundDetail: Handler = (emulator, request) => {
  const id = textAsked(request, 'musicId', 'musicID');
  const sound = emulator.world.sound(id);
  const status = statusOfSoundId(id, sound !== undefined);
  if (!sound || status !== 0) {
    const body = { musicInfo: {}, statusCode: status, status_code: status, statusMsg: '' };
    return apiReply(emulator, request, body);
  }
  const rendering = renderingFor(emulator, request, 'api');
  const { posts } = emulator.world.soundCounts(sound);
  return apiReply(emulator, request, {
    musicInfo: {
      music: musicOf(rendering, sound),
      ...(sound.author ? { author: apiAuthor(rendering, sound.author) } : {}),
      stats: { videoCount: posts },
    },
    shareMeta: {
      title: `${sound.title} - ${sound.authorName}`,
      desc: `${posts} sandbox videos made with ${sound.title}`,
    },
    statusMsg: '',
  });
};

/** `/api/music/item_list/`. */
export const soundPostList: Handler = (emulator, request) => {
  const id = textAsked(request, 'musicID', 'musicId');
  const sound = emulator.world.sound(id);
  if (!sound || statusOfSoundId(id, true) !== 0) {
    return apiError(emulator, request, { code: 10201, httpStatus: 400 });
  }
  return offsetListReply(emulator, request, {
    rows: (range) => emulator.world.soundPosts(sound, range),
    count: COUNT,
  });
};

export function statusOfSoundId(id: string, exists: boolean): number {
  if (id.endsWith('0218')) return UNSHELVED;
  return exists ? 0 : NOT_FOUND;
}
