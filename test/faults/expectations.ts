import type { ConditionName } from './conditions';
import type { Outcome } from './replies';

/** What some routes are answered where the others of the line are not. */
interface Exception {
  readonly routes: readonly string[];
  readonly outcome: Outcome | readonly Outcome[];
  readonly because: string;
}

interface Line {
  readonly outcome: Outcome | readonly Outcome[];
  readonly except?: readonly Exception[];
}

const tt = (...names: readonly string[]): string[] => names.map((name) => `GET /apis/tt/${name}`);

const videos = ['GET /api/user/{user_id}/videos', 'POST /api/user/videos'];
const trending = 'GET /api/trending_videos';
const random = 'GET /api/tiktok/random';
const userPosts = tt('user/posts', 'user/posts-from-secuid');
const comments = tt('post/comments', 'post/comments-replies');
const follows = tt('user/followers', 'user/followings');
const search = tt('keyword/search', 'keyword/full-search', 'music/info');
const feedAndSearches = [trending, ...search, ...tt('user/search', 'live/search')];
const lists = [
  ...[...videos, random, ...userPosts, ...comments, ...follows, ...feedAndSearches],
  ...tt('hashtag/posts', 'hashtag/recent-posts', 'user/liked-posts', 'music/posts'),
];
const posts = [
  ...['statistic', 'downloader', 'slides', 'random'].map((name) => `GET /api/tiktok/${name}`),
  ...tt('post/info', 'post/multi-info'),
];

/** The answers of lists whose rows TikTok has changed: they show what came. */
const rowsAsTheyCame: Exception = {
  routes: lists,
  outcome: ['same', 'other'],
  because: 'rows are given as they came, and none is invented',
};

const goneInCircles: Exception = {
  routes: lists,
  outcome: ['same', 'other', 'less'],
  because: 'new rows are given once; a list that stands still says that it is not whole',
};

/** Where the lists of the web API are of no use. */
const embedInstead: readonly Exception[] = [
  {
    routes: [...videos, ...tt('hashtag/posts', 'hashtag/recent-posts', 'music/posts')],
    outcome: 'less',
    because: 'the embed surface shows ten posts',
  },
  {
    routes: [...userPosts, random],
    outcome: ['same', 'other'],
    because: 'the embed surface shows the ten newest, which is what was asked for or chosen from',
  },
];

/** Two posts are asked for at once, after three others have failed. */
const multiInfo = (outcome: Outcome): Exception => ({
  routes: tt('post/multi-info'),
  outcome: [outcome, 'blocked', 'signer failed'],
  because: 'a source that rests takes one question at a time, and the answer says that it rests',
});

const same: Line = { outcome: 'same' };
const blocked: Line = { outcome: 'blocked' };
const unreachable: Line = { outcome: 'unreachable', except: [multiInfo('unreachable')] };
const timeout: Line = { outcome: 'timeout', except: [multiInfo('timeout')] };
const changedRows: Line = { outcome: 'same', except: [rowsAsTheyCame] };
const circles: Line = { outcome: 'same', except: [goneInCircles] };

/** The signer of the sandbox answers on the same port. */
const withoutSigner = (outcome: Outcome): Line => ({
  outcome: [outcome, 'signer failed'],
  except: [multiInfo(outcome)],
});

const isNeverMissing: Exception = {
  routes: feedAndSearches,
  outcome: 'blocked',
  because: 'a feed or a search is about nothing that could be missing',
};

const withoutList: Line = {
  outcome: 'same',
  except: [
    ...embedInstead,
    {
      routes: [
        ...[trending, ...comments],
        ...tt('user/followers', 'user/liked-posts', 'user/search', 'keyword/search', 'music/info'),
      ],
      outcome: 'shape changed',
      because: 'more is promised, and there is no list',
    },
    {
      routes: tt('keyword/full-search', 'live/search'),
      outcome: 'other',
      because: 'a search without a list, and without the promise of more, has found nothing',
    },
    {
      routes: tt('user/followings'),
      outcome: 'private',
      because: 'TikTok hides a list of accounts by leaving it out',
    },
  ],
};

const table: Readonly<Record<ConditionName, Line>> = {
  'late answers': same,
  'no answer': timeout,
  trickle: timeout,
  'refused connections': withoutSigner('unreachable'),
  'connections nobody serves': withoutSigner('timeout'),
  'empty-200': blocked,
  challenge: same,
  'captcha-page': blocked,
  'blocked-page': blocked,
  'shell-page': blocked,
  'empty-scope': {
    outcome: 'same',
    except: [
      {
        routes: ['GET /api/user/{user_id}/info', ...posts],
        outcome: 'other',
        because: 'the signed API has no texts for sharing, the player no pictures of the author',
      },
    ],
  },
  'unknown-scopes': same,
  'no-script': blocked,
  'login-redirect': blocked,
  'not-found-redirect': { outcome: 'not found', except: [isNeverMissing] },
  'unauthorized-401': blocked,
  'forbidden-403': blocked,
  'too-many-429': blocked,
  'research-500': same,
  'overload-503': blocked,
  'socket-close': unreachable,
  reset: unreachable,
  'slow-body': timeout,
  'cut-body': unreachable,
  'truncated-json': { outcome: 'shape changed', except: [multiInfo('shape changed')] },
  'verify-json': blocked,
  'verify-header': blocked,
  'first-signed-empty': same,
  'address-budget': same,
  'status-mismatch': {
    outcome: 'same',
    except: [
      isNeverMissing,
      {
        routes: [
          ...lists.filter((name) => !feedAndSearches.includes(name)),
          ...tt('music/details'),
        ],
        outcome: 'not found',
        because: 'of two codes the one that complains counts, and it says so here',
      },
    ],
  },
  'status-as-text': {
    outcome: 'same',
    except: [
      ...embedInstead,
      {
        routes: [...feedAndSearches, ...comments, ...follows, ...tt('user/liked-posts')],
        outcome: 'blocked',
        because: 'the code says that TikTok has failed, and no other surface has these',
      },
      {
        routes: tt('music/details'),
        outcome: 'other',
        because: 'the embed surface has no title',
      },
    ],
  },
  'empty-page': {
    outcome: 'same',
    except: [
      ...embedInstead,
      {
        routes: [...feedAndSearches, ...comments, ...follows],
        outcome: 'blocked',
        because: 'more is promised or counted than nothing',
      },
      {
        routes: tt('user/liked-posts'),
        outcome: 'other',
        because: 'all of a page can be taken down: it says where the list goes on, and is not kept',
      },
    ],
  },
  'same-page': circles,
  'stuck-cursor': circles,
  'missing-list': withoutList,
  'null-comments': withoutList,
  'duplicate-rows': changedRows,
  'repeated-rows': changedRows,
  'reversed-rows': changedRows,
  'pinned-out-of-order': changedRows,
  'unknown-entries': same,
  'items-without-video': changedRows,
  'items-without-stats': changedRows,
  'disordered-keys': same,
  'html-instead': blocked,
  'link-expired': blocked,
  'zero-bytes': blocked,
  'head-refused': same,
};

/** What TikTok has no part in is answered whatever it does. */
export function isOurs(routeName: string): boolean {
  return /^GET \/(health|metrics|apis\/customer)\b/.test(routeName);
}

/** The right outcomes of a route under a condition: one, but for chance and the order of events. */
export function expectedOutcomes(condition: ConditionName, routeName: string): readonly Outcome[] {
  if (isOurs(routeName)) return ['same'];
  const { outcome, except = [] } = table[condition];
  const expected = except.find(({ routes }) => routes.includes(routeName))?.outcome ?? outcome;
  return typeof expected === 'string' ? [expected] : expected;
}

/** Exceptions that name a route which there is not. */
export function exceptionsOfNothing(routeNames: readonly string[]): string[] {
  return Object.values(table)
    .flatMap(({ except = [] }) => except.flatMap(({ routes }) => routes))
    .filter((name) => !routeNames.includes(name));
}
