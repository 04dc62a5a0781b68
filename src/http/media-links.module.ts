import type { DynamicModule } from '@nestjs/common';
import { Logger, Module } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import type { RedisLink } from '../redis/redis-link';
import { REDIS_LINK } from '../redis/redis.module';
import type { MediaLinkOptions } from './media-links';
import { MediaLinks } from './media-links';
import { MediaTokens } from './media-token';
import { agreeOnSecret } from './shared-secret';

export interface MediaLinksModuleOptions extends MediaLinkOptions {
  /** What links are signed with, newest first; absent where one is to be made now. */
  readonly secrets?: readonly string[];
}

const logger = new Logger('MediaLinks');

/** Links to media, for every feature that shows some, and the tokens in them. */
@Module({})
export class MediaLinksModule {
  static forRoot({ secrets, ...options }: MediaLinksModuleOptions): DynamicModule {
    return {
      module: MediaLinksModule,
      global: true,
      providers: [
        {
          provide: MediaTokens,
          useFactory: (link: RedisLink | null) => tokensOf(secrets, link),
          inject: [REDIS_LINK],
        },
        {
          provide: MediaLinks,
          useFactory: (tokens: MediaTokens) => new MediaLinks(tokens, options),
          inject: [MediaTokens],
        },
      ],
      exports: [MediaTokens, MediaLinks],
    };
  }
}

async function tokensOf(
  secrets: readonly string[] | undefined,
  link: RedisLink | null,
): Promise<MediaTokens> {
  if (isGiven(secrets)) return new MediaTokens(secrets);
  const tokens = new MediaTokens([randomBytes(32).toString('base64url')]);
  if (link) {
    const current = (): string => tokens.newest;
    await agreeOnSecret(link, { name: 'media-links', current }, (secret) => tokens.adopt(secret));
  } else {
    logger.warn(
      'Links to media end with this process: set MEDIA_LINK_SECRETS for links that outlive it, or that several processes share',
    );
  }
  return tokens;
}

function isGiven(secrets: readonly string[] = []): secrets is readonly [string, ...string[]] {
  return secrets.length > 0;
}
