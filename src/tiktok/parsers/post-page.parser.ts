import type { Post } from '../models';
import { TikTokShapeChangedError } from '../tiktok.errors';
import { readFromCarriers } from './embedded-state';
import { parsePost } from './post.parser';
import { at, readRecord, type UnknownRecord, unlessEmpty } from './read';
import { readSigiItems } from './sigi-state';
import { throwForStatus } from './status';

const SUBJECT = 'post page';
const SCOPES = ['webapp.video-detail', 'webapp.reflow.video.detail'] as const;

/** Reads a post page (`/@NAME/video/ID`, `/photo/ID`, `m.tiktok.com/v/ID.html`) of any generation. */
export function parsePostPage(html: Buffer): Post {
  return readFromCarriers(html, SUBJECT, [
    ['universal', parseUniversal, SCOPES],
    // Phone pages were seen with an empty main state and the answer of the API in a script of its own.
    ['api-data', parseApiData],
    ['sigi', parseSigi],
    ['next', parseNext],
  ]);
}

function parseUniversal(state: UnknownRecord): Post | undefined {
  for (const name of SCOPES) {
    const scope = unlessEmpty(readRecord(at(state, '__DEFAULT_SCOPE__', name)) ?? {});
    if (scope !== undefined) {
      return parseScope(scope, name);
    }
  }
  return undefined;
}

function parseApiData(state: UnknownRecord): Post | undefined {
  const detail = readRecord(at(state, 'videoDetail'));
  return detail === undefined ? undefined : parseScope(detail, 'api-data.videoDetail');
}

/** The item was seen at three depths of a scope, and the verdict beside the outer two. */
function parseScope(scope: UnknownRecord, name: string): Post {
  const inner = at(scope, 'videoDetail');
  throwForStatus(scope, SUBJECT);
  throwForStatus(inner, SUBJECT);
  const item =
    at(scope, 'itemInfo', 'itemStruct') ??
    at(inner, 'itemInfo', 'itemStruct') ??
    at(scope, 'itemStruct');
  return requirePost(item, `${name}.itemInfo.itemStruct`);
}

function parseSigi(state: UnknownRecord): Post | undefined {
  throwForStatus(at(state, 'VideoPage'), SUBJECT);
  // Today's pages still have SIGI_STATE, with live rooms only.
  const [item] = readSigiItems(state, 'video');
  return item === undefined ? undefined : requirePost(item, 'ItemModule');
}

function parseNext(state: UnknownRecord): Post | undefined {
  const page = at(state, 'props', 'pageProps');
  throwForStatus(page, SUBJECT);
  const item = at(page, 'itemInfo', 'itemStruct');
  return item === undefined
    ? undefined
    : requirePost(item, 'props.pageProps.itemInfo.itemStruct.id');
}

function requirePost(item: unknown, path: string): Post {
  const post = parsePost(item);
  if (post === undefined) {
    throw new TikTokShapeChangedError(path);
  }
  return post;
}
