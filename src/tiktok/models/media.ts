/**
 * A link to bytes on one of TikTok's media hosts. Most are signed and die: `expiresAtSeconds` is read
 * from the link itself (`x-expires`, `expire`, or the hexadecimal path form) and absent when it says nothing.
 */
export interface MediaLink {
  readonly url: string;
  /** Unix seconds. */
  readonly expiresAtSeconds?: number;
}

/** A still image in one or more encodings or hosts, best first. */
export interface Image {
  readonly links: readonly MediaLink[];
  readonly width?: number;
  readonly height?: number;
}

/** One encoded version of a video. */
export interface Rendition {
  /** Mirrors of the same bytes, as TikTok lists them. */
  readonly links: readonly MediaLink[];
  readonly codec?: string;
  readonly qualityName?: string;
  readonly bitsPerSecond?: number;
  readonly framesPerSecond?: number;
  readonly sizeBytes?: number;
  readonly width?: number;
  readonly height?: number;
  readonly format?: string;
  readonly uri?: string;
  readonly urlKey?: string;
  readonly fileHash?: string;
}

/** Subtitles of a video: `source` is `ASR` (heard by a machine), `MT` (translated by one) or `LC`. */
export interface Subtitle {
  readonly link: MediaLink;
  readonly languageCode?: string;
  readonly format?: string;
  readonly source?: string;
  readonly sizeBytes?: number;
}

/** The moving picture of a post. For photo posts TikTok sends it without addresses, or not at all. */
export interface Video {
  readonly id?: string;
  /** TikTok's internal name of the file, such as `v12044gd0000...`. */
  readonly uri?: string;
  readonly durationSeconds?: number;
  readonly width?: number;
  readonly height?: number;
  readonly ratio?: string;
  readonly definition?: string;
  readonly format?: string;
  readonly codec?: string;
  readonly bitsPerSecond?: number;
  readonly sizeBytes?: number;
  readonly cover?: MediaLink;
  readonly originCover?: MediaLink;
  readonly dynamicCover?: MediaLink;
  /** Without a watermark, except from the embed surface, where that is disputed. */
  readonly playLink?: MediaLink;
  /** With TikTok's watermark. */
  readonly downloadLink?: MediaLink;
  readonly renditions: readonly Rendition[];
  readonly subtitles: readonly Subtitle[];
}
