import { ArrayMinSize, IsArray, MaxLength, ValidateBy } from 'class-validator';
import { patterns } from '../../http/parameter-patterns';
import { isPostId, parsePostAddress, parseUserRef } from '../../tiktok';
import type { ParameterText } from './parameter.decorator';
import { Check, Parameter, ReadText } from './parameter.decorator';

const maxTermLength = 200;
const maxPostIds = 100;
const text = { type: 'string' } as const;

/** A hashtag, with or without `#`. */
export function HashtagName(): PropertyDecorator {
  return Term(
    { description: 'The hashtag, with or without `#`.', example: 'magic', rename: 'hashtag' },
    '[^#\\s]',
    (value) => value.trim().replace(/^#+/, ''),
  );
}

/** What to search for. */
export function Keyword(options: { example?: string; rename?: string } = {}): PropertyDecorator {
  const described = { description: 'What to search for.', example: 'magic', ...options };
  return Term(described, '\\S', (value) => value.trim());
}

function Term(
  described: ParameterText,
  pattern: string,
  read: (value: string) => string,
): PropertyDecorator {
  return Parameter(
    described,
    { ...text, pattern, minLength: 1, maxLength: maxTermLength },
    ReadText(read),
    Check((value) => value !== '', 'ensure this value has at least 1 characters'),
    MaxLength(maxTermLength, {
      message: `ensure this value has at most ${maxTermLength} characters`,
    }),
  );
}

const invalidUser = { context: { status: 463 } };

/** An account by its handle. */
export function Username(): PropertyDecorator {
  return Parameter(
    { description: 'The handle, with or without `@`, or the secUid.', example: 'zachking' },
    { ...text, pattern: patterns.account },
    ReadText((value) => value.trim()),
    Check(
      (value) => parseUserRef(value) !== undefined,
      'username must be a handle: 1-24 letters, digits, dots and underscores',
      invalidUser,
    ),
  );
}

/** An account by TikTok's key of it. */
export function SecUid(example: string): PropertyDecorator {
  return Parameter(
    { description: "The account's secUid, as its profile tells it.", example, rename: 'sec_uid' },
    { ...text, pattern: patterns.secUid },
    ReadText((value) => value.trim()),
    Check(
      (value) => parseUserRef(value)?.secUid !== undefined,
      'secUid must be the secUid of an account: MS4wLjABAAAA and more',
      invalidUser,
    ),
  );
}

/** An account by its number. */
export function AccountId(example: string): PropertyDecorator {
  return Parameter(
    { description: "The account's numeric id.", example },
    { ...text, pattern: patterns.digits },
    ReadText((value) => value.trim()),
    Check((value) => /^\d{1,25}$/.test(value), 'id must be the digits of an account', invalidUser),
  );
}

/** A post, comment or sound by its number. */
export function ObjectId(described: ParameterText): PropertyDecorator {
  return Parameter(
    described,
    { ...text, pattern: patterns.digits },
    ReadText((value) => value.trim()),
    Check((value) => /^\d{1,25}$/.test(value), 'value is not a valid id: digits only'),
  );
}

/** A post by any of its addresses. */
export function PostUrl(): PropertyDecorator {
  return Parameter(
    {
      description: "Any address of the post: its page, a share link, a short link, a phone's link.",
      example: 'https://www.tiktok.com/@daviddobrik/video/7165262254722534698',
    },
    text,
    ReadText((value) => value.trim()),
    Check(
      (value) => parsePostAddress(value).kind !== 'invalid',
      'url must be the address of a TikTok post',
      { context: { status: 462 } },
    ),
  );
}

/** Up to a hundred posts by their numbers, joined with `;`. */
export function PostIds(): PropertyDecorator {
  return Parameter(
    {
      description: `Ids of posts, joined with \`;\`: ${maxPostIds} at most.`,
      example: '7210531475052236078;7102806710334606597',
      rename: 'aweme_ids',
      retype: 'semicolon-separated-string-to-list',
    },
    { ...text, pattern: patterns.postIds },
    ReadText((value) =>
      value
        .split(/[;,]/)
        .map((id) => id.trim())
        .filter(Boolean),
    ),
    IsArray(),
    ArrayMinSize(1, { message: 'ensure this value has at least 1 items' }),
    ValidateBy(
      {
        name: 'maxPostIds',
        validator: {
          validate: (value) => Array.isArray(value) && value.length <= maxPostIds,
          defaultMessage: () => `ids must be ${maxPostIds} at most`,
        },
      },
      { context: { status: 464 } },
    ),
    Check(isPostId, 'each id must be the id of a post: 15 to 25 digits', { each: true }),
  );
}

/** The second half of where to go on. */
export function PageToken(): PropertyDecorator {
  return Parameter(
    {
      description: '`nextPageToken` of the answer before; goes with `cursor`.',
      example: '0',
      isOptional: true,
    },
    text,
  );
}
