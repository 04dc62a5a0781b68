import { parseAwemeDetail } from '../../src/tiktok/parsers/aweme.parser';
import { parseCommentList } from '../../src/tiktok/parsers/comment-list.parser';
import { parseItemDetail } from '../../src/tiktok/parsers/item-list.parser';
import { parseSearchPosts } from '../../src/tiktok/parsers/search.parser';

// Invented payloads, as short as the thing that they show.

const universal = '__UNIVERSAL_DATA_FOR_REHYDRATION__';
export const id = '7400000000000000001';
export const item = { id, desc: 'hi', createTime: 1_723_000_000, author: { uniqueId: 'ann' } };

export const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));
export const script = (name: string, state: unknown): string =>
  `<script id="${name}">${JSON.stringify(state).replaceAll('/', '\\u002F')}</script>`;
export const page = (...scripts: readonly string[]): Buffer =>
  Buffer.from(`<html><title>TikTok - Make Your Day</title>${scripts.join('')}</html>`);
export const scope = (name: string, detail: unknown): string =>
  script(universal, { __DEFAULT_SCOPE__: { [name]: detail } });
export const detailOf = (members: object): unknown => ({
  itemInfo: { itemStruct: { ...item, ...members } },
});
export const postOf = (members: object) =>
  parseItemDetail(json({ ...Object(detailOf(members)), statusCode: 0 }));
export const awemeOf = (members: object) =>
  parseAwemeDetail(json({ status_code: 0, aweme_detail: { aweme_id: id, ...members } }));
export const commentsOf = (...comments: readonly object[]) =>
  parseCommentList(json({ status_code: 0, comments, total: comments.length })).items;
export const searchOf = (members: object) => parseSearchPosts(json({ status_code: 0, ...members }));
