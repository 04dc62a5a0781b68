/** The groups of routes, in the order in which Swagger UI shows them. */
export const tags: readonly (readonly [name: string, description: string])[] = [
  ['Trending', 'What TikTok shows as popular.'],
  ['Users', 'Accounts and their posts.'],
  ['Posts', 'Single posts and their counters.'],
  ['Downloads', 'The files of posts, and the links that stream them.'],
  [
    'EnsembleData: hashtags',
    "Posts of a hashtag. All routes below `/apis` are those of EnsembleData's SDKs, which work here unmodified; calls cost units.",
  ],
  ['EnsembleData: keywords', 'Posts found by a keyword.'],
  ['EnsembleData: accounts', 'Accounts, their posts, their likes, and who follows whom.'],
  ['EnsembleData: posts', 'Posts by address or id, and their comments.'],
  ['EnsembleData: sounds', 'Sounds, and the posts that use them.'],
  ['EnsembleData: live rooms', 'Live rooms that run now.'],
  ['EnsembleData: usage', 'Units that a token has used; asking costs nothing.'],
  ['Health', 'The state of this server and of its sources.'],
];
