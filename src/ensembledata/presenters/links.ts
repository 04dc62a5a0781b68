import type { Image, MediaLink, Post, Rendition, VideoChoice } from '../../tiktok';
import type { LinkListDto } from '../dto/link-list.dto';

/** Writes the address at which this server streams a version of a video; undefined where TikTok's own is to be shown. */
export type OwnLink = (post: Post, choice: VideoChoice) => string | undefined;

/** TikTok's own addresses only. */
export const noOwnLink: OwnLink = () => undefined;

/** One address; absent where there is none. */
export function presentLink(link: MediaLink | undefined): LinkListDto | undefined {
  return link && { url_list: [link.url] };
}

export function presentImage({ links, width, height }: Image): LinkListDto {
  return { url_list: links.map(({ url }) => url), width, height };
}

export function presentRenditionFile(rendition: Rendition): LinkListDto {
  const { links, uri, sizeBytes, width, height, fileHash, urlKey } = rendition;
  return {
    uri,
    url_list: links.map(({ url }) => url),
    data_size: sizeBytes,
    width,
    height,
    file_hash: fileHash,
    url_key: urlKey,
  };
}

/** The addresses that there are, each once, in this order. */
export function present(...urls: readonly (string | undefined)[]): string[] {
  return [...new Set(urls.filter((url) => url !== undefined))];
}
