/** Which picture size and codec of a video is wanted. */
export interface VideoChoice {
  /** With TikTok's watermark; without unless said. */
  readonly hasWatermark?: boolean;
  /** The best or worst there is, or the one next to this height in pixels; the best unless said. */
  readonly quality?: VideoQuality;
  /** H.264 unless said, since everything plays it; where a post has none of the codec, another is taken. */
  readonly codec?: VideoCodec;
  /** One rendition by TikTok's own name of it, such as `normal_540_0`; it goes before the other members. */
  readonly renditionName?: string;
}

export type VideoQuality = 'best' | 'worst' | number;
export const videoCodecs = ['h264', 'h265'] as const;
export type VideoCodec = (typeof videoCodecs)[number];

export const subtitleFormats = ['vtt', 'srt'] as const;
export type SubtitleFormat = (typeof subtitleFormats)[number];

/** A file that belongs to a post. */
export type MediaFile =
  | ({ readonly kind: 'video' } & VideoChoice)
  | { readonly kind: 'music' }
  | { readonly kind: 'cover' }
  /** The picture of the author. */
  | { readonly kind: 'avatar' }
  /** A picture of a photo post, counted from 0. */
  | { readonly kind: 'image'; readonly index: number }
  | { readonly kind: 'subtitle'; readonly languageCode: string; readonly format: SubtitleFormat };

export type MediaKind = MediaFile['kind'];
