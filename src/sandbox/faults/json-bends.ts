import { isRecord, type Bendable } from './bendable';

const LISTS = [
  'itemList',
  'item_list',
  'comments',
  'userList',
  'user_list',
  'playList',
  'collectionList',
  'challenge_list',
  'data',
  'items',
] as const;
const MORE_FLAGS: Readonly<Record<string, boolean | number>> = {
  hasMore: true,
  hasMorePrevious: true,
  has_more: 1,
};
const CURSORS = ['cursor', 'minCursor', 'maxCursor', 'offset'] as const;

export function rowsOf(body: Bendable): { key: string; rows: Bendable[] } | undefined {
  const key = LISTS.find((name) => Array.isArray(body[name]));
  return key === undefined ? undefined : { key, rows: body[key] as Bendable[] };
}

function promiseMore(body: Bendable): void {
  for (const [flag, value] of Object.entries(MORE_FLAGS)) if (flag in body) body[flag] = value;
}

/** No rows, and yet more of them promised. */
export function emptyPage(body: Bendable): void {
  const list = rowsOf(body);
  if (list) body[list.key] = [];
  promiseMore(body);
}

/** The first page once more, whatever was asked for. */
export function samePage(first: Bendable | undefined): (body: Bendable) => void {
  return (body) => {
    if (first) Object.assign(body, first);
    promiseMore(body);
  };
}

/** The cursor that was sent comes back, with more promised. */
export function stuckCursor(query: URLSearchParams): (body: Bendable) => void {
  return (body) => {
    for (const name of CURSORS) {
      if (!(name in body)) continue;
      const sent = query.get(name) ?? query.get('offset') ?? query.get('cursor') ?? '0';
      body[name] = typeof body[name] === 'string' ? sent : Number(sent);
    }
    promiseMore(body);
  };
}

/** Rows of the first page stand in every later page, too. */
export function repeatedRows(first: Bendable | undefined): (body: Bendable) => void {
  return (body) => {
    const list = rowsOf(body);
    const earlier = first ? (rowsOf(first)?.rows.slice(0, 3) ?? []) : [];
    if (list) body[list.key] = [...earlier, ...list.rows];
  };
}

export function withoutList(body: Bendable): void {
  const list = rowsOf(body);
  if (list) delete body[list.key];
}

/** How TikTok writes "no comments" about a post that it does not know. */
export function nullComments(body: Bendable): void {
  const list = rowsOf(body);
  if (list) body[list.key] = null;
  delete body['total'];
}

export function duplicatedRows(body: Bendable): void {
  const list = rowsOf(body);
  if (list) body[list.key] = list.rows.flatMap((row) => [row, row]);
}

export function reversedRows(body: Bendable): void {
  const list = rowsOf(body);
  if (list) body[list.key] = list.rows.toReversed();
}

/** Old rows come first and say that they are pinned. */
export function pinnedOutOfOrder(body: Bendable): void {
  const list = rowsOf(body);
  if (!list) return;
  const pinned = list.rows.slice(-2).map((row) => ({ ...row, isPinnedItem: true }));
  body[list.key] = [...pinned, ...list.rows.slice(0, -2)];
}

/** A kind of row that no client has heard of stands in the middle. */
export function unknownEntries(body: Bendable): void {
  const list = rowsOf(body);
  if (!list) return;
  const middle = Math.ceil(list.rows.length / 2);
  const stranger = { type: 999, dynamic_patch: { raw_data: '{}' }, common: {} };
  body[list.key] = list.rows.toSpliced(middle, 0, stranger);
}

export function withoutItemKeys(...keys: readonly string[]): (body: Bendable) => void {
  return (body) => {
    for (const row of rowsOf(body)?.rows ?? []) {
      // Search wraps the post into an entry.
      const item = isRecord(row['item']) ? row['item'] : row;
      for (const key of keys) delete item[key];
    }
  };
}

/** The two spellings of the status contradict each other: the refusal is the one that counts. */
export function statusMismatch(body: Bendable): void {
  withoutList(body);
  body['statusCode'] = 10204;
  body['status_code'] = 0;
}

export function statusAsText(body: Bendable): void {
  withoutList(body);
  body['statusCode'] = '10101';
  body['status_code'] = '10101';
}
