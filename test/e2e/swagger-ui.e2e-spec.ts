import { existsSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import type { TestApi } from '../support/api';
import { startApi } from '../support/api';

const executablePath = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
);
if (executablePath === undefined)
  process.stderr.write('No Chromium on this machine: the tests that need one are skipped\n');
const describeWithBrowser = executablePath === undefined ? describe.skip : describe;

describeWithBrowser('in a browser', () => {
  let api: TestApi;
  let browser: Browser;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    api = await startApi({ environment: { API_TOKENS: 'browser-token' } });
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  });

  afterAll(async () => {
    await browser.close();
    await api.close();
  });

  beforeEach(async () => {
    complaints = [];
    page = await browser.newPage();
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
  });

  afterEach(() => page.close());

  it('Swagger UI works under its policy, and calls with the token of "Authorize"', async () => {
    await page.goto(`${api.url}/docs`);
    const route = page.locator('#operations-Trending-getTrendingVideos');
    await route.locator('.opblock-summary').first().click();
    await page.locator('button.authorize').first().click();
    const bearer = page
      .locator('.modal-ux .auth-container')
      .filter({ hasText: /bearer/i })
      .first();
    await bearer.locator('input').fill('browser-token');
    await bearer.locator('button.authorize').click();
    await page.locator('.modal-ux .btn-done').first().click();
    await route.locator('button.execute').click();
    const status = route.locator('.live-responses-table .response-col_status').last();
    await status.waitFor();
    expect(await status.innerText()).toContain('200');
    expect(complaints).toEqual([]);
  });

  it('so does the one of the routes under /apis', async () => {
    await page.goto(`${api.url}/apis/docs`);
    await page.locator('.opblock').first().waitFor();
    expect(await page.locator('.opblock').count()).toBeGreaterThan(15);
    expect(complaints).toEqual([]);
  });

  it('a link of ours opens without a token and plays', async () => {
    const post = await api.call('/api/tiktok/statistic?url=6943996796519681281', {
      headers: { 'x-api-key': 'browser-token' },
    });
    const [link = ''] = /http:\/\/[^"]+\/media\/[^"]+\.mp4/.exec(post.text) ?? [];
    const answer = await page.goto(link);
    expect([200, 206]).toContain(answer?.status());
    await page.locator('video').waitFor();
    expect(complaints).toEqual([]);
  });
});
