import type { RefusalKind } from './tiktok.errors';

/** What one of TikTok's status codes means for the caller. */
export interface StatusCode {
  /** TikTok's own constant, where it is known; its list was part of the web bundle until 2023. */
  readonly name: string;
  readonly meaning: 'not_found' | 'private' | 'restricted' | 'blocked';
  /** How TikTok refuses; only for `blocked`. */
  readonly kind?: RefusalKind;
}

const notFound = (name: string): StatusCode => ({ name, meaning: 'not_found' });
const isPrivate = (name: string): StatusCode => ({ name, meaning: 'private' });
const restricted = (name: string): StatusCode => ({ name, meaning: 'restricted' });
const blocked = (name: string, kind: RefusalKind): StatusCode => ({
  name,
  meaning: 'blocked',
  kind,
});

/** All codes seen so far. One that is not here is an error of TikTok's side, never an empty result. */
export const STATUS_CODES: ReadonlyMap<number, StatusCode> = new Map([
  [1, blocked('SERVICE_UNAVAILABLE', 'overload')],
  [5, blocked('INVALID_PARAMETERS', 'status_code')],
  [8, blocked('LOGIN_EXPIRED', 'login_wall')],
  [450, blocked('CLIENT_PAGE_ERROR', 'status_code')],
  // Search without the cookies of a visited page.
  [2483, blocked('LOGIN_FIRST', 'login_wall')],
  [10000, blocked('VERIFY_CODE', 'captcha')],
  [10101, blocked('SERVER_ERROR_NOT_500', 'risk')],
  [10102, blocked('USER_NOT_LOGIN', 'login_wall')],
  [10111, blocked('NET_ERROR', 'status_code')],
  [10113, blocked('SHARK_SLIDE', 'captcha')],
  [10114, blocked('SHARK_BLOCK', 'risk')],
  [10119, blocked('LIVE_NEED_LOGIN', 'login_wall')],
  // HTTP 400: a list asked for with a secUid that names nobody.
  [10201, notFound('INVALID_ENTITY')],
  [10202, notFound('USER_NOT_EXIST')],
  [10203, notFound('MUSIC_NOT_EXIST')],
  // Also seen for posts that the region of our address may not watch; the two look the same.
  [10204, notFound('VIDEO_NOT_EXIST')],
  [10205, notFound('HASHTAG_NOT_EXIST')],
  [10208, notFound('EFFECT_NOT_EXIST')],
  [10209, notFound('HASHTAG_BLACK_LIST')],
  [10210, notFound('LIVE_NOT_EXIST')],
  [10211, restricted('HASHTAG_SENSITIVITY_WORD')],
  [10212, notFound('HASHTAG_UNSHELVE')],
  [10213, restricted('VIDEO_LOW_AGE_M')],
  [10214, restricted('VIDEO_LOW_AGE_T')],
  [10215, restricted('VIDEO_ABNORMAL')],
  [10216, isPrivate('VIDEO_PRIVATE_BY_USER')],
  [10217, restricted('VIDEO_FIRST_REVIEW_UNSHELVE')],
  [10218, notFound('MUSIC_UNSHELVE')],
  [10219, restricted('MUSIC_NO_COPYRIGHT')],
  [10220, notFound('VIDEO_UNSHELVE_BY_MUSIC')],
  [10221, notFound('USER_BAN')],
  [10222, isPrivate('USER_PRIVATE')],
  [10223, notFound('USER_FTC')],
  [10224, notFound('GAME_NOT_EXIST')],
  [10225, notFound('USER_UNIQUE_SENSITIVITY')],
  [10227, restricted('VIDEO_NEED_RECHECK')],
  [10228, restricted('VIDEO_RISK')],
  [10229, restricted('VIDEO_R_MASK')],
  [10230, restricted('VIDEO_RISK_MASK')],
  [10231, restricted('VIDEO_GEOFENCE_BLOCK')],
  [10404, blocked('FYP_VIDEO_LIST_LIMIT', 'rate_limit')],
  // An id of the right form that names nothing: playlist, collection, list of a sound.
  [100001, notFound('INVALID_PARAMS')],
  [100002, notFound('UNKNOWN_HANDLE')],
  [205001, notFound('PLACE_NOT_EXIST')],
  [209002, blocked('LOGIN_REQUIRED', 'login_wall')],
  // Live: a room that is over and gone (webcast host), and a handle without an account.
  [30003, notFound('ROOM_FINISHED')],
  [19881007, notFound('USER_NOT_FOUND')],
]);

/** The code of a private account: its profile may come along, filled. */
export const USER_PRIVATE = 10222;
