import type { Account } from './account';
import { FIRST_WORDS, SECOND_WORDS } from './data/handle-words';
import { Draw } from './draw';
import { postBefore } from './given';
import { mix } from './hash';
import { scheduledPosts } from './listing';
import type { Lookup, RowRange } from './lookup';
import { listIdOf, listIdParts, playlistSpacing, type ListKind } from './playlist-ids';
import { scheduledPost, type Post } from './post';

/** A playlist holds posts of its owner; a collection, which is a visitor's, posts of anybody. */
export interface PostList {
  kind: ListKind;
  id: string;
  key: number;
  name: string;
  owner: Account;
  /** Which of its owner's lists of this kind. */
  number: number;
  size: number;
}

export function listsOf(lookup: Lookup, owner: Account, kind: ListKind): PostList[] {
  const count = kind === 'playlist' ? owner.playlists : owner.collections;
  if (owner.state !== 'open') return [];
  return Array.from({ length: count }, (_, number) => listAt(lookup, { owner, kind, number }));
}

export function listById(lookup: Lookup, kind: ListKind, id: string): PostList | undefined {
  const parts = listIdParts(kind, id);
  if (!parts) return undefined;
  const lists = listsOf(lookup, lookup.userByTag(parts.tag), kind);
  return lists.find((list) => list.id === id);
}

/** A playlist runs in its owner's order: the oldest post first. */
export function postsOfList(lookup: Lookup, list: PostList, range: RowRange): Post[] {
  const posts: Post[] = [];
  const end = Math.min(list.size, range.from + range.limit);
  for (let place = range.from; place < end; place += 1) {
    const post =
      list.kind === 'playlist' ? inPlaylist(lookup, list, place) : saved(lookup, list, place);
    if (post) posts.push(post);
  }
  return posts;
}

function listAt(
  lookup: Lookup,
  which: { owner: Account; kind: ListKind; number: number },
): PostList {
  const { owner, kind, number } = which;
  const id = listIdOf(owner, kind, number);
  const key = mix(mix(owner.key, kind === 'playlist' ? 1 : 2), number);
  const draw = new Draw(key);
  const name = `${draw.pick(FIRST_WORDS)} ${draw.pick(SECOND_WORDS)} (sandbox)`;
  const size = kind === 'playlist' ? playlistSize(lookup, owner, number) : draw.between(3, 90);
  return { kind, id, key, name, owner, number, size };
}

function playlistSize(lookup: Lookup, owner: Account, number: number): number {
  const posts = scheduledPosts(owner, lookup.nowSeconds());
  return Math.max(0, Math.ceil((posts - number) / playlistSpacing(owner)));
}

function inPlaylist(lookup: Lookup, { owner, number }: PostList, place: number): Post {
  return scheduledPost(lookup.key, owner, number + place * playlistSpacing(owner));
}

/** Collections do not grow: what is in them was there a year after the account began. */
function saved(lookup: Lookup, list: PostList, place: number): Post | undefined {
  const settledAt = Math.min(lookup.nowSeconds(), list.owner.createdAt + 1_000 * 86_400);
  return postBefore(lookup, mix(list.key, place), settledAt);
}
