import Module from 'node:module';
import { loadTool } from '../tools';
import { answerWith } from './answering';
import { redirectTls } from './redirected-tls';

/** The profile function of tiktok-scraper, unmodified; it reads pages of 2021 (`--carrier next`). */
const [origin = ''] = process.argv.slice(2);
redirectTls(origin);
// Its jsdom does without a canvas where none is found; one that was installed without its scripts is found and broken.
const resolver = Module as unknown as {
  _resolveFilename: (name: string, ...rest: unknown[]) => string;
};
const resolve = resolver._resolveFilename;
resolver._resolveFilename = (name, ...rest) => {
  if (name === 'canvas') throw new Error('There is no canvas');
  return resolve(name, ...rest);
};
const { getUserProfileInfo: profile } = loadTool('tiktok-scraper') as {
  getUserProfileInfo: (handle: string) => Promise<unknown>;
};

answerWith((handle) => profile(handle));
