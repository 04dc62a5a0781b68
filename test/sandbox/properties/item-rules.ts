/** An item of a page or of the API, as far as the rules look at it. */
export interface Item {
  id: string;
  desc: string;
  createTime: string | number;
  author: {
    id: string;
    uniqueId: string;
    secUid: string;
    secret: boolean;
    privateAccount: boolean;
  };
  music: { id: string };
  stats: Record<string, string | number>;
  statsV2?: Record<string, string>;
  authorStats?: Record<string, number>;
  authorStatsV2?: Record<string, string>;
  textExtra?: Span[];
  challenges?: { id: string; title: string }[];
  contents?: { desc: string }[];
  imagePost?: { images: unknown[] };
  video?: Video;
  isPinnedItem?: boolean;
  playlistId?: string;
}

interface Span {
  start: number;
  end: number;
  type: number;
  hashtagName?: string;
  hashtagId?: string;
}

interface PlayAddr {
  DataSize: string | number;
  UrlList: string[];
  UrlKey: string;
}

interface Video {
  id: string;
  duration: number;
  playAddr: string;
  bitrateInfo?: { Bitrate: number; PlayAddr: PlayAddr }[];
  PlayAddrStruct?: PlayAddr;
}

/**
 * What is shown of an exact number: one decimal of thousands from ten thousand on, of millions from
 * a million on. Read off the recorded answers; the protocol page says three digits.
 */
export function shown(exact: number): number {
  if (exact < 10_000) return exact;
  const unit = exact < 1_000_000 ? 100 : exact < 1_000_000_000 ? 100_000 : 100_000_000;
  return Math.round(exact / unit) * unit;
}

type Rule = (item: Item) => string[];

/** Section 15.4 and QUIRKS, for one item at a time. Real items keep them as well. */
const RULES: Readonly<Record<string, Rule>> = {
  'the id is minted 0 to 60 s before publication': (item) => {
    const delay = Number(item.createTime) - Number(BigInt(item.id) >> 32n);
    return delay >= 0 && delay <= 60 ? [] : [`${delay} s`];
  },
  'stats are statsV2, rounded': (item) => misrounded(item.stats, item.statsV2),
  'authorStats are authorStatsV2, rounded': (item) =>
    misrounded(item.authorStats ?? {}, item.authorStatsV2),
  'heart is heartCount': ({ authorStats: stats }) =>
    stats?.['heart'] === stats?.['heartCount'] ? [] : [JSON.stringify(stats)],
  'hashtags stand in the caption where textExtra says': ({ desc, textExtra = [] }) =>
    textExtra
      .filter(({ hashtagName = '' }) => hashtagName !== '')
      .filter(
        ({ start, end, hashtagName }) =>
          desc.slice(start, end).toLowerCase() !== `#${hashtagName}`.toLowerCase(),
      )
      .map((span) => `${JSON.stringify(span)} is "${desc.slice(span.start, span.end)}"`),
  'mentions stand in the caption where textExtra says': ({ desc, textExtra = [] }) =>
    textExtra
      .filter(({ type, start }) => type === 0 && desc[start] !== '@')
      .map((span) => JSON.stringify(span)),
  'spans follow one another': ({ textExtra = [] }) =>
    textExtra
      .filter(({ start, end }, n) => end <= start || start < (textExtra[n - 1]?.end ?? 0))
      .map((span) => JSON.stringify(span)),
  'every hashtag is among the challenges, under the same id': (item) => {
    const { challenges = [], textExtra = [] } = item;
    const ids = new Map(challenges.map(({ id, title }) => [title.toLowerCase(), id]));
    const named = textExtra.filter(({ hashtagName = '' }) => hashtagName !== '');
    return named
      .filter(({ hashtagName = '', hashtagId }) => {
        const id = ids.get(hashtagName.toLowerCase());
        return id === undefined || (hashtagId !== undefined && hashtagId !== id);
      })
      .map((span) => JSON.stringify(span));
  },
  'the caption has no line breaks': ({ desc }) => (/[\r\n]/.test(desc) ? [desc] : []),
  'secret is privateAccount': ({ author }) =>
    author.secret === author.privateAccount ? [] : [author.uniqueId],
  'photos have nothing to play': ({ imagePost, video }) =>
    imagePost && (video?.playAddr !== '' || video.duration !== 0) ? [JSON.stringify(video)] : [],
  'seconds, not milliseconds': ({ video }) =>
    video && video.duration >= 3_700 ? [String(video.duration)] : [],
  'playAddr has the rendition that PlayAddrStruct describes': ({ video }) => {
    const sizes = (video?.bitrateInfo ?? []).map(({ PlayAddr }) => String(PlayAddr.DataSize));
    const size = video?.PlayAddrStruct?.DataSize;
    return size === undefined || sizes.includes(String(size)) ? [] : [`${size} of ${sizes.join()}`];
  },
};

function misrounded(
  rounded: Readonly<Record<string, string | number>>,
  exact: Readonly<Record<string, string>> | undefined,
): string[] {
  if (!exact) return [];
  return Object.keys(rounded)
    .filter((key) => Number(rounded[key]) !== shown(Number(exact[key])))
    .map((key) => `${key} ${rounded[key]} of ${exact[key]}`);
}

/** Every rule that the item breaks, with the evidence. */
export function brokenRules(item: Item): string[] {
  return Object.entries(RULES).flatMap(([name, rule]) =>
    rule(item).map((evidence) => `${item.id}: ${name}: ${evidence}`),
  );
}
