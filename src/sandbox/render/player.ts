import { wideNumber } from '../http/exact-json';
import { clipOf, videoParts } from '../media/clip-choice';
import { PHOTO_SIZE, type Rendition } from '../media/library';
import type { Post } from '../world/post';
import type { JsonObject, Rendering } from './rendering';
import { GEARS, videoIdOf } from './video';

const AWEME_TYPE = { video: 0, photo: 150 } as const;

/** An item of the player's API: the app's spelling, times in milliseconds, no count of plays. */
export function playerItem(rendering: Rendering, post: Post): JsonObject {
  const { world, links } = rendering;
  const counts = world.postCounts(post);
  return {
    id: wideNumber(post.id),
    id_str: post.id,
    aweme_type: AWEME_TYPE[post.kind],
    desc: post.caption.text,
    region: post.region,
    create_time: post.createdAt,
    author_info: {
      unique_id: post.author.handle,
      nickname: post.author.nickname,
      secret_id: post.author.secUid,
      avatar_url_list: links.images('avatar', post.author.key % 3, post.author.key),
    },
    statistics_info: {
      digg_count: counts.likes,
      comment_count: counts.comments,
      share_count: counts.shares,
    },
    music_info: {
      id: wideNumber(post.sound.id),
      id_str: post.sound.id,
      title: post.sound.title,
      author: post.sound.authorName,
    },
    video_info: post.kind === 'video' ? videoInfo(rendering, post) : soundOfPhotos(rendering, post),
    ...(post.kind === 'photo' ? { image_post_info: imagePostInfo(rendering, post) } : {}),
  };
}

function videoInfo(rendering: Rendering, post: Post): JsonObject {
  const { links, media } = rendering;
  const renditions = media.renditions(clipOf(post));
  const [best] = renditions;
  const cover = { url_list: links.images('cover', post.clip.number, post.key) };
  return {
    uri: videoIdOf(post),
    url_list: [links.openVideo(videoParts(post, best.quality))],
    meta: {
      duration: post.clip.seconds * 1000,
      width: best.width,
      height: best.height,
      bitrate: bitrateOf(post, best),
      format: 'mp4',
    },
    cover,
    origin_cover: cover,
    profiles: renditions.map((rendition) => ({
      gear_name: GEARS[rendition.quality],
      bitrate: bitrateOf(post, rendition),
      fps: 15,
      codec_type: rendition.codec === 'h265' ? 'bytevc1' : 'h264',
      play_addr: {
        uri: videoIdOf(post),
        url_list: [links.openVideo(videoParts(post, rendition.quality))],
        width: rendition.width,
        height: rendition.height,
        data_size: rendition.size,
      },
    })),
  };
}

/** A photo post plays its sound. */
function soundOfPhotos({ links }: Rendering, post: Post): JsonObject {
  const cover = { url_list: links.images('photo', post.key % 4, post.key) };
  return {
    uri: videoIdOf(post),
    url_list: [links.sound(post.sound.key, post.sound.clip.number)],
    meta: { duration: 0, width: 0, height: 0, bitrate: 0, format: '' },
    cover,
    origin_cover: cover,
  };
}

function imagePostInfo({ links }: Rendering, post: Post): JsonObject {
  const image = (number: number): JsonObject => {
    const urls = links.images('photo', (post.key + number) % 4, post.key + number);
    const picture = {
      uri: new URL(urls[0] ?? '').pathname.slice(1),
      url_list: urls,
      ...PHOTO_SIZE,
    };
    return {
      display_image: picture,
      owner_watermark_image: picture,
      user_watermark_image: picture,
      watermark_image: picture,
    };
  };
  return { images: Array.from({ length: post.pictures }, (_, number) => image(number)) };
}

function bitrateOf(post: Post, rendition: Rendition): number {
  return Math.floor((rendition.size * 8) / post.clip.seconds);
}
