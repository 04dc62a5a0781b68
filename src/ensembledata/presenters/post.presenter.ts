import type { Post } from '../../tiktok';
import type { AwemeDto } from '../dto/aweme.dto';
import type { WebPostDto } from '../dto/web-post.dto';
import { presentAweme, presentAwemeWithCaptions } from './aweme.presenter';
import type { OwnLink } from './links';
import { presentWebPost } from './web-post.presenter';

/** In which of the documented shapes a post is wanted. */
export interface PostShape {
  /** Camel case instead of the mobile app's names. */
  readonly new_version: boolean;
  /** With the addresses of the file, where the shape has them on request only. */
  readonly download_video: boolean;
  /** With subtitles. */
  readonly alternative_method?: boolean;
}

/** A post in the shape that was asked for. */
export function presentPost(
  post: Post,
  ownLink: OwnLink,
  { new_version, download_video, alternative_method }: PostShape,
): AwemeDto | WebPostDto {
  if (new_version) return presentWebPost(post, ownLink, download_video);
  return alternative_method ? presentAwemeWithCaptions(post, ownLink) : presentAweme(post, ownLink);
}
