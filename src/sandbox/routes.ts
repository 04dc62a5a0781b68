import type { HostKind } from './http/hosts';

/** What a request must bring, or be refused in TikTok's silent way. */
export const DEMANDS_IN_ORDER = [
  'none',
  /** The app id alone: the least that any tool reported to work. */
  'app-id',
  /** A device id (and the app id beside it), as every `/api` route wants. */
  'device-id',
  /** The web SDK's seal over the query, on top of the device id. */
  'seal',
  /** The cookies of a page on top of the seal. */
  'seal-and-session',
  /** The cookie of somebody who is logged in, on top of the device id. */
  'login',
  /** A token of the Research API in the Authorization header; it lives for two hours. */
  'access-token',
  /** Nothing helps: the route is broken, or closed to this part of the world. */
  'refused',
] as const;

export type Demand = (typeof DEMANDS_IN_ORDER)[number];

export type SurfaceKind = 'page' | 'embed' | 'api' | 'link' | 'media' | 'research';

export interface Route {
  surface: SurfaceKind;
  hosts: readonly HostKind[];
  path: RegExp;
  demand: Demand;
  /** GET and HEAD unless given. */
  methods?: readonly string[];
}

const WEB: readonly HostKind[] = ['www', 'mobile'];
const WWW: readonly HostKind[] = ['www'];
const CDN: readonly HostKind[] = ['www', 'media'];

/** Where sources disagree on a demand, the default is the one that asks for less. */
const API_ROUTES = {
  'user-detail': api('/api/user/detail', 'seal'),
  'post-list': api('/api/post/item_list', 'seal'),
  'creator-list': api('/api/creator/item_list', 'device-id'),
  'liked-list': api('/api/favorite/item_list', 'device-id'),
  'repost-list': api('/api/repost/item_list', 'device-id'),
  'saved-list': api('/api/user/collect/item_list', 'login'),
  'story-list': api('/api/story/item_list', 'device-id'),
  'story-batch': api('/api/story/batch/item_list', 'device-id'),
  'story-users': api('/api/story/user_list', 'login'),
  playlists: api('/api/user/playlist', 'device-id'),
  'playlist-detail': api('/api/mix/detail', 'seal'),
  'playlist-posts': api('/api/mix/item_list', 'device-id'),
  collections: api('/api/user/collection_list', 'seal'),
  'collection-posts': api('/api/collection/item_list', 'app-id'),
  'follow-list': api('/api/user/list', 'device-id'),
  'hashtag-detail': api('/api/challenge/detail', 'seal'),
  'hashtag-posts': api('/api/challenge/item_list', 'seal'),
  'sound-detail': api('/api/music/detail', 'seal'),
  'sound-posts': api('/api/music/item_list', 'seal'),
  'search-posts': api('/api/search/item/full', 'seal'),
  'search-top': api('/api/search/general/full', 'seal'),
  'search-users': api('/api/search/user/full', 'seal'),
  'search-live': api('/api/search/live/full', 'seal'),
  'search-hashtags': api('/api/search/challenge/full', 'seal'),
  'search-preview': api('/api/search/general/preview', 'device-id'),
  'search-guide': api('/api/search/suggest/guide', 'device-id'),
  comments: api('/api/comment/list', 'app-id'),
  replies: api('/api/comment/list/reply', 'app-id'),
  explore: api('/api/explore/item_list', 'device-id'),
  recommend: api('/api/recommend/item_list', 'seal'),
  related: api('/api/related/item_list', 'seal'),
  'post-detail': api('/api/item/detail', 'seal'),
  'discover-users': api('/api/discover/user', 'device-id'),
  'discover-hashtags': api('/api/discover/challenge', 'device-id'),
  'discover-sounds': api('/api/discover/music', 'device-id'),
  'discover-page': api('/node/share/discover', 'app-id'),
  'place-detail': api('/api/poi/detail', 'seal'),
  'place-posts': api('/api/poi/item_list', 'seal'),
  'effect-detail': api('/api/sticker/detail', 'seal'),
  'live-user': api('/api-live/user/room', 'app-id'),
  'live-detail': api('/api/live/detail', 'app-id'),
  'live-room': { ...api('/webcast/room/info', 'app-id'), hosts: ['www', 'webcast'] },
} as const satisfies Record<string, Route>;

/** The Research API, which is documented: JSON goes in and comes out, for researchers with a token. */
const RESEARCH_ROUTES = {
  'research-token': research('/v2/oauth/token', 'none'),
  'research-videos': research('/v2/research/video/query'),
  'research-comments': research('/v2/research/video/comment/list'),
  'research-user': research('/v2/research/user/info'),
  'research-followers': research('/v2/research/user/followers'),
  'research-following': research('/v2/research/user/following'),
  'research-liked': research('/v2/research/user/liked_videos'),
  'research-reposted': research('/v2/research/user/reposted_videos'),
  'research-pinned': research('/v2/research/user/pinned_videos'),
  'research-playlist': research('/v2/research/playlist/info'),
} as const satisfies Record<string, Route>;

/** Pages whose script asks the API for all that they show. */
const SHELL =
  /^\/(?:(?:tag|music|search|discover|sticker|place|explore|foryou|following|friends|live|login|notfound)(?:\/.*)?|@[^/]*\/(?:playlist|collection)\/.*)$/;

/** Every address that the sandbox answers, in the order in which they are tried. */
export const ROUTES = {
  ...API_ROUTES,
  ...RESEARCH_ROUTES,
  'embed-user': embed(/^\/embed\/@(?<handle>[^/]*)\/?$/),
  'embed-post': embed(/^\/embed\/(?:v2\/)?(?<id>\d+)\/?$/),
  'embed-tag': embed(/^\/embed\/tag\/(?<name>[^/]+)\/?$/),
  'embed-music': embed(/^\/embed\/music\/(?:[^/]*-)?(?<id>\d+)\/?$/),
  'live-page': page(/^\/@(?<handle>[^/]*)\/live\/?$/),
  'photo-page': page(/^\/@(?<handle>[^/]*)\/photo\/(?<id>\d+)\/?$/),
  'video-page': page(
    /^\/@(?<handle>[^/]*)\/video\/(?<id>\d+)\/?$|^\/(?:v|video|share\/video)\/(?<oldId>\d+)(?:\.html|\/)?$/,
  ),
  'player-items': embed(/^\/player\/api\/v1\/items\/?$/),
  'player-page': embed(/^\/player\/v1\/(?<id>[^/]+)\/?$/),
  oembed: embed(/^\/oembed\/?$/),
  'ttwid-check': { ...api('/ttwid/check', 'none'), methods: ['POST'] },
  'sdk-report': {
    surface: 'api',
    hosts: ['sdk'],
    path: /^\/web\/(?:report|common|r\/token)\/?$/,
    demand: 'none',
    methods: ['POST', 'GET'],
  },
  'shared-link': link(['www', 'mobile'], /^\/t\/(?<code>[^/]+)\/?$/),
  'short-link': link(['short'], /^\/(?<code>[^/]*)\/?$/),
  'user-page': page(/^\/@(?<handle>[^/]*)\/?$/),
  'media-play': { ...media(/^\/aweme\/v1\/play\/$/), hosts: WWW },
  'media-sound': media(/^\/(?<proof>[0-9a-f]{32}\/[0-9a-f]{8})\/video\/tos\/.*-v-27dcd7-/),
  'media-subtitle': media(/^\/(?<proof>[0-9a-f]{32}\/[0-9a-f]{8})\/video\/tos\/.*-v-0068c799-/),
  'media-open-video': media(/^\/(?<proof>[0-9a-f]{32}\/[0-9a-f]{8})\/video\/tos\//),
  'media-video': media(/^\/video\/tos\//),
  'media-image': media(/^\/tos-[a-z0-9-]+\//),
  home: page(/^\/$/),
  shell: page(SHELL),
  unknown: page(/^/),
} as const satisfies Record<string, Route>;

export type RouteName = keyof typeof ROUTES;

export const ROUTE_NAMES = Object.keys(ROUTES) as RouteName[];

export interface RouteMatch {
  name: RouteName;
  route: Route;
  params: Readonly<Record<string, string | undefined>>;
}

export function matchRoute(host: HostKind, path: string): RouteMatch {
  for (const name of ROUTE_NAMES) {
    const route: Route = ROUTES[name];
    const found = route.hosts.includes(host) ? route.path.exec(path) : null;
    if (found) return { name, route, params: found.groups ?? {} };
  }
  return { name: 'unknown', route: ROUTES.unknown, params: {} };
}

function api(path: string, demand: Demand): Route {
  return { surface: 'api', hosts: WEB, path: new RegExp(`^${path}/?$`), demand };
}

/** On a host of its own; also on the bare address, for tools that let the base URL be chosen. */
function research(path: string, demand: Demand = 'access-token'): Route {
  return {
    surface: 'research',
    hosts: ['open', 'www'],
    path: new RegExp(`^${path}/?$`),
    demand,
    methods: ['POST'],
  };
}

function embed(path: RegExp): Route {
  return { surface: 'embed', hosts: WWW, path, demand: 'none' };
}

function page(path: RegExp): Route {
  return { surface: 'page', hosts: WEB, path, demand: 'none' };
}

function link(hosts: readonly HostKind[], path: RegExp): Route {
  return { surface: 'link', hosts, path, demand: 'none' };
}

function media(path: RegExp): Route {
  return { surface: 'media', hosts: CDN, path, demand: 'none' };
}
