import type { LinkWriter } from '../http/media-links';
import type { MediaFile, MediaFormat, Post } from '../tiktok';
import { formatsOf, upstreamFileOf, subtitleFormats } from '../tiktok';
import type { FormatDto } from './format.dto';

/** Every file of the post; subtitles in each format that they can be had in. */
export function presentFormats(post: Post, link: LinkWriter): FormatDto[] {
  return formatsOf(post).flatMap((format) =>
    filesOf(format).map((file) => presentFormat(format, { post, link, file })),
  );
}

/** TikTok has WebVTT only; the others are made of it here. */
function filesOf({ file }: MediaFormat): MediaFile[] {
  if (file.kind !== 'subtitle') return [file];
  return subtitleFormats.map((format) => ({ ...file, format }));
}

interface FormatView {
  readonly post: Post;
  readonly link: LinkWriter;
  readonly file: MediaFile;
}

function presentFormat(format: MediaFormat, { post, link, file }: FormatView): FormatDto {
  const { expiresAtSeconds } = format;
  const isConverted = file.kind === 'subtitle' && file.format !== 'vtt';
  return {
    kind: format.kind,
    name: format.name,
    extension: upstreamFileOf(post, file)?.extension ?? '',
    codec: format.codec ?? null,
    width: format.width ?? null,
    height: format.height ?? null,
    bitrate: format.bitsPerSecond ?? null,
    size_bytes: isConverted ? null : (format.sizeBytes ?? null),
    expires_at: expiresAtSeconds ? new Date(expiresAtSeconds * 1000).toISOString() : null,
    has_watermark: format.hasWatermark ?? false,
    link: link(post, file),
  };
}
