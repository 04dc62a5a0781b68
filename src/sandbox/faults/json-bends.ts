import { bodyText, type Reply } from '../http/reply';

/** JSON that a fault may change in place. */
export type Bendable = Record<string, unknown>;

/** Applies a change to a JSON answer; anything else stays as it is. */
export function bendJson(reply: Reply, change: (body: Bendable) => void): Reply {
  if (!String(reply.headers['content-type']).startsWith('application/json')) return reply;
  const text = bodyText(reply);
  if (text === '') return reply;
  const body = JSON.parse(text) as Bendable;
  change(body);
  return { ...reply, body: JSON.stringify(body) };
}

const LISTS = ['itemList', 'item_list', 'comments', 'userList', 'playList'] as const;
const MORE_FLAGS: Readonly<Record<string, boolean | number>> = {
  hasMore: true,
  hasMorePrevious: true,
  has_more: 1,
};

export function rowsOf(body: Bendable): { key: string; rows: Bendable[] } | undefined {
  const key = LISTS.find((name) => Array.isArray(body[name]));
  return key === undefined ? undefined : { key, rows: body[key] as Bendable[] };
}

/** No rows, and yet more of them promised. */
export function emptyPage(body: Bendable): void {
  const list = rowsOf(body);
  if (list) body[list.key] = [];
  for (const [flag, value] of Object.entries(MORE_FLAGS)) if (flag in body) body[flag] = value;
}

export function withoutList(body: Bendable): void {
  const list = rowsOf(body);
  if (list) delete body[list.key];
}

export function duplicatedRows(body: Bendable): void {
  const list = rowsOf(body);
  if (list) body[list.key] = list.rows.flatMap((row) => [row, row]);
}

export function reversedRows(body: Bendable): void {
  const list = rowsOf(body);
  if (list) body[list.key] = list.rows.toReversed();
}

export function withoutItemKeys(...keys: readonly string[]): (body: Bendable) => void {
  return (body) => {
    for (const row of rowsOf(body)?.rows ?? []) for (const key of keys) delete row[key];
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
