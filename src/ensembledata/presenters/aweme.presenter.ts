import type { Hashtag, Post, Subtitle } from '../../tiktok';
import { postPageUrl } from '../../tiktok';
import type { AwemeDto } from '../dto/aweme.dto';
import { presentAwemeVideo } from './aweme-video.presenter';
import type { OwnLink } from './links';
import { presentImage } from './links';
import { presentMobileUser } from './mobile-user.presenter';
import { presentMusic } from './music.presenter';
import { presentCaptionParts } from './text-parts';

const awemeTypes = { video: 0, photo: 2 } as const;
const contentTypes = { video: 'video', photo: 'multi_photo' } as const;

/** A post as TikTok's mobile app has it. What the answering surface does not say is left out. */
export function presentAweme(post: Post, ownLink: OwnLink): AwemeDto {
  return {
    aweme_id: post.id,
    desc: post.caption,
    create_time: post.createdAtSeconds,
    region: post.locationCreated,
    aweme_type: awemeTypes[post.kind],
    is_top: +post.isPinned,
    share_url:
      post.shareUrl ?? postPageUrl({ id: post.id, kind: post.kind, handle: post.author?.uniqueId }),
    desc_language: post.textLanguage,
    content_type: contentTypes[post.kind],
    group_id: post.id,
    is_ads: post.isAd,
    author: post.author && presentMobileUser(post.author),
    statistics: presentStatistics(post),
    status: presentStatus(post),
    text_extra: presentCaptionParts(post),
    cha_list: post.hashtags.map(presentChallenge),
    music: post.music && presentMusic(post.music),
    video: presentAwemeVideo(post, ownLink),
    image_post_info: presentImages(post),
  };
}

/** With the subtitles of its video, which the documented API gives on request. */
export function presentAwemeWithCaptions(post: Post, ownLink: OwnLink): AwemeDto {
  const caption_infos = post.video?.subtitles.map(presentCaption) ?? [];
  const captions = caption_infos.length > 0 ? { cla_info: { caption_infos } } : {};
  return { ...presentAweme(post, ownLink), ...captions };
}

function presentStatistics({ id, stats }: Post): AwemeDto['statistics'] {
  return {
    aweme_id: id,
    play_count: stats.playCount,
    digg_count: stats.diggCount,
    comment_count: stats.commentCount,
    share_count: stats.shareCount,
    collect_count: stats.collectCount,
    repost_count: stats.repostCount,
    download_count: stats.downloadCount,
    forward_count: stats.forwardCount,
    whatsapp_share_count: stats.whatsappShareCount,
  };
}

/** What TikTok shows to everybody is neither deleted nor taken down, unless it says so itself. */
function presentStatus({ state, isPrivate, isShareEnabled }: Post): AwemeDto['status'] {
  return {
    is_delete: state?.isDeleted ?? false,
    is_prohibited: state?.isProhibited ?? state?.isTakenDown ?? false,
    is_private: isPrivate ?? false,
    in_reviewing: state?.isInReview ?? false,
    allow_share: isShareEnabled,
  };
}

function presentChallenge({ id, name, description }: Hashtag): AwemeDto['cha_list'][number] {
  return { cid: id, cha_name: name, desc: description };
}

function presentImages({ kind, images, imageCover, imageTitle }: Post) {
  if (kind !== 'photo') return undefined;
  return {
    images: images.map((image) => ({ display_image: presentImage(image) })),
    image_post_cover: imageCover && { display_image: presentImage(imageCover) },
    title: imageTitle,
  } satisfies AwemeDto['image_post_info'];
}

function presentCaption({ link, languageCode, format, source }: Subtitle) {
  return {
    lang: languageCode,
    url: link.url,
    url_list: [link.url],
    caption_format: format,
    is_auto_generated: source === undefined ? undefined : source === 'ASR' || source === 'MT',
    expire: link.expiresAtSeconds,
  };
}
