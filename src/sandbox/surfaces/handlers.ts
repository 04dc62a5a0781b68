import type { RouteName } from '../routes';
import type { Handler } from './answering';
import { likedList, repostList, savedList } from './account-lists';
import { commentList, replyList } from './comment-lists';
import { discoverHashtags, discoverPage, discoverSounds, discoverUsers } from './discover';
import { followList } from './follow-list';
import { hashtagDetail, hashtagPosts } from './hashtag-api';
import { liveDetail, liveRoom, liveUser } from './live-api';
import { effectDetail, placeDetail, placePosts } from './place-api';
import { collectionPosts, collections } from './playlist-lists';
import { playlistDetail, playlistPosts, playlists } from './playlist-lists';
import { postDetail, related } from './post-detail';
import { postList } from './post-list';
import { searchHashtags, searchLive, searchSuggestions, searchUsers } from './search-others';
import { searchPosts, searchTop } from './search-posts';
import { soundDetail, soundPostList } from './sound-api';
import { storyBatch, storyList, storyUsers } from './story-lists';
import { userDetail } from './user-detail';
import { creatorList } from './creator-list';
import { embedMusicPage, embedTagPage } from './embed-lists';
import { embedPostPage, embedUserPage } from './embed-pages';
import { explore, recommend } from './feeds';
import { livePage } from './live-page';
import { mediaImage, mediaOpenVideo, mediaPlay } from './media-files';
import { mediaSound, mediaSubtitle, mediaVideo } from './media-files';
import { oembed } from './oembed';
import { playerItems, playerPage } from './player';
import { researchComments } from './research/research-comments';
import { researchPlaylist } from './research/research-playlist';
import { researchToken } from './research/research-token';
import { researchLiked, researchPinned, researchReposted } from './research/research-user-videos';
import { researchFollowers, researchFollowing } from './research/research-users';
import { researchUserInfo } from './research/research-users';
import { researchVideos } from './research/research-videos';
import { sdkReport, ttwidCheck } from './session-endpoints';
import { shellPage, unknownPage } from './shell-pages';
import { shortLink } from './short-links';
import { userPage } from './user-page';
import { photoPage, videoPage } from './video-page';

/** Who answers what. A new route in `routes.ts` does not compile without a line here. */
export const HANDLERS: Readonly<Record<RouteName, Handler>> = {
  'user-detail': userDetail,
  'post-list': postList,
  'creator-list': creatorList,
  'liked-list': likedList,
  'repost-list': repostList,
  'saved-list': savedList,
  'story-list': storyList,
  'story-batch': storyBatch,
  'story-users': storyUsers,
  playlists,
  'playlist-detail': playlistDetail,
  'playlist-posts': playlistPosts,
  collections,
  'collection-posts': collectionPosts,
  'follow-list': followList,
  'hashtag-detail': hashtagDetail,
  'hashtag-posts': hashtagPosts,
  'sound-detail': soundDetail,
  'sound-posts': soundPostList,
  'search-posts': searchPosts,
  'search-top': searchTop,
  'search-users': searchUsers,
  'search-live': searchLive,
  'search-hashtags': searchHashtags,
  'search-preview': searchSuggestions,
  'search-guide': searchSuggestions,
  comments: commentList,
  replies: replyList,
  explore,
  recommend,
  related,
  'post-detail': postDetail,
  'discover-users': discoverUsers,
  'discover-hashtags': discoverHashtags,
  'discover-sounds': discoverSounds,
  'discover-page': discoverPage,
  'place-detail': placeDetail,
  'place-posts': placePosts,
  'effect-detail': effectDetail,
  'live-user': liveUser,
  'live-detail': liveDetail,
  'live-room': liveRoom,
  'research-token': researchToken,
  'research-videos': researchVideos,
  'research-comments': researchComments,
  'research-user': researchUserInfo,
  'research-followers': researchFollowers,
  'research-following': researchFollowing,
  'research-liked': researchLiked,
  'research-reposted': researchReposted,
  'research-pinned': researchPinned,
  'research-playlist': researchPlaylist,
  'embed-user': embedUserPage,
  'embed-post': embedPostPage,
  'embed-tag': embedTagPage,
  'embed-music': embedMusicPage,
  'live-page': livePage,
  'photo-page': photoPage,
  'video-page': videoPage,
  'user-page': userPage,
  'media-play': mediaPlay,
  'media-sound': mediaSound,
  'media-subtitle': mediaSubtitle,
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
