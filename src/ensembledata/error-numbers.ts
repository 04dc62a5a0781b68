import type { TikTokErrorCode } from '../tiktok';

/** What every status number of the documented API means here; texts for the OpenAPI document. */
export const errorNumbers = {
  404: 'TikTok has no such thing, or there is no such path.',
  405: 'Only GET is answered.',
  414: 'The address is over 12,000 characters long.',
  422: 'A parameter is missing or wrong; `detail` lists each as `{loc, msg, type}`. TikTok was not asked.',
  429: 'Too many requests of this token, or of this address, in this minute; `Retry-After` says when to come back.',
  431: 'Over 100 headers, or over 16 kB of them.',
  462: '`url` is no address of a TikTok post.',
  463: 'The id or secUid names no account.',
  464: 'More than 100 ids.',
  466: '`country` is no ISO 3166-1 alpha-2 code.',
  469: 'TikTok does not show this hashtag, sound or search term.',
  471: 'TikTok does not show this account here.',
  472: 'The account, or this list of it, is private.',
  473: 'TikTok has no such account.',
  474: 'The account is banned.',
  491: 'The token is not known.',
  492: "The token's e-mail address is not verified; never answered here.",
  493: 'The subscription of the token is over; never answered here.',
  495: 'The daily units of the token are used up; they come back at midnight UTC.',
  500: 'A fault of ours.',
  501: 'No configured source can answer.',
  502: 'TikTok could not be reached or answered something new.',
  503: 'TikTok refuses us now; `Retry-After` says when to come back.',
  504: 'TikTok did not answer in time.',
  520: 'The post is private or TikTok does not show it here.',
} as const;

export type ErrorNumber = keyof typeof errorNumbers;

type Missing = 'tiktok.not_found' | 'tiktok.private' | 'tiktok.restricted';

/** What a group of routes is about, and what TikTok's refusals to show it are answered with. */
export interface Subject {
  readonly numbers: Readonly<Record<Missing, ErrorNumber>>;
  /** TikTok's own codes that mean something narrower here. */
  readonly byTikTokCode?: ReadonlyMap<number, ErrorNumber>;
}

const account: Subject = {
  numbers: { 'tiktok.not_found': 473, 'tiktok.private': 472, 'tiktok.restricted': 471 },
  // Banned; restricted by the platform; restricted by its name.
  byTikTokCode: new Map<number, ErrorNumber>([
    [10221, 474],
    [10223, 471],
    [10225, 471],
  ]),
};

const post: Subject = {
  numbers: { 'tiktok.not_found': 404, 'tiktok.private': 520, 'tiktok.restricted': 520 },
};

const topic: Subject = {
  numbers: { 'tiktok.not_found': 404, 'tiktok.private': 469, 'tiktok.restricted': 469 },
  // Hashtags on the black list, of a sensitive word, and taken down.
  byTikTokCode: new Map<number, ErrorNumber>([
    [10209, 469],
    [10211, 469],
    [10212, 469],
  ]),
};

const subjects: readonly (readonly [string, Subject])[] = [
  ['tt/user/search', topic],
  ['tt/user/', account],
  ['tt/post/', post],
];

/** What the routes below `path`, which begins behind `/apis/`, are about. */
export function subjectOf(path: string): Subject {
  return subjects.find(([prefix]) => path.startsWith(prefix))?.[1] ?? topic;
}

/** The number for a refusal of TikTok's; undefined for what is answered with its plain HTTP status. */
export function numberOf(
  { code, statusCode }: { readonly code: TikTokErrorCode; readonly statusCode?: number },
  { numbers, byTikTokCode }: Subject,
): ErrorNumber | undefined {
  switch (code) {
    case 'tiktok.not_found':
    case 'tiktok.private':
    case 'tiktok.restricted':
      return byTikTokCode?.get(statusCode ?? 0) ?? numbers[code];
    case 'tiktok.invalid_address':
      return 462;
    default:
      return undefined;
  }
}
