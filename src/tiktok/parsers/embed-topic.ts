import type { Post } from '../models';
import { inconclusive, readEmbedEntry } from './embed-entry';
import { parseEmbedRow } from './embed-post.parser';
import { readFromCarriers } from './embedded-state';
import { readItems } from './list-answer';
import { at, readBoolean, readList, readRecord, type UnknownRecord } from './read';
import { readStatusCode, throwForStatus } from './status';

/** What an embed page of a hashtag or a sound holds, its head still unread. */
export interface EmbedTopic {
  readonly info: UnknownRecord;
  readonly posts: readonly Post[];
  readonly droppedCount: number;
}

// "Account banned", which says nothing about a hashtag or a sound; these pages give it for "no data".
const NO_DATA = 10221;

/** Reads `/embed/tag/NAME` and `/embed/music/ID`. */
export function readEmbedTopic(html: Buffer, subject: string): EmbedTopic {
  return readFromCarriers(html, subject, [['frontity', (state) => readTopic(state, subject)]]);
}

function readTopic(state: UnknownRecord, subject: string): EmbedTopic | undefined {
  const entry = readEmbedEntry(state);
  if (entry === undefined) {
    return undefined;
  }
  const info = readRecord(at(entry, 'embedInfo'));
  const isRefused = readBoolean(at(entry, 'isError')) === true;
  throwForStatus(isRefused ? { statusCode: at(entry, 'errorCode') } : undefined, subject);
  // An unknown sound gets a page with its entry and nothing in it, but so may a page that went wrong.
  if (isRefused || info === undefined || readStatusCode(info) === NO_DATA) {
    throw inconclusive(subject, entry);
  }
  throwForStatus(info, subject);
  const rows = readList(at(entry, 'videoList'));
  const { items: posts, droppedCount } = readItems(rows, (row) => parseEmbedRow(row));
  return { info, posts, droppedCount };
}
