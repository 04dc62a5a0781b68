import type { RouteName } from '../routes';
import type { Handler } from './answering';
import { creatorList } from './creator-list';
import { embedPostPage, embedUserPage } from './embed-pages';
import { explore, recommend } from './feeds';
import { homePage, unknownPage } from './home-page';
import { mediaImage, mediaOpenVideo, mediaPlay, mediaSound, mediaVideo } from './media-files';
import { userPage } from './user-page';
import { photoPage, videoPage } from './video-page';

/** Who answers what. A new route in `routes.ts` does not compile without a line here. */
export const HANDLERS: Readonly<Record<RouteName, Handler>> = {
  'creator-list': creatorList,
  explore,
  recommend,
  'embed-user': embedUserPage,
  'embed-post': embedPostPage,
  'photo-page': photoPage,
  'video-page': videoPage,
  'user-page': userPage,
  'media-play': mediaPlay,
  'media-sound': mediaSound,
  'media-open-video': mediaOpenVideo,
  'media-video': mediaVideo,
  'media-image': mediaImage,
  home: homePage,
  unknown: unknownPage,
};
