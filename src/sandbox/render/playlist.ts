import type { PostList } from '../world/playlists';
import type { JsonObject, Rendering } from './rendering';
import { apiAuthor } from './user';

/** A playlist, under both pairs of names that clients read. */
export function playlistOf(rendering: Rendering, list: PostList): JsonObject {
  return {
    id: list.id,
    mixId: list.id,
    name: list.name,
    mixName: list.name,
    videoCount: list.size,
    cover: rendering.links.image('cover', 1 + (list.key % 3), list.key),
    creator: apiAuthor(rendering, list.owner),
  };
}

export function collectionOf({ links }: Rendering, list: PostList): JsonObject {
  return {
    collectionId: list.id,
    name: list.name,
    cover: links.image('cover', 1 + (list.key % 3), list.key),
    total: list.size,
    userId: list.owner.id,
    userName: list.owner.handle,
    status: 3,
  };
}
