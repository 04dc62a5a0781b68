import { exactly, object, oneOf, type Shape } from './shape';
import { digits, empty, matching } from './scalars';
import { either } from './shape';

const WWW = 'https://www\\.tiktok\\.com';
const NAME = '@[A-Za-z0-9._]{1,24}';

/** Where a short link leads (9.3): with what TikTok hangs on it of who shared what. */
const target: Shape = matching(
  new RegExp(
    `^${WWW}/(${NAME}/(video|photo)/\\d{17,20}|${NAME}|${NAME}/live|music/[^?]+-\\d+)\\?_r=1&_t=`,
  ),
  'the address of a post, a profile, a live room or a sound',
);

const phoneTarget: Shape = matching(
  /^https:\/\/m\.tiktok\.com\/v\/\d{17,20}\.html\?u_code=.*&share_item_id=\d+&/,
  'the address of a post for phones',
);

/** What an expired or unknown code leads to. */
const nowhere: Shape = matching(
  new RegExp(`^${WWW}/(\\?_r=1|login\\?redirect_url=.*|notfound)$`),
  'the home page, the login or the page of what is not found',
);

const movedBody = matching(/^<a href="https:[^"]+">Moved Permanently<\/a>/, 'the link once more');

export const shortLink: Shape = object({
  status: oneOf(301, 302),
  location: either(target, nowhere),
  body: either(movedBody, empty),
});

export const shortLinkForPhones: Shape = object({
  status: oneOf(301, 302),
  location: either(phoneTarget, target, nowhere),
  body: either(movedBody, empty),
});

/** Some answers have no Location, and the link stands in the body alone. */
export const linkInBody: Shape = object({
  status: oneOf(200, 301),
  location: exactly(undefined),
  body: movedBody,
});

/** The parameters of a link for phones that clients read. */
export const phoneParameters: Shape = object({
  share_item_id: digits,
  user_id: digits,
  sec_user_id: matching(/^MS4wLjABAAAA[A-Za-z0-9_-]{20,120}$/, 'a secUid'),
  timestamp: matching(/^\d{10}$/, 'seconds'),
});
