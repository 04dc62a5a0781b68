import { objectAt, textAt } from './json-object';
import type { JsonObject } from './rendering';

/** What a page knows, before it is put into one of the carriers. */
export interface PageState {
  canonical: string;
  scopes: JsonObject;
  /** Posts that pages of those years carried: 27 and 6 in the recorded ones. */
  listed: readonly JsonObject[];
}

/** The state of 2022-23: modules by kind of entity, items without their author's object. */
export function sigiState({ canonical, scopes, listed }: PageState): JsonObject {
  const { user, stats, item, status } = entitiesOf(scopes);
  const items = item ? [item] : listed;
  const ids = items.map(({ id = '' }) => id);
  const author = user ?? objectAt(item, 'author');
  const authorStats = stats ?? objectAt(item, 'authorStats');
  const handle = textAt(author, 'uniqueId');
  const list = { list: ids, browserList: ids, loading: false, statusCode: 0, hasMore: true };
  return {
    AppContext: { appContext: scopes['webapp.app-context'] ?? {}, initialized: true, lang: 'en' },
    BizContext: { bizContext: scopes['webapp.biz-context'] ?? {} },
    SEO: { metaParams: { title: '', canonicalHref: canonical }, loading: false, canonical },
    SharingMeta: { value: { 'og:title': 'sandbox', 'og:type': 'website' } },
    ItemList: {
      [item ? 'video' : 'user-post']: { ...list, cursor: '0', preloadList: items.map(preloaded) },
    },
    ...(items.length === 0 ? {} : { ItemModule: byId(items.map(sigiItem)) }),
    ...(author
      ? { UserModule: { users: { [handle]: author }, stats: { [handle]: authorStats ?? {} } } }
      : {}),
    ...('webapp.user-detail' in scopes
      ? { UserPage: { uniqueId: handle, statusCode: status, secUid: textAt(author, 'secUid') } }
      : {}),
    ...(isVideoPage(scopes) ? { VideoPage: { statusCode: status, statusMsg: '' } } : {}),
  };
}

/** The state of 2019-21: everything under the props of the page. */
export function nextState({ canonical, scopes, listed }: PageState): JsonObject {
  const { user, stats, item, status } = entitiesOf(scopes);
  const props: JsonObject = {
    serverCode: 200,
    statusCode: status,
    statusMsg: '',
    seoProps: { pageId: '0', metaParams: { title: '', canonicalHref: canonical } },
    isSSR: true,
    ...(user ? { uniqueId: textAt(user, 'uniqueId') } : {}),
    ...(user ? { userInfo: { user, stats: stats ?? {}, itemList: [] } } : {}),
    ...(user ? { items: listed.map(nextItem), videoListHasMore: true, videoListMaxCursor: 0 } : {}),
    ...(item ? { itemInfo: { itemStruct: nextItem(item) } } : {}),
  };
  return {
    props: { pageProps: props },
    page: user ? '/share/user' : '/share/video',
    query: {},
    buildId: 'sandbox',
    isFallback: false,
    customServer: true,
  };
}

interface Entities {
  user: JsonObject | undefined;
  stats: JsonObject | undefined;
  item: JsonObject | undefined;
  status: number;
}

function entitiesOf(scopes: JsonObject): Entities {
  const userDetail = objectAt(scopes, 'webapp.user-detail');
  const postDetail =
    objectAt(scopes, 'webapp.video-detail') ?? objectAt(scopes, 'webapp.reflow.video.detail');
  const info = objectAt(userDetail, 'userInfo');
  return {
    user: objectAt(info, 'user'),
    stats: objectAt(info, 'stats'),
    item: objectAt(objectAt(postDetail, 'itemInfo'), 'itemStruct'),
    status: Number((userDetail ?? postDetail)?.['statusCode'] ?? 0),
  };
}

function isVideoPage(scopes: JsonObject): boolean {
  return 'webapp.video-detail' in scopes || 'webapp.reflow.video.detail' in scopes;
}

/** What the page fetches ahead; a client of that time takes its video from here. */
function preloaded(item: JsonObject): JsonObject {
  return { url: textAt(objectAt(item, 'video'), 'playAddr'), id: textAt(item, 'id') };
}

/** The author is only a handle, and what else was known of it stands flat in the item. */
function sigiItem(item: JsonObject): JsonObject {
  const author = objectAt(item, 'author');
  return {
    ...withoutExactCounters(item),
    author: textAt(author, 'uniqueId'),
    nickname: textAt(author, 'nickname'),
    authorId: textAt(author, 'id'),
    authorSecId: textAt(author, 'secUid'),
    avatarThumb: textAt(author, 'avatarThumb'),
    downloadSetting: 0,
    authorPrivate: author?.['privateAccount'] === true,
  };
}

/** Times were numbers then, and nobody counted how often a post was saved. */
function nextItem(item: JsonObject): JsonObject {
  const stats = Object.entries(objectAt(item, 'stats') ?? {});
  return {
    ...withoutExactCounters(item),
    createTime: Number(item['createTime'] ?? 0),
    stats: Object.fromEntries(stats.filter(([name]) => name !== 'collectCount')),
  };
}

const LATER_KEYS: ReadonlySet<string> = new Set(['statsV2', 'authorStatsV2', 'contents']);

function withoutExactCounters(item: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(item).filter(([name]) => !LATER_KEYS.has(name)));
}

function byId(items: readonly JsonObject[]): JsonObject {
  return Object.fromEntries(items.map((item): [string, JsonObject] => [textAt(item, 'id'), item]));
}
