import type { Reply } from '../http/reply';
import type { SandboxRequest } from '../http/sandbox-request';
import { embedRow, embedUser, embedVideoData } from '../render/embed';
import type { JsonObject } from '../render/rendering';
import type { Account } from '../world/account';
import { ACCOUNT_STATUS } from '../world/data/reserved';
import type { Post } from '../world/post';
import { renderingFor, type Emulator, type Handler } from './answering';
import { embedError, embedReply } from './embed-entry';
import { embedRows } from './embed-lists';
import { statusOf } from './video-page';

const USER_NOT_FOUND = 10202;

/** `/embed/@NAME`: ten newest posts, the pinned ones before them. */
export const embedUserPage: Handler = (emulator, request) => {
  const { world } = emulator;
  const handle = request.params['handle'] ?? '';
  const account = world.user(handle);
  const errorCode = account ? ACCOUNT_STATUS[account.state] : USER_NOT_FOUND;
  if (!account || errorCode !== 0) {
    return failure(emulator, request, { errorCode, userInfo: { uniqueId: handle }, videoList: [] });
  }
  if (forbidsEmbedding(account)) return embedReply(request, 'creator', {});
  const rendering = renderingFor(emulator, request, 'page');
  const limit = embedRows(emulator);
  const rows = new Map<string, Post>();
  const newest = world.userPosts(account, { limit });
  for (const post of [...world.pinnedPosts(account), ...newest]) rows.set(post.id, post);
  return embedReply(request, 'creator', {
    userInfo: embedUser(rendering, account),
    videoList: [...rows.values()].slice(0, limit).map((post) => embedRow(rendering, post)),
  });
};

/** `/embed/v2/ID` and `/embed/ID`. */
export const embedPostPage: Handler = (emulator, request) => {
  const post = emulator.world.post(request.params['id'] ?? '');
  const errorCode = statusOf(post);
  if (!post || errorCode !== 0) return failure(emulator, request, { errorCode });
  if (forbidsEmbedding(post.author)) return embedReply(request, 'video', {});
  const rendering = renderingFor(emulator, request, 'page');
  return embedReply(request, 'video', { videoData: embedVideoData(rendering, post) });
};

/** `noembed.ANYTHING` has switched embedding off: its embeds are frames without data. */
function forbidsEmbedding({ handle }: Account): boolean {
  return handle.startsWith('noembed.');
}

function failure({ switches }: Emulator, request: SandboxRequest, data: JsonObject): Reply {
  return embedError(request, Number(switches.get('missing-embed')), data);
}
