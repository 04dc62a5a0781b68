import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';
import type { TestApi } from '../support/api';
import { startApi } from '../support/api';
import { inWords } from '../support/links';

// The curl lines of the first document as they stand, host replaced, through a shell like a reader would run
// them. The last one lacks the `-` before `d` in the document.
const lines = {
  trending: 'curl HOST/api/trending_videos',
  info: 'curl HOST/api/user/gabrielymayra/info',
  likes: 'curl HOST/api/user/tatyanka_yak/6954415245976751361/likes_count',
  moreLikes: 'curl HOST/api/user/tatyanka_yak/6943996796519681281/likes_count',
  refreshLikes: String.raw`curl HOST/api/user/likes_count -d "{\"user_id\": \"luna_the_pantera\",\"update_cache\":\"False\",\"video_id\":\"6943996796519681281\"}" -H 'Content-Type: application/json'`,
  videos: 'curl HOST/api/user/gabrielymayra/videos',
  refreshVideos: String.raw`curl HOST/api/user/videos -d "{\"user_id\": \"gabrielymayra\",\"update_cache\":\"True\"}" -H 'Content-Type: application/json'`,
};

const hasCurl = spawnSync('curl', ['--version']).status === 0;
const describeWithCurl = hasCurl ? describe : describe.skip;

describeWithCurl(
  `the documented curl lines${hasCurl ? '' : ' (skipped: there is no curl here)'}`,
  () => {
    let api: TestApi;

    beforeAll(async () => {
      api = await startApi();
    });

    afterAll(() => api.close());

    async function run(line: string): Promise<string> {
      const command = line.replace('curl ', 'curl -sS ').replace('HOST', api.url);
      const { stdout } = await promisify(execFile)('sh', ['-c', command]);
      return stdout;
    }

    function expectLinks(text: string, count: number): void {
      const links = JSON.parse(text) as Record<string, string>;
      const ids = [...text.matchAll(/"(\d{15,25})":/g)].map(([, id]) => id);
      expect(ids).toHaveLength(count);
      expect(Object.keys(links)).toEqual(ids);
      for (const link of Object.values(links))
        expect(inWords(link, api.url)).toMatch(/^own (video|zip) .*\d{19}\.(mp4|zip)$/);
    }

    it('GET trending_videos: ten posts with links', async () => {
      expectLinks(await run(lines.trending), 10);
    });

    it('GET info: the profile', async () => {
      const profile = JSON.parse(await run(lines.info)) as {
        statusCode: number;
        userInfo: {
          itemList: unknown[];
          stats: Record<string, number>;
          user: Record<string, unknown>;
        };
      };
      expect(profile.statusCode).toBe(0);
      expect(profile.userInfo.user).toMatchObject({
        uniqueId: 'gabrielymayra',
        secUid: expect.stringMatching(/^MS4wLjABAAAA/),
      });
      expect(profile.userInfo.stats.heart).toBe(profile.userInfo.stats.heartCount);
    });

    it.each([
      [lines.likes, '6954415245976751361'],
      [lines.moreLikes, '6943996796519681281'],
      [lines.refreshLikes, '6943996796519681281'],
    ])('%s: the sentence', async (line, id) => {
      expect(await run(line)).toMatch(new RegExp(`^For video ${id} it is total of \\d+ likes$`));
    });

    it('gives one number for one post, whoever is named as its author', async () => {
      expect(await run(lines.refreshLikes)).toBe(await run(lines.moreLikes));
    });

    it('GET and POST videos: thirty posts with links', async () => {
      const read = await run(lines.videos);
      expectLinks(read, 30);
      expectLinks(await run(lines.refreshVideos), 30);
    });

    it('takes JSON that curl -d sends without a JSON content type', async () => {
      const line = lines.refreshLikes.replace(/ -H .*$/, '');
      expect(await run(line)).toMatch(/^For video 6943996796519681281 it is total of \d+ likes$/);
    });
  },
);
