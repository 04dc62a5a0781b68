import { loadTool } from '../tools';
import { answerWith } from './answering';
import { redirectTls } from './redirected-tls';

/** The profile function of @tobyg74/tiktok-api-dl, unmodified. */
const [origin = ''] = process.argv.slice(2);
redirectTls(origin);
const { StalkUser: profile } = loadTool('@tobyg74/tiktok-api-dl') as {
  StalkUser: (handle: string) => Promise<{ status: string; message?: string; result?: unknown }>;
};

answerWith(async (handle) => {
  const { status, message, result } = await profile(handle);
  if (status !== 'success') throw new Error(`${handle}: ${message}`);
  return result;
});
