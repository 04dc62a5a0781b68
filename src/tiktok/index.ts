export type { CallOptions, ClientOptions } from './call-options';
export { ClientSetupError } from './create-client';
export type { SourceTry } from './source-ladder';
export { changeOfSource } from './list';
export type { List, ReadOptions } from './list';
export { MediaClient } from './media/media.client';
export type { MediaFormat } from './media/media-format';
export { formatOfVideo, formatsOf } from './media/media-format';
export type { MediaFile, MediaKind, VideoChoice, VideoQuality } from './media/media-file';
export type { SubtitleFormat, VideoCodec } from './media/media-file';
export { subtitleFormats, videoCodecs } from './media/media-file';
export type { ByteRange, MediaFacts, MediaHandle, MediaStream } from './media/media-stream';
export { RangeNotSatisfiableError } from './media/media-stream';
export type * from './models';
export type { SearchPeriod, UserRef } from './operations';
export { searchPeriods } from './operations';
export type { Batch, Ending, PagingLimits } from './paging';
export { parsePostAddress } from './post-address';
export type { PostLinks, UpstreamFile } from './post-links';
export { linksById, upstreamFileOf, upstreamLinkOf } from './post-links';
export type { PostSearch } from './post-search';
export { wantedOf } from './post-search';
export type { PostOutcome } from './post-outcomes';
export type { ProbeSamples } from './probe/probe-plan';
export type { ProbeOutcome, ProbeRow } from './probe/probe-row';
export { probeOutcomes } from './probe/probe-row';
export type { ProbeRun, ProbeRunOptions } from './probe/upstream-probe';
export { UpstreamProbe } from './probe/upstream-probe';
export { TikTokClient } from './tiktok.client';
export type { Attempt, TikTokErrorCode } from './tiktok.errors';
export {
  TikTokBlockedError,
  TikTokBusyError,
  TikTokError,
  TikTokInvalidAddressError,
  TikTokNotFoundError,
  TikTokRestrictedError,
  TikTokShapeChangedError,
} from './tiktok.errors';
export { TikTokModule } from './tiktok.module';
export { isPostId, parseUserRef, postPageUrl } from './tiktok-url';
export type { UpstreamHealth } from './upstream-health';
