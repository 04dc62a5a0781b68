import type { Image, MediaLink } from '../models';
import { readMediaLinks } from './media-link';
import { at, collect, either, readCount } from './read';

/** Reads the pictures of a photo post, in order; a picture without any address is left out. */
export function parseImages(images: unknown): readonly Image[] {
  return collect(images, parseImage);
}

function parseImage(image: unknown): Image | undefined {
  // Pages nest the addresses in `imageURL`, embed pages have them in the picture itself.
  const links = readMediaLinks(at(image, 'imageURL', 'urlList') ?? at(image, 'urlList'));
  if (links.length === 0) {
    return undefined;
  }
  return {
    links: [...links.filter(isWidelyReadable), ...links.filter((link) => !isWidelyReadable(link))],
    width: readCount(either(image, 'imageWidth', 'width')),
    height: readCount(either(image, 'imageHeight', 'height')),
  };
}

/** Few browsers show HEIC, which some lists put first. */
function isWidelyReadable(link: MediaLink): boolean {
  return !/\.heic(?:$|\?)/i.test(link.url);
}
