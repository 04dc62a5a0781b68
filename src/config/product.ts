/** What this software calls itself, in headers and documents. The version is that of package.json. */
export const product = {
  name: 'tiktok-data-api',
  title: 'TikTok data API',
  version: '0.1.0',
} as const;
