import { Injectable } from '@nestjs/common';
import { Answer, combineMeta } from '../cache/answer';
import type { Envelope } from '../http/envelope';
import { inEnvelope } from '../http/envelope';
import type { LinkWriter } from '../http/media-links';
import { MediaLinks } from '../http/media-links';
import { userRef } from '../http/parameters';
import { postByUrl } from '../http/post-url';
import type { Post } from '../tiktok';
import { TikTokClient, TikTokNotFoundError } from '../tiktok';
import type { DownloaderDto, RandomPostDto, SlidesDto } from './downloads.dto';
import { presentDownloader, presentRandomPost, presentSlides } from './downloads.presenter';
import type { DownloaderQueryDto, RandomQueryDto, SlidesQueryDto } from './downloads.query.dto';
import { assertPhotoPost, assertSound, assertVideoPost } from './post-kind';
import { chooseId } from './random-choice';

interface Presentation<T> {
  readonly publicOrigin: string;
  readonly style: SlidesQueryDto['links'];
  readonly present: (post: Post, link: LinkWriter) => T;
}

@Injectable()
export class DownloadsService {
  constructor(
    private readonly tiktok: TikTokClient,
    private readonly links: MediaLinks,
  ) {}

  /** The files of a video post, or the sound of any. */
  async downloader(
    query: DownloaderQueryDto,
    publicOrigin: string,
  ): Promise<Answer<Envelope<DownloaderDto>>> {
    const answer = await postByUrl(this.tiktok, query.url);
    const isSoundOnly = query.only === 'music';
    if (isSoundOnly) assertSound(answer.value);
    else assertVideoPost(answer.value);
    const { quality, codec, detail, links: style } = query;
    return this.shown(answer, {
      publicOrigin,
      style,
      present: (post, link) =>
        presentDownloader(post, { link, quality, codec, isSoundOnly, isFull: detail === 'full' }),
    });
  }

  /** The pictures of a photo post. */
  async slides(query: SlidesQueryDto, publicOrigin: string): Promise<Answer<Envelope<SlidesDto>>> {
    const answer = await postByUrl(this.tiktok, query.url);
    assertPhotoPost(answer.value);
    return this.shown(answer, {
      publicOrigin,
      style: query.links,
      present: (post, link) => presentSlides(post, { link, isFull: query.detail === 'full' }),
    });
  }

  /** One of the newest posts of an account. */
  async random(
    { username, pool, seed, links: style }: RandomQueryDto,
    publicOrigin: string,
  ): Promise<Answer<Envelope<RandomPostDto>>> {
    const newest = await this.tiktok.newestPosts(userRef(username), { count: pool });
    const id = chooseId(
      newest.value.map((post) => post.id),
      seed,
    );
    if (id === undefined) throw new TikTokNotFoundError(`The account ${username} has no posts`);
    // Rows of a list may lack what the post itself has.
    const chosen = await this.tiktok.post(id);
    const answer = Answer.of(chosen.value, {
      ...combineMeta(chosen.meta, [newest.meta]),
      isOneOff: seed === undefined,
    });
    return this.shown(answer, { publicOrigin, style, present: presentRandomPost });
  }

  private shown<T>(
    answer: Answer<Post>,
    { publicOrigin, style, present }: Presentation<T>,
  ): Answer<Envelope<T>> {
    return answer.map((post, meta) => {
      const link = this.links.writer({ publicOrigin, style }, meta);
      return inEnvelope(present(post, link), publicOrigin);
    });
  }
}
