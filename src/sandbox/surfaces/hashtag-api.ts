import { challengeOf, challengeStats } from '../render/hashtag';
import type { Hashtag } from '../world/hashtags';
import { renderingFor, type Emulator, type Handler } from './answering';
import { apiReply } from './api-answer';
import { textAsked } from './asked';
import { offsetListReply } from './item-page';
import type { SandboxRequest } from '../http/sandbox-request';

const NOT_FOUND = 10205;
const BLACK_LISTED = 10209;
const COUNT = { usual: 30, most: 35 };

/** `/api/challenge/detail/` by name, or by id. */
export const hashtagDetail: Handler = (emulator, request) => {
  const hashtag = hashtagAsked(emulator, request);
  const status = statusOfHashtag(hashtag);
  if (!hashtag || status !== 0) return refusal(emulator, request, status);
  const rendering = renderingFor(emulator, request, 'api');
  const { stats, statsV2 } = challengeStats(rendering, hashtag);
  return apiReply(emulator, request, {
    challengeInfo: {
      challenge: { ...challengeOf(rendering, hashtag), stats },
      stats,
      statsV2,
      challengeAnnouncement: { title: '', body: '' },
    },
    shareMeta: {
      title: `#${hashtag.name} | TikTok`,
      desc: `${statsV2.videoCount} sandbox videos about #${hashtag.name}`,
    },
    statusMsg: '',
  });
};

/** `/api/challenge/item_list/`: ranked, by place, and the cursor is text. */
export const hashtagPosts: Handler = (emulator, request) => {
  const hashtag = hashtagAsked(emulator, request);
  const status = statusOfHashtag(hashtag);
  if (!hashtag || status !== 0) return refusal(emulator, request, status);
  return offsetListReply(emulator, request, {
    rows: (range) => emulator.world.hashtagPosts(hashtag, range),
    count: COUNT,
    cursor: 'text',
  });
};

export function statusOfHashtag(hashtag: Hashtag | undefined): number {
  if (!hashtag || hashtag.state === 'missing') return NOT_FOUND;
  return hashtag.state === 'banned' ? BLACK_LISTED : 0;
}

function hashtagAsked({ world }: Emulator, request: SandboxRequest): Hashtag | undefined {
  const name = request.query.get('challengeName') ?? '';
  if (name !== '') return world.hashtag(name);
  return world.hashtagById(textAsked(request, 'challengeID', 'challengeId'));
}

function refusal(emulator: Emulator, request: SandboxRequest, code: number) {
  return apiReply(emulator, request, { statusCode: code, status_code: code, statusMsg: '' });
}
