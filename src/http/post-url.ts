import { ApiProperty } from '@nestjs/swagger';
import type { ValidationArguments } from 'class-validator';
import { ValidateBy } from 'class-validator';
import type { Answer } from '../cache/answer';
import type { Post, TikTokClient } from '../tiktok';
import { parsePostAddress, TikTokInvalidAddressError } from '../tiktok';

const videoExample = 'https://www.tiktok.com/@luna_the_pantera/video/6943996796519681281';

/** The `url` parameter of the routes about one post. */
export function PostUrl(example = videoExample): PropertyDecorator {
  const describe = ApiProperty({
    description:
      'The post: its address in any shape TikTok uses, a short link, a share text with a link inside, or the bare id.',
    minLength: 1,
    maxLength: 2_000,
    example,
  });
  return (target, property) => {
    for (const decorate of [describe, isPostUrl]) decorate(target, property);
  };
}

const isPostUrl = ValidateBy({
  name: 'isPostUrl',
  validator: {
    validate: (value) => reasonAgainst(value) === undefined,
    defaultMessage: (context?: ValidationArguments) =>
      `${context?.property} ${reasonAgainst(context?.value)}`,
  },
});

function reasonAgainst(value: unknown): string | undefined {
  if (value === undefined) return 'must be given: the address or the id of a post';
  if (typeof value !== 'string') return 'must be given once';
  const address = parsePostAddress(value);
  return address.kind === 'invalid' ? address.reason : undefined;
}

/** The post that a validated `url` names. A short link that leads elsewhere is the caller's mistake as well. */
export async function postByUrl(tiktok: TikTokClient, url: string): Promise<Answer<Post>> {
  return tiktok.post(await postIdOf(tiktok, url));
}

async function postIdOf(tiktok: TikTokClient, url: string): Promise<string> {
  try {
    return await tiktok.postIdOf(url);
  } catch (error) {
    if (!(error instanceof TikTokInvalidAddressError)) throw error;
    throw new TikTokInvalidAddressError(`url names no post: ${error.message}`, { cause: error });
  }
}
