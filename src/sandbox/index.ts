export { SandboxControl } from './control-client';
export type { RequestCounters } from './counters';
export type { FaultControl, FaultRule } from './faults/fault-control';
export { parseFaults } from './faults/fault-text';
export { FAULT_KINDS, type FaultKind } from './faults/fault-kinds';
export { DEMANDS_IN_ORDER, ROUTE_NAMES, ROUTES, type Demand, type RouteName } from './routes';
export { startSandbox, type Sandbox, type SandboxOptions } from './sandbox';
export { SANDBOX_SEAL } from './signer/seal';
export {
  parseSwitches,
  SWITCHES,
  SWITCH_NAMES,
  type SwitchName,
  type SwitchValues,
} from './switches';
export type { TrafficRule } from './traffic';
export type { SandboxClock } from './clock';
export type { Account } from './world/account';
export type { AccountCounts, PostCounts } from './world/counts';
export type { Comment, CommentTotals } from './world/comments';
export type { Follow } from './world/follows';
export type { Gift } from './world/given';
export type { Hashtag, HashtagCounts } from './world/hashtags';
export type { LiveRoom } from './world/live';
export type { Effect, Place } from './world/places';
export type { PostList } from './world/playlists';
export type { Post } from './world/post';
export type { Sound } from './world/sound';
export type { PostRange } from './world/listing';
export type { World } from './world/world';
