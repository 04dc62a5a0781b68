export type { Hashtag } from './hashtag';
export type { Image, MediaLink, Rendition, Subtitle, Video } from './media';
export type { Music } from './music';
export type { Page } from './page';
export type { CaptionTag, Mention, Post, PostStats } from './post';
export type { ShareTexts, UserProfile } from './profile';
export type { User, UserSettings, UserStats } from './user';
