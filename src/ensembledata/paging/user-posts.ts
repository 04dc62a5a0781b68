import type { AnswerMeta } from '../../cache/answer';
import { Answer, combineMeta } from '../../cache/answer';
import type { Batch, Ending, List, Post } from '../../tiktok';
import { changeOfSource, TikTokBlockedError } from '../../tiktok';
import { AccountPosts } from './account-posts';
import type { ChunkLimits, PostChunks } from './post-chunks';
import { chunksOf } from './post-chunks';
import { readUserPostsCursor, writeUserPostsCursor } from './user-posts-cursor';

export interface UserPostsRequest extends ChunkLimits {
  readonly cursor?: number;
}

export interface UserPostsPage {
  readonly posts: readonly Post[];
  readonly chunkCount: number;
  /** Absent at the end. */
  readonly nextCursor?: number;
}

interface Read extends PostChunks {
  readonly rows: AccountPosts;
  readonly metas: readonly AnswerMeta[];
  /** Whether there is more behind these chunks, and what to say of it. */
  readonly ending: Ending;
}

/**
 * Chunks of ten posts of an account, newest first, pinned ones in front. TikTok cuts its pages elsewhere, and one of
 * its lists repeats the row that the next page begins with: so a cursor is the second of the post given last and how
 * many of that second were given, and no row is lost or repeated whichever source answers next.
 */
export async function readUserPosts(
  list: Pick<List<Post>, 'pages'>,
  request: UserPostsRequest,
): Promise<Answer<UserPostsPage>> {
  const read = await readChunks(list, request);
  const { posts, chunkCount, isPastAge, rows, ending, metas } = read;
  const [first, ...others] = metas;
  if (!first) throw new Error('a list has at least one page');
  const goesOn = ending.completeness === 'more' || ending.completeness === 'partial';
  const position = goesOn && !isPastAge ? rows.after(posts) : undefined;
  const { completeness, completenessReason } = changeOfSource(metas) ?? ending;
  return Answer.of(
    {
      posts: [...posts].sort((a, b) => +b.isPinned - +a.isPinned),
      chunkCount,
      nextCursor: position && writeUserPostsCursor(position),
    },
    {
      ...combineMeta(first, others),
      completeness,
      completenessReason,
      // A list that broke off may be longer at the next call.
      ...(completeness === 'partial' && { isOneOff: true }),
    },
  );
}

async function readChunks(
  list: Pick<List<Post>, 'pages'>,
  request: UserPostsRequest,
): Promise<Read> {
  const from = readUserPostsCursor(request.cursor);
  const rows = new AccountPosts(from);
  const metas: AnswerMeta[] = [];
  // A second later: one list begins with the very second, the other one behind it.
  const cursor = from.seconds === undefined ? undefined : String((from.seconds + 1) * 1000);
  const pages = list.pages({ cursor });
  let last: Batch<Post> | undefined;
  for (;;) {
    const step = await pages.next();
    if (!step.done) {
      last = step.value;
      metas.push(last.answer.meta);
      rows.add(last.items);
    }
    const all = rows.rows();
    const chunks = chunksOf(all, request);
    if (step.done)
      return { ...chunks, rows, metas, ending: endingOf(step.value, { all, chunks, last }) };
    if (!chunks.isFull) continue;
    const isMore = all.length > chunks.posts.length || last?.answer.value.hasMore;
    return { ...chunks, rows, metas, ending: { completeness: isMore ? 'more' : 'complete' } };
  }
}

interface Seen {
  readonly all: readonly Post[];
  readonly chunks: PostChunks;
  readonly last: Batch<Post> | undefined;
}

/** The end of the list itself, which may lie behind the chunks. */
function endingOf(ending: Ending, { all, chunks, last }: Seen): Ending {
  if (all.length > chunks.posts.length) return { completeness: 'more' };
  if (ending.completeness === 'partial' && all.length === 0)
    throw new TikTokBlockedError('inconclusive', ending.completenessReason ?? 'The list broke off');
  const page = last?.answer.value;
  // This source shows no more than its first rows; another one may when it is asked for what follows them.
  const isOfOnePage =
    ending.completeness === 'capped' && page?.hasMore && page.cursor === undefined;
  return isOfOnePage ? { ...ending, completeness: 'more' } : ending;
}
