import type { DynamicModule } from '@nestjs/common';
import { Logger, Module } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import type { MediaLinkOptions } from './media-links';
import { MediaLinks } from './media-links';
import { MediaTokens } from './media-token';

export interface MediaLinksModuleOptions extends MediaLinkOptions {
  /** What links are signed with, newest first; absent where one is to be made now. */
  readonly secrets?: readonly string[];
}

const logger = new Logger('MediaLinks');

/** Links to media, for every feature that shows some, and the tokens in them. */
@Module({})
export class MediaLinksModule {
  static forRoot({ secrets, ...options }: MediaLinksModuleOptions): DynamicModule {
    const tokens = new MediaTokens(isGiven(secrets) ? secrets : [newSecret()]);
    return {
      module: MediaLinksModule,
      global: true,
      providers: [
        { provide: MediaTokens, useValue: tokens },
        { provide: MediaLinks, useValue: new MediaLinks(tokens, options) },
      ],
      exports: [MediaTokens, MediaLinks],
    };
  }
}

function isGiven(secrets: readonly string[] = []): secrets is readonly [string, ...string[]] {
  return secrets.length > 0;
}

function newSecret(): string {
  logger.warn(
    'Links to media end with this process: set MEDIA_LINK_SECRETS for links that outlive it, or that several processes share',
  );
  return randomBytes(32).toString('base64url');
}
