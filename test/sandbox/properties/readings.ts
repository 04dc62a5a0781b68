import type { Visitor } from '../conformance/surfaces';
import type { Item } from './item-rules';

export interface ProfileUser {
  id: string;
  uniqueId: string;
  secUid: string;
  openFavorite: boolean;
  signature: string;
}

export interface Profile {
  user: ProfileUser;
  stats: Record<string, number>;
  statsV2: Record<string, string>;
}

export async function profileOf(visitor: Visitor, name: string): Promise<Profile> {
  const scopes = await visitor.page(`/@${name}`);
  const detail = scopes['webapp.user-detail'] as { userInfo?: Profile; statusCode: number };
  if (!detail.userInfo) throw new Error(`@${name} has status ${detail.statusCode}`);
  return detail.userInfo;
}

export async function itemOnPage(visitor: Visitor, id: string): Promise<Item> {
  const scopes = await visitor.page(`/@i/video/${id}`);
  const detail = scopes['webapp.video-detail'] as { itemInfo?: { itemStruct: Item } };
  if (!detail.itemInfo) throw new Error(`The page of ${id} has no item`);
  return detail.itemInfo.itemStruct;
}

export interface ItemPage {
  itemList?: Item[];
  hasMore?: boolean;
  hasMorePrevious?: boolean;
  cursor?: string | number;
}

/** One page of an account's posts through the unsigned list. */
export async function creatorPage(
  visitor: Visitor,
  secUid: string,
  cursorMs: number,
): Promise<Item[]> {
  const parameters = { secUid, type: 1, count: 15, cursor: cursorMs };
  const page = await visitor.unsigned<ItemPage>('/api/creator/item_list/', parameters);
  return page.itemList ?? [];
}

export interface EmbedPost {
  videoData: {
    itemInfos: {
      id: string;
      text: string;
      createTime: string;
      musicId: string;
      authorId: string;
      diggCount: number;
      playCount: number;
    };
    authorInfos: { userId: string; secUid: string; uniqueId: string };
    musicInfos: { musicId: string; musicName: string };
    challengeInfoList: { challengeId: string; challengeName: string }[];
    textExtra: { Start: number; End: number; HashtagName: string }[];
    imagePostInfo: { displayImages: unknown[] } | null;
  };
}

export interface EmbedRows {
  videoList: { id: string; desc: string; authorUniqueId: string; playAddr: string }[];
}

export async function embeddedPost(visitor: Visitor, id: string): Promise<EmbedPost['videoData']> {
  return ((await visitor.embed(`/embed/v2/${id}`)).entry as EmbedPost).videoData;
}
