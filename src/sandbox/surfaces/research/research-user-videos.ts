import { researchVideo, VIDEO_FIELDS } from '../../render/research';
import type { Post } from '../../world/post';
import { renderingFor, type Emulator } from '../answering';
import { researchHandler, type Findings, type ResearchQuestion } from './research-answer';
import { accountIn, countIn, numberIn, placeIn, withheld } from './research-request';

const MS_FROM = 1e11;

/**
 * `/v2/research/user/liked_videos/`. The documentation says that the cursor is in seconds and
 * prints one in milliseconds: the sandbox answers in milliseconds and takes both.
 */
export const researchLiked = researchHandler({
  quota: 'content',
  fields: VIDEO_FIELDS,
  find: (emulator, question) => {
    const { world } = emulator;
    const account = accountIn(world, question.body);
    if (!account.hasPublicLikes) throw withheld();
    const limit = countIn(question.body, 20);
    const latest = world.nowSeconds();
    const asked = numberIn(question.body, 'cursor', { usual: 0, least: 0, most: 4e12 });
    const seconds = Math.floor(asked > MS_FROM ? asked / 1000 : asked) || latest;
    const found = world.likedPosts(account, { before: seconds + 1, limit: limit + 1 });
    const page = found.slice(0, limit);
    const next = found[limit] ?? found.at(-1);
    return videosFound(emulator, question, {
      key: 'user_liked_videos',
      posts: page.map(({ post }) => post),
      paging: { cursor: (next?.givenAt ?? seconds) * 1000, has_more: found.length > limit },
    });
  },
});

/** `/v2/research/user/reposted_videos/`: the cursor is an index. */
export const researchReposted = researchHandler({
  quota: 'content',
  fields: VIDEO_FIELDS,
  find: (emulator, question) => {
    const account = accountIn(emulator.world, question.body);
    const limit = countIn(question.body, 20);
    const from = placeIn(question.body);
    const found = emulator.world.reposts(account, { skip: from, limit: limit + 1 });
    const page = found.slice(0, limit);
    return videosFound(emulator, question, {
      key: 'reposted_videos',
      posts: page.map(({ post }) => post),
      paging: { cursor: from + page.length, has_more: found.length > limit },
    });
  },
});

/** `/v2/research/user/pinned_videos/`: three at most, so there are no pages. */
export const researchPinned = researchHandler({
  quota: 'content',
  fields: VIDEO_FIELDS,
  find: (emulator, question) => {
    const account = accountIn(emulator.world, question.body);
    const posts = emulator.world.pinnedPosts(account);
    return videosFound(emulator, question, { key: 'pinned_videos_list', posts, paging: {} });
  },
});

interface VideoList {
  key: string;
  posts: readonly Post[];
  paging: Findings['data'];
}

function videosFound(
  emulator: Emulator,
  { request, fields }: ResearchQuestion,
  { key, posts, paging }: VideoList,
): Findings {
  const rendering = renderingFor(emulator, request, 'api');
  const videos = posts.map((post) => researchVideo(rendering, post, fields));
  return { data: { [key]: videos, ...paging }, records: videos.length };
}
