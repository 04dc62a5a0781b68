import { htmlReply } from '../http/reply';
import type { Handler } from './answering';
import { pageReply } from './page-answer';

/**
 * Home, tags, sounds, search and the like: TikTok sends the frame of the page only, and its script
 * asks the API for the rest.
 */
export const shellPage: Handler = (emulator, request) => {
  const canonical = `https://www.tiktok.com${request.path}`;
  return pageReply(emulator, request, { canonical, scopes: {} });
};

export const unknownPage: Handler = () =>
  htmlReply('<html><body>The sandbox has nothing at this address.</body></html>', 404);
