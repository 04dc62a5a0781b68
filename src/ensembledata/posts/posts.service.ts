import { Injectable } from '@nestjs/common';
import { Answer, combineMeta } from '../../cache/answer';
import type { Post, PostOutcome } from '../../tiktok';
import { TikTokClient } from '../../tiktok';
import { Charged } from '../answers/charged';
import type { AwemeDto } from '../dto/aweme.dto';
import type { WebPostDto } from '../dto/web-post.dto';
import type { LinksOf } from '../file-links.decorator';
import { presentPost } from '../presenters/post.presenter';
import type { MultiPostInfoQueryDto, PostInfoQueryDto } from './posts.query.dto';

export interface PostsBody {
  readonly data: readonly (AwemeDto | WebPostDto)[];
}

export interface MultiPostsBody extends PostsBody {
  /** Posts that were not to be had, and why; absent when all were. */
  readonly missing?: readonly MissingPost[];
}

export interface MissingPost {
  readonly id: string;
  readonly code: string;
  readonly detail: string;
}

type Found = Extract<PostOutcome, { answer: unknown }>;
type Failed = Extract<PostOutcome, { error: unknown }>;

@Injectable()
export class PostsService {
  constructor(private readonly tiktok: TikTokClient) {}

  async info(query: PostInfoQueryDto, linksOf: LinksOf): Promise<Charged<PostsBody>> {
    const answer = await this.tiktok.post(await this.tiktok.postIdOf(query.url));
    return new Charged(
      answer.map((post, meta) => ({ data: [presentPost(post, linksOf(meta), query)] })),
    );
  }

  /** The posts in the order of their ids. One that is not to be had does not spoil the others. */
  async multiInfo(
    query: MultiPostInfoQueryDto,
    linksOf: LinksOf,
  ): Promise<Charged<MultiPostsBody>> {
    const answer = together(await this.tiktok.posts(query.ids));
    return new Charged(
      answer.map(({ posts, missing }, meta) => {
        const data = posts.map((post) => presentPost(post, linksOf(meta), query));
        return { data, ...(missing.length > 0 && { missing }) };
      }),
    );
  }
}

interface Together {
  readonly posts: readonly Post[];
  readonly missing: readonly MissingPost[];
}

/** Throws when not one post was had. */
function together(outcomes: readonly PostOutcome[]): Answer<Together> {
  const found = outcomes.filter((outcome): outcome is Found => 'answer' in outcome);
  const failed = outcomes.filter((outcome): outcome is Failed => 'error' in outcome);
  const [first, ...others] = found.map(({ answer }) => answer.meta);
  if (!first) throw worstOf(failed);
  const missing = failed.map(({ id, error }) => ({
    id,
    code: error.code,
    detail: error.message,
  }));
  const posts = found.map(({ answer }) => answer.value);
  const meta = combineMeta(first, others);
  if (missing.length === 0) return Answer.of({ posts, missing }, meta);
  // What is missing now may be there at the next call.
  return Answer.of({ posts, missing }, { ...meta, completeness: 'partial', isOneOff: true });
}

/** A refusal of TikTok's before what is only missing. */
function worstOf(failed: readonly Failed[]): Error {
  const worst = failed.find(({ error }) => error.isRetryable) ?? failed[0];
  return worst?.error ?? new Error('there is at least one id');
}
