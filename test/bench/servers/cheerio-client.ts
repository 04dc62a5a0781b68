import { Pool } from 'undici';
import { loadTool } from '../tools';
import { answerWith } from './answering';

/**
 * What most clients do with a post's page: fetch it, give it to an HTML parser, read the script element with the
 * data. The fastest fetch there is, and no limits, sessions, cache or checks.
 */
const [origin = '', connections = '8'] = process.argv.slice(2);
const pool = new Pool(origin, { connections: Number(connections) });
const { load } = loadTool('cheerio') as {
  load: (html: string) => (selector: string) => { text: () => string };
};

interface PageState {
  readonly __DEFAULT_SCOPE__: {
    readonly 'webapp.video-detail': { readonly itemInfo: { readonly itemStruct: Item } };
  };
}

interface Item {
  readonly id: string;
  readonly desc: string;
  readonly author: Readonly<Record<'id' | 'nickname' | 'avatarLarger', string>>;
  readonly statsV2: Readonly<Record<string, string>>;
  readonly music: { readonly playUrl: string };
  readonly video: Readonly<Record<'playAddr' | 'downloadAddr' | 'cover', string>> & {
    readonly duration: number;
  };
}

answerWith(async (id) => {
  const { body } = await pool.request({
    path: `/@_/video/${id}`,
    method: 'GET',
    headers: { host: 'www.tiktok.com', 'user-agent': 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)' },
  });
  const $ = load(await body.text());
  const state = JSON.parse($('#__UNIVERSAL_DATA_FOR_REHYDRATION__').text()) as PageState;
  return present(state.__DEFAULT_SCOPE__['webapp.video-detail'].itemInfo.itemStruct);
});

/** The members of our own answer, with TikTok's links. */
function present({ desc, author, statsV2, music, video }: Item): object {
  return {
    duration: video.duration,
    media: { music: music.playUrl, no_watermark: video.playAddr, watermark: video.downloadAddr },
    post_author: { id: author.id, nickname: author.nickname, profile: author.avatarLarger },
    thumbnail: video.cover,
    title: desc,
    total_comment: Number(statsV2.commentCount),
    total_play: Number(statsV2.playCount),
    total_share: Number(statsV2.shareCount),
  };
}
