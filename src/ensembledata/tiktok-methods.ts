import type { Provider, Type } from '@nestjs/common';
import { ChargeInterceptor } from './answers/charge.interceptor';
import { FileLinksPipe } from './file-links.decorator';
import { HashtagsController } from './hashtags/hashtags.controller';
import { HashtagsService } from './hashtags/hashtags.service';
import { KeywordsController } from './keywords/keywords.controller';
import { KeywordsService } from './keywords/keywords.service';
import { LiveController } from './live/live.controller';
import { LiveService } from './live/live.service';
import { MusicSearchService } from './music/music-search.service';
import { MusicController } from './music/music.controller';
import { MusicService } from './music/music.service';
import { SearchPositions } from './paging/search-positions';
import { CommentsService } from './posts/comments.service';
import { PostsController } from './posts/posts.controller';
import { PostsService } from './posts/posts.service';
import type { UpstreamClock } from './upstream-clock';
import { UPSTREAM_CLOCK } from './upstream-clock';
import { FollowsController } from './users/follows.controller';
import { FollowsService } from './users/follows.service';
import { UserPostsController } from './users/user-posts.controller';
import { UserPostsService } from './users/user-posts.service';
import { UsersController } from './users/users.controller';
import { UsersService } from './users/users.service';

/** The 20 methods under `/apis/tt`. */
export const tiktokControllers: readonly Type[] = [
  HashtagsController,
  KeywordsController,
  UserPostsController,
  UsersController,
  FollowsController,
  PostsController,
  MusicController,
  LiveController,
];

export function tiktokProviders(nowMs: UpstreamClock): Provider[] {
  return [
    { provide: UPSTREAM_CLOCK, useValue: nowMs },
    ChargeInterceptor,
    FileLinksPipe,
    SearchPositions,
    HashtagsService,
    KeywordsService,
    UsersService,
    UserPostsService,
    FollowsService,
    PostsService,
    CommentsService,
    MusicService,
    MusicSearchService,
    LiveService,
  ];
}
