export interface MediaLoad {
  /** Files that are being fetched from TikTok. */
  readonly fetchCount: number;
  /** Streams that read them. */
  readonly readerCount: number;
  /** What of them lies in memory. */
  readonly heldBytes: number;
}
