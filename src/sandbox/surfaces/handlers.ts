import type { RouteName } from '../routes';
import type { Handler } from './answering';
import { creatorList } from './creator-list';
import { embedPostPage, embedUserPage } from './embed-pages';
import { explore, recommend } from './feeds';
import { mediaImage, mediaOpenVideo, mediaPlay, mediaSound, mediaVideo } from './media-files';
import { oembed } from './oembed';
import { playerItems, playerPage } from './player';
import { sdkReport, ttwidCheck } from './session-endpoints';
import { shellPage, unknownPage } from './shell-pages';
import { shortLink } from './short-links';
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
  'player-items': playerItems,
  'player-page': playerPage,
  oembed,
  'ttwid-check': ttwidCheck,
  'sdk-report': sdkReport,
  'shared-link': shortLink,
  'short-link': shortLink,
  home: shellPage,
  shell: shellPage,
  unknown: unknownPage,
};
