import type { Post } from '../../tiktok';

export interface ChunkLimits {
  /** How many chunks of ten posts. */
  readonly depth: number;
  /** The chunk that holds a post made before this Unix second is the last one. */
  readonly oldestSeconds?: number;
}

export interface PostChunks {
  readonly posts: readonly Post[];
  readonly chunkCount: number;
  readonly isPastAge: boolean;
  /** Whether a further row could change nothing. */
  readonly isFull: boolean;
}

const chunkSize = 10;

/** The first chunks of ten rows within the limits. The last one is not filtered; pinned posts have no age. */
export function chunksOf(rows: readonly Post[], { depth, oldestSeconds }: ChunkLimits): PostChunks {
  const isOld = ({ isPinned, createdAtSeconds = Infinity }: Post): boolean =>
    !isPinned && oldestSeconds !== undefined && createdAtSeconds < oldestSeconds;
  let chunkCount = 0;
  let isPastAge = false;
  while (chunkCount < depth && !isPastAge && rows.length > chunkCount * chunkSize) {
    const start = chunkCount * chunkSize;
    isPastAge = rows.slice(start, start + chunkSize).some(isOld);
    chunkCount += 1;
  }
  const posts = rows.slice(0, chunkCount * chunkSize);
  const isLast = isPastAge || chunkCount === depth;
  return {
    posts,
    chunkCount,
    isPastAge,
    isFull: isLast && posts.length === chunkCount * chunkSize,
  };
}
