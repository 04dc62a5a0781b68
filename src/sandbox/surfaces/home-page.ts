import { htmlReply } from '../http/reply';
import type { Handler } from './answering';
import { pageReply } from './page-answer';

export const homePage: Handler = (emulator, request) =>
  pageReply(emulator, request, { canonical: 'https://www.tiktok.com/', scopes: {} });

export const unknownPage: Handler = () =>
  htmlReply('<html><body>The sandbox has nothing at this address.</body></html>', 404);
