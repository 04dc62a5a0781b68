import type { Post, ShareTexts, User, UserProfile } from '../models';
import { USER_PRIVATE } from '../status-codes';
import { TikTokShapeChangedError } from '../tiktok.errors';
import { readFromCarriers } from './embedded-state';
import { parsePost } from './post.parser';
import { at, collect, either, readRecord, readText, unlessEmpty, type UnknownRecord } from './read';
import { readSigiItems, readSigiUser } from './sigi-state';
import { readStatusCode, throwForStatus } from './status';
import { parseUser } from './user.parser';

const SUBJECT = 'user page';
const SCOPES = ['webapp.user-detail', 'webapp.app-context', 'webapp.user-post'] as const;

/** Reads a profile page (`/@NAME`) of any generation. */
export function parseUserPage(html: Buffer): UserProfile {
  return readFromCarriers(html, SUBJECT, [
    ['universal', parseUniversal, SCOPES],
    ['sigi', parseSigi],
    ['next', parseNext],
  ]);
}

function parseUniversal(state: UnknownRecord): UserProfile | undefined {
  const scopes = at(state, '__DEFAULT_SCOPE__');
  const scope = readRecord(at(scopes, 'webapp.user-detail'));
  if (scope === undefined) {
    return undefined;
  }
  const profile = parseUserScope(scope, 'webapp.user-detail.userInfo.user.uniqueId');
  return {
    ...profile,
    pageLanguage: readText(at(scopes, 'webapp.app-context', 'language')),
    // Almost never there; since 2023 a profile page has no posts of its own.
    posts: [...profile.posts, ...ownPosts(at(scopes, 'webapp.user-post', 'itemList'))],
  };
}

/** Reads `webapp.user-detail`, or an answer of `/api/user/detail/`, which is the same thing. */
export function parseUserScope(scope: unknown, path: string): UserProfile {
  const info = at(scope, 'userInfo');
  const user = parseUser(at(info, 'user'), at(info, 'stats'), at(info, 'statsV2'));
  return {
    user: requireUser(scope, user, path),
    share: parseShareTexts(at(scope, 'shareMeta')),
    posts: ownPosts(at(info, 'itemList')),
  };
}

function parseSigi(state: UnknownRecord): UserProfile | undefined {
  // Today's pages still have SIGI_STATE, with live rooms only.
  const page = at(state, 'UserPage');
  const found = readSigiUser(state, readText(at(page, 'uniqueId')));
  if (found === undefined) {
    throwForStatus(page, SUBJECT);
    return undefined;
  }
  return {
    user: requireUser(page, parseUser(found.user, found.stats), 'UserModule.users'),
    share: parseShareTexts(at(state, 'SEO', 'metaParams')),
    pageLanguage: readText(
      at(state, 'AppContext', 'appContext', 'language') ?? at(state, 'AppContext', 'lang'),
    ),
    posts: ownPosts(readSigiItems(state, 'user-post')),
  };
}

function parseNext(state: UnknownRecord): UserProfile | undefined {
  const page = readRecord(at(state, 'props', 'pageProps'));
  const info = at(page, 'userInfo');
  throwIfRefusedWithoutUser(page, info);
  if (page === undefined || readRecord(info) === undefined) {
    return undefined;
  }
  const user = parseUser(at(info, 'user'), at(info, 'stats'), at(info, 'statsV2'));
  return {
    user: requireUser(page, user, 'props.pageProps.userInfo.user.uniqueId'),
    share: parseShareTexts(at(page, 'seoProps', 'metaParams')),
    pageLanguage: readText(at(page, '$language')),
    posts: ownPosts(at(page, 'items')),
  };
}

function throwIfRefusedWithoutUser(page: unknown, info: unknown): void {
  if (readRecord(info) === undefined) {
    throwForStatus(page, SUBJECT);
  }
}

function ownPosts(items: unknown): readonly Post[] {
  return collect(items, parsePost);
}

/** The verdict counts before the data, but a private account keeps its public face: name, picture, counters. */
function requireUser(envelope: unknown, user: User | undefined, path: string): User {
  const isPrivate = readStatusCode(envelope) === USER_PRIVATE;
  if (user !== undefined && isPrivate) {
    return { ...user, isPrivate };
  }
  throwForStatus(envelope, SUBJECT);
  if (user === undefined) {
    throw new TikTokShapeChangedError(path);
  }
  return user;
}

function parseShareTexts(texts: unknown): ShareTexts | undefined {
  return unlessEmpty({
    title: readText(at(texts, 'title')),
    description: readText(either(texts, 'desc', 'description')),
  });
}
