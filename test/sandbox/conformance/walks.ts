import type { Json, Parameters, WebApi } from './web-api';

export interface Row extends Json {
  id: string;
  createTime: number | string;
}

/** What a walk saw: its rows without repetitions, in the order in which they came. */
export interface Walk<T = Row> {
  rows: T[];
  pages: Json[];
  repeated: number;
}

const WEEK_MS = 604_800_000;
/** September 2016: no post is older. */
const OLDEST_MS = 1_472_706_000_000;
const MOST_PAGES = 1_000;

class Gathering<T> {
  readonly walk: Walk<T> = { rows: [], pages: [], repeated: 0 };
  private readonly seen = new Set<string>();

  constructor(private readonly idOf: (row: T) => string) {}

  /** How many rows of the page are new. */
  add(page: Json, rows: readonly T[]): number {
    const before = this.walk.rows.length;
    this.walk.pages.push(page);
    if (this.walk.pages.length > MOST_PAGES) throw new Error('The list does not end');
    for (const row of rows) {
      const id = this.idOf(row);
      if (this.seen.has(id)) this.walk.repeated += 1;
      else this.walk.rows.push(row);
      this.seen.add(id);
    }
    return this.walk.rows.length - before;
  }
}

function rowsOf<T>(page: Json, key: string): T[] {
  return (page[key] ?? []) as T[];
}

/** 5.3: the last row's time opens the next page; where nothing moves, a week further back. */
export async function walkCreatorList(api: WebApi, secUid: string, nowMs: number): Promise<Walk> {
  const gathering = new Gathering<Row>(({ id }) => id);
  for (let cursor = nowMs; cursor >= OLDEST_MS;) {
    const parameters = { secUid, type: 1, count: 15, cursor, from_page: 'user' };
    const page = await api.json('/api/creator/item_list/', parameters);
    const rows = rowsOf<Row>(page, 'itemList');
    gathering.add(page, rows);
    if (page['hasMorePrevious'] === false) break;
    const next = Number(rows.at(-1)?.createTime ?? 0) * 1000;
    cursor = next > 0 && next < cursor ? next : cursor - WEEK_MS;
  }
  return gathering.walk;
}

/** 5.2, 5.4, 5.5, 5.7, 5.10: the answer's cursor goes back unchanged while hasMore says so. */
export async function walkCursorList<T = Row>(
  ask: (cursor: string) => Promise<Json>,
  key = 'itemList',
  idOf: (row: T) => string = (row) => (row as Row).id,
): Promise<Walk<T>> {
  const gathering = new Gathering<T>(idOf);
  for (let cursor = '0'; ;) {
    const page = await ask(cursor);
    gathering.add(page, rowsOf<T>(page, key));
    if (page['hasMore'] !== true) return gathering.walk;
    const next = String(page['cursor']);
    if (next === cursor) throw new Error(`hasMore, but the cursor stays at ${cursor}`);
    cursor = next;
  }
}

export interface UserRow {
  user: { id: string; uniqueId: string; secUid: string };
}

/** 5.6: `minCursor` is the paging value; 67 are the followers, 21 those who are followed. */
export async function walkUserList(
  api: WebApi,
  secUid: string,
  scene: 67 | 21,
): Promise<Walk<UserRow>> {
  const gathering = new Gathering<UserRow>(({ user }) => user.id);
  for (let minCursor = '0'; ;) {
    const parameters = { secUid, scene, count: 30, minCursor, maxCursor: 0 };
    const page = await api.json('/api/user/list/', parameters);
    gathering.add(page, rowsOf<UserRow>(page, 'userList'));
    if (page['hasMore'] !== true) return gathering.walk;
    minCursor = String(page['minCursor']);
  }
}

export interface SearchPaths {
  path: string;
  /** `offset` or `cursor`: searches do not agree about its name. */
  pagingKey: string;
  list: string;
  count: number;
}

/** 5.8: the first answer names the search; later pages repeat that name. */
export async function walkSearch<T>(
  api: WebApi,
  search: SearchPaths & { keyword: string },
  idOf: (row: T) => string,
): Promise<Walk<T>> {
  const gathering = new Gathering<T>(idOf);
  let searchId = '';
  for (let offset = 0; ;) {
    const { keyword, count } = search;
    const parameters = { keyword, count, from_page: 'search', search_id: searchId };
    const paging: Parameters = { [search.pagingKey]: offset };
    const page = await api.signedJson(search.path, { ...parameters, ...paging });
    gathering.add(page, rowsOf<T>(page, search.list));
    if (searchId === '') searchId = (page['log_pb'] as { impr_id: string }).impr_id;
    if (page['has_more'] !== 1) return gathering.walk;
    offset = Number(page['cursor']);
  }
}

export interface CommentRow extends Json {
  cid: string;
  reply_comment_total?: number;
}

/** 5.9: pages may be short although has_more is 1; only has_more ends the list. */
export async function walkComments(
  ask: (cursor: number) => Promise<Json>,
): Promise<Walk<CommentRow>> {
  const gathering = new Gathering<CommentRow>(({ cid }) => cid);
  for (let cursor = 0; ;) {
    const page = await ask(cursor);
    gathering.add(page, rowsOf<CommentRow>(page, 'comments'));
    if (page['has_more'] !== 1) return gathering.walk;
    cursor = Number(page['cursor']);
  }
}
