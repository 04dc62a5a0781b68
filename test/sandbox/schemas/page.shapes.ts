import { itemStruct, phoneItem } from './item.shapes';
import { digits, flag, httpsUrl, integer, matching, text } from './scalars';
import {
  absent,
  choose,
  either,
  exactly,
  isObject,
  list,
  nothing,
  object,
  oneOf,
  optional,
  since,
  where,
  type Fields,
  type Shape,
} from './shape';
import { userInfo } from './user.shapes';

const shareMeta: Shape = object({ title: text, desc: text });

/** `webapp.app-context` (4.2): where a session takes its device id from. */
const appContext: Shape = object({
  language: matching(/^[a-z]{2,3}(-[A-Za-z]+)?$/, 'a language'),
  region: matching(/^[A-Z]{2}$/, 'a country'),
  appId: integer,
  appType: oneOf('m', 't'),
  user: optional(either(nothing, object({}))),
  wid: matching(/^\d{19}$/, 'a device id'),
  webIdCreatedTime: optional(either(digits, exactly(0))),
  odinId: optional(digits),
  nonce: text,
  botType: text,
  requestId: text,
  clusterRegion: text,
  abTestVersion: object({ versionName: text, parameters: object({}) }),
  csrfToken: text,
  userAgent: text,
  encryptedWebid: text,
  host: exactly('www.tiktok.com'),
});

const seo: Shape = object({
  canonical: httpsUrl,
  pageId: digits,
  vidList: list(text),
  parameters: object({}),
});

/** The scopes that every page has, with the one that is asked for. */
function page(own: Fields): Shape {
  return object({
    'webapp.app-context': appContext,
    'webapp.biz-context': object({}),
    'webapp.i18n-translation': object({}),
    'seo.abtest': since(2025, seo),
    ...own,
  });
}

/** A status and nothing else, or the data: never both, never neither. */
function answerOr(data: Fields, refusal: Fields): Shape {
  const refused = object({
    statusCode: where(
      'a status code other than 0',
      (value) => Number.isInteger(value) && value !== 0,
    ),
    ...refusal,
  });
  const answered = object({ statusCode: exactly(0), ...data });
  return choose((value) => {
    const status = isObject(value) ? (value['statusCode'] ?? 0) : 0;
    return status === 0 ? answered : refused;
  });
}

/** `/@NAME` (4.3). A private account comes with its status and with its profile. */
export const userPage: Shape = page({
  'webapp.user-detail': answerOr(
    { userInfo, shareMeta, statusMsg: text, needFix: optional(flag) },
    { userInfo: optional(userInfo), statusMsg: text },
  ),
  'webapp.video-detail': absent,
});

/** `/@NAME/video/ID` as a desktop browser gets it (4.4). */
export const videoPage: Shape = page({
  'webapp.video-detail': answerOr(
    { itemInfo: object({ itemStruct: itemStruct('page') }), shareMeta, statusMsg: text },
    { itemInfo: absent, statusMsg: text },
  ),
  'webapp.reflow.video.detail': absent,
});

/** The same address for a phone: another scope, a shorter item, `statusMessage`. */
export const phonePage: Shape = page({
  'webapp.reflow.video.detail': answerOr(
    { itemInfo: object({ itemStruct: phoneItem }), shareMeta, statusMessage: text },
    { itemInfo: absent, statusMessage: text },
  ),
  'webapp.video-detail': absent,
});

/** A page without any detail: home, `/photo/ID` for a desktop browser. */
export const shellPage: Shape = page({
  'webapp.user-detail': absent,
  'webapp.video-detail': absent,
  'webapp.reflow.video.detail': absent,
});

export interface ChallengeParts {
  cookie: string | undefined;
  originalCookie: string | undefined;
  original: string | undefined;
  asked: unknown;
}

/** What the "Please wait..." page carries in the class attributes of its elements (12). */
export function readChallenge(html: string): ChallengeParts {
  const classOf = (id: string): string | undefined =>
    new RegExp(`<[a-z]+[^>]*id="${id}"[^>]*class="([^"]*)"`).exec(html)?.[1];
  const encoded = classOf('cs') ?? '';
  let asked: unknown;
  try {
    asked = JSON.parse(Buffer.from(encoded, 'base64').toString('utf8'));
  } catch {
    asked = encoded;
  }
  return {
    cookie: classOf('wci'),
    originalCookie: classOf('rci'),
    original: classOf('rs'),
    asked,
  };
}

const base64 = matching(/^[A-Za-z0-9+/]+=*$/, 'base64');

export const challenge: Shape = object({
  cookie: exactly('_wafchallengeid'),
  originalCookie: optional(exactly('waforiginalreid')),
  original: optional(text),
  asked: object({
    v: object({
      a: base64,
      b: integer,
      c: matching(/^[A-Za-z0-9+/]{43}=$/, 'a SHA-256 digest in base64'),
    }),
    s: base64,
    d: absent,
  }),
});
