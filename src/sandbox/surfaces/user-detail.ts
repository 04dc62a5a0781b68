import type { Reply } from '../http/reply';
import type { SandboxRequest } from '../http/sandbox-request';
import { profileShareMeta } from '../render/share-meta';
import { profileUser, userStats } from '../render/user';
import { ACCOUNT_STATUS } from '../world/data/reserved';
import { renderingFor, type Emulator, type Handler } from './answering';
import { apiReply } from './api-answer';
import { textAsked } from './asked';
import { accountNamed } from './user-page';

/** What `/api/user/detail/` says to a name that no account can have. */
const NO_SUCH_NAME = 100002;

/** `/api/user/detail/` with `uniqueId` or `secUid`. */
export const userDetail: Handler = (emulator, request) => {
  const account = accountNamed(emulator.world, textAsked(request, 'uniqueId', 'secUid'));
  if (!account) return refusal(emulator, request, NO_SUCH_NAME);
  const status = ACCOUNT_STATUS[account.state];
  if (status !== 0 && account.state !== 'private') return refusal(emulator, request, status);
  const rendering = renderingFor(emulator, request, 'api');
  const stats = userStats(emulator.world.userCounts(account));
  return apiReply(emulator, request, {
    userInfo: { user: profileUser(rendering, account), ...stats, itemList: [] },
    shareMeta: profileShareMeta(rendering, account),
    statusMsg: '',
    statusCode: status,
    status_code: status,
  });
};

function refusal(emulator: Emulator, request: SandboxRequest, code: number): Reply {
  const status = { statusCode: code, status_code: code, statusMsg: '' };
  return apiReply(emulator, request, { userInfo: {}, ...status });
}
