import type { Post } from './post';
import type { User } from './user';

/** What a profile page holds: the account, its share texts, and posts where the carrier has them (before 2023). */
export interface UserProfile {
  readonly user: User;
  readonly share?: ShareTexts;
  /** Language of the page that TikTok served. */
  readonly pageLanguage?: string;
  readonly posts: readonly Post[];
}

/** The texts that TikTok attaches for sharing and search engines. */
export interface ShareTexts {
  readonly title?: string;
  readonly description?: string;
}
