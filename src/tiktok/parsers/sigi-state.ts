import { at, collect, readRecord, readText, type UnknownRecord } from './read';

/** The account of a SIGI page (2021-2023): `UserModule` files accounts and counters by handle. */
export function readSigiUser(
  state: UnknownRecord,
  uniqueId: string | undefined,
): { readonly user: unknown; readonly stats: unknown } | undefined {
  const users = readRecord(at(state, 'UserModule', 'users')) ?? {};
  const handle =
    uniqueId !== undefined && at(users, uniqueId) !== undefined ? uniqueId : Object.keys(users)[0];
  return handle === undefined
    ? undefined
    : { user: at(users, handle), stats: at(state, 'UserModule', 'stats', handle) };
}

/** The items of one list of a SIGI page in its order, or all items where the list is missing. */
export function readSigiItems(state: UnknownRecord, list: string): readonly unknown[] {
  const items = readRecord(at(state, 'ItemModule')) ?? {};
  const ids = collect(at(state, 'ItemList', list, 'list'), readText);
  const listed = ids.map((id) => at(items, id)).filter((item) => item !== undefined);
  const rows = listed.length > 0 ? listed : Object.values(items);
  return rows.map((item) => withAuthor(item, state));
}

/** Items name their author by handle; where the page also has the account, it is put in. */
function withAuthor(item: unknown, state: UnknownRecord): unknown {
  const handle = readText(at(item, 'author'));
  const author = handle === undefined ? undefined : at(state, 'UserModule', 'users', handle);
  const record = readRecord(item);
  return record === undefined || author === undefined ? item : { ...record, author };
}
