import type { TestApi } from '../support/api';
import type { KnownValues } from './good-requests';

const videoUrl = 'https://www.tiktok.com/@luna_the_pantera/video/6943996796519681281';

/** A link of ours: only the server can sign one. */
export async function mediaValues(api: TestApi): Promise<KnownValues> {
  const reply = await api.call(`/api/tiktok/downloader?url=${encodeURIComponent(videoUrl)}`);
  const [, token, name] = /\/media\/([^/"]+)\/([^"]+)"/.exec(reply.text) ?? [];
  if (token === undefined || name === undefined) throw new Error(`No link in ${reply.text}`);
  return { token, name: decodeURIComponent(name) };
}
