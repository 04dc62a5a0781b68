import { wideNumber } from '../../http/exact-json';
import { researchHandler } from './research-answer';
import { ResearchRefusal } from './research-refusal';
import { countIn, idAsked, placeIn } from './research-request';

/** `/v2/research/playlist/info/`: the ids of a playlist's videos, in its owner's order. */
export const researchPlaylist = researchHandler({
  quota: 'content',
  find: ({ world }, { body }) => {
    const list = world.list('playlist', idAsked(body, 'playlist_id'));
    if (!list) throw new ResearchRefusal('The playlist_id is invalid: cannot find the playlist');
    const from = placeIn(body);
    const posts = world.listPosts(list, { from, limit: countIn(body, 20) });
    const [newest] = world.listPosts(list, { from: Math.max(0, list.size - 1), limit: 1 });
    const cursor = from + posts.length;
    const data = {
      playlist_id: wideNumber(list.id),
      playlist_item_total: list.size,
      playlist_last_updated: newest?.createdAt ?? list.owner.createdAt,
      playlist_name: list.name,
      playlist_video_ids: posts.map(({ id }) => wideNumber(id)),
      cursor,
      has_more: cursor < list.size,
    };
    return { data, records: posts.length };
  },
});
