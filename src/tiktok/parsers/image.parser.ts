import type { Image } from '../models';
import { isHeic, readMediaLinks } from './media-link';
import { at, collect, either, readCount } from './read';

/** Reads the pictures of a photo post, in order; a picture without any address is left out. */
export function parseImages(images: unknown): readonly Image[] {
  return collect(images, parseImage);
}

/** Reads the pictures of the mobile surface; those with watermarks stand beside the one that is read. */
export function parseMobileImages(images: unknown): readonly Image[] {
  return collect(images, (image) => parsePicture(at(image, 'display_image')));
}

/** Reads the pictures of a comment: as sent, or else as cut for the list. */
export function parseCommentImages(images: unknown): readonly Image[] {
  return collect(
    images,
    (image) => parsePicture(at(image, 'origin_url')) ?? parsePicture(at(image, 'crop_url')),
  );
}

/** Reads one picture with its addresses inside (`urlList`, `url_list`); undefined without any. */
export function parsePicture(picture: unknown): Image | undefined {
  return createImage(either(picture, 'urlList', 'url_list'), picture);
}

function parseImage(image: unknown): Image | undefined {
  // Pages nest the addresses in `imageURL`, embed pages have them in the picture itself.
  return createImage(at(image, 'imageURL', 'urlList') ?? at(image, 'urlList'), image);
}

function createImage(addresses: unknown, size: unknown): Image | undefined {
  const links = readMediaLinks(addresses);
  if (links.length === 0) {
    return undefined;
  }
  return {
    links: [...links.filter((link) => !isHeic(link)), ...links.filter(isHeic)],
    width: readCount(either(size, 'imageWidth', 'width')),
    height: readCount(either(size, 'imageHeight', 'height')),
  };
}
