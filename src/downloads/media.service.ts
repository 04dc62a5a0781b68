import { Injectable } from '@nestjs/common';
import { MediaTokens } from '../http/media-token';
import { MediaClient, TikTokClient } from '../tiktok';
import { fileReply } from './file-reply';
import { mediaHeaders } from './media-headers';
import type { MediaReply } from './media-reply';
import { PostFiles } from './post-files';
import { assertPhotoPost } from './post-kind';
import { zipReply } from './zip-reply';
import type { Conditions } from './preconditions';

/** What a caller asks of a link. */
export interface MediaRequest {
  readonly token: string;
  readonly name: string;
  readonly isHead: boolean;
  /** Whether browsers are to save the file instead of showing it. */
  readonly isAttachment: boolean;
  readonly conditions: Conditions;
}

/** Answers links of ours with the bytes behind them. */
@Injectable()
export class MediaService {
  constructor(
    private readonly tokens: MediaTokens,
    private readonly tiktok: TikTokClient,
    private readonly media: MediaClient,
  ) {}

  /** Throws for a link that is not ours or has ended, and a `TikTokError` where the file is not to be had. */
  async answer(request: MediaRequest, signal: AbortSignal): Promise<MediaReply> {
    const { name, isHead, isAttachment, conditions } = request;
    const nowMs = Date.now();
    const { postId, file, expiresAtSeconds } = this.tokens.verify(request.token, name, nowMs);
    const headers = mediaHeaders({
      fileName: name,
      isAttachment: isAttachment || file.kind === 'zip',
      secondsLeft: Math.floor(expiresAtSeconds - nowMs / 1000),
    });
    if (file.kind !== 'zip') {
      const handle = await this.media.file(postId, file);
      return fileReply(handle, { headers, isHead, conditions, signal });
    }
    const { value: post } = await this.tiktok.post(postId);
    assertPhotoPost(post);
    return zipReply(new PostFiles(this.media, post, signal), { headers, isHead });
  }
}
