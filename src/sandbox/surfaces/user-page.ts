import { profileShareMeta } from '../render/share-meta';
import type { SandboxRequest } from '../http/sandbox-request';
import { profileUser, userStats } from '../render/user';
import { itemOf } from '../render/item';
import type { JsonObject, Rendering } from '../render/rendering';
import type { Account } from '../world/account';
import { ACCOUNT_STATUS } from '../world/data/reserved';
import { looksLikeSecUid } from '../world/sec-uid';
import type { World } from '../world/world';
import { renderingFor, type Emulator, type Handler } from './answering';
import { pageReply } from './page-answer';

const USER_NOT_FOUND = 10202;
const LISTED_POSTS = 30;

/** `/@NAME`, and `/@SECUID` too. An unknown account is a status code inside a page, not a 404. */
export const userPage: Handler = (emulator, request) => {
  const name = request.params['handle'] ?? '';
  const account = accountNamed(emulator.world, name);
  const status = account ? ACCOUNT_STATUS[account.state] : USER_NOT_FOUND;
  const isShown = account && account.state !== 'missing';
  const detail: JsonObject =
    isShown && (status === 0 || account.state === 'private')
      ? shownDetail(emulator, request, account)
      : { needFix: true };
  return pageReply(emulator, request, {
    canonical: `https://www.tiktok.com/@${account?.handle ?? name}`,
    scopes: { 'webapp.user-detail': { ...detail, statusCode: status, statusMsg: '' } },
    listed: () => listedOn(renderingFor(emulator, request, 'page'), account),
  });
};

/** The pages of older years brought the newest posts along. */
function listedOn(rendering: Rendering, account: Account | undefined): JsonObject[] {
  const posts = account ? rendering.world.userPosts(account, { limit: LISTED_POSTS }) : [];
  return posts.map((post) => itemOf(rendering, post));
}

/** A name in an address: a handle, a former handle or a secUid. */
export function accountNamed(world: World, name: string): Account | undefined {
  return looksLikeSecUid(name) ? world.userBySecUid(name) : world.user(name);
}

function shownDetail(emulator: Emulator, request: SandboxRequest, account: Account): JsonObject {
  const rendering = renderingFor(emulator, request, 'page');
  // Profiles said where somebody lives until the summer of 2025.
  const showsRegion = emulator.switches.get('user-region') === 'present';
  const profile = profileUser(rendering, account);
  const user = showsRegion ? { ...profile, region: account.region } : profile;
  const counts = rendering.world.userCounts(account);
  return {
    userInfo: {
      user,
      ...userStats(counts),
      itemList: [],
    },
    shareMeta: profileShareMeta(rendering, account),
    needFix: true,
  };
}
