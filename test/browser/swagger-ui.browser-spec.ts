import type { Browser } from 'playwright-core';
import type { TestApi } from '../support/api';
import { startApi } from '../support/api';
import { describeWithBrowser, startBrowser, SwaggerPage } from './swagger-page';

const token = 'token-of-a-person';

interface Operation {
  readonly operationId: string;
  readonly tags: readonly string[];
}

interface Document {
  readonly tags: readonly { readonly name: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

/** What has no example, because links are made for one file: a person takes one from another answer. */
const linkOperations = ['describeMediaFile', 'getMediaFile'];

describeWithBrowser('Swagger UI', () => {
  let api: TestApi;
  let browser: Browser;
  let ui: SwaggerPage;
  let operations: readonly (Operation & { readonly method: string })[];
  let tags: readonly string[];

  beforeAll(async () => {
    api = await startApi({ environment: { API_TOKENS: token } });
    browser = await startBrowser();
    const document = (await api.call('/openapi.json')).json<Document>();
    operations = Object.values(document.paths).flatMap((methods) =>
      Object.entries(methods).map(([method, operation]) => ({ method, ...operation })),
    );
    tags = [...new Set(operations.flatMap((operation) => operation.tags))];
    ui = await SwaggerPage.open(browser, `${api.url}/docs`);
  });

  afterAll(async () => {
    await browser.close();
    await api.close();
  });

  afterEach(() => {
    expect(ui.complaints.splice(0)).toEqual([]);
    expect(ui.foreignRequests.splice(0)).toEqual([]);
  });

  it('shows every operation of the document under its tag', async () => {
    const shown = await ui.page.locator('.opblock-tag').allInnerTexts();
    expect(shown.map((text) => text.split('\n')[0]?.trim()).sort()).toEqual([...tags].sort());
    expect(await ui.page.locator('.opblock').count()).toBe(operations.length);
    expect(operations.length).toBeGreaterThan(35);
    for (const { operationId } of operations)
      expect([operationId, await ui.operation(operationId).count()]).toEqual([operationId, 1]);
  });

  it('folds and unfolds a tag', async () => {
    const [tag] = await ui.page.locator('.opblock-tag').all();
    const first = ui.operation('getTrendingVideos');
    await tag?.click();
    await first.waitFor({ state: 'hidden' });
    await tag?.click();
    await first.waitFor({ state: 'visible' });
  });

  it('filters by what is typed', async () => {
    const filter = ui.page.locator('.operation-filter-input');
    await filter.fill('Downloads');
    await ui.operation('getTrendingVideos').waitFor({ state: 'hidden' });
    await ui.operation('getSlides').waitFor({ state: 'visible' });
    await filter.fill('');
    await ui.operation('getTrendingVideos').waitFor({ state: 'visible' });
  });

  it('leads by a deep link to an operation that is open', async () => {
    const deep = await SwaggerPage.open(browser, `${api.url}/docs#/Users/getUserInfo`);
    await deep.operation('getUserInfo').locator('button.execute').waitFor();
    expect(await deep.page.locator('.opblock.is-open').count()).toBe(1);
    expect([...deep.complaints, ...deep.foreignRequests]).toEqual([]);
    await deep.page.close();
  });

  it('says which token is wanted before one is given, and takes one', async () => {
    const { status } = await ui.execute('getTrendingVideos');
    expect(status).toContain('401');
    await ui.authorise(token);
    expect((await ui.execute('getTrendingVideos')).status).toContain('200');
    // The browser tells the console of every answer that is an error; this one was asked for.
    expect(ui.complaints.splice(0).filter((text) => !text.includes('401'))).toEqual([]);
  });

  it('answers every operation with the example that it shows, and renders the body', async () => {
    const failed: string[] = [];
    const asked = operations.filter(({ operationId }) => !linkOperations.includes(operationId));
    for (const { operationId } of asked) {
      const { status, body } = await ui.execute(operationId);
      if (!status.includes('200') || body.trim().length < 2)
        failed.push(`${operationId}: ${status} ${body.slice(0, 200)}`);
    }
    expect(failed).toEqual([]);
    expect(asked.length).toBe(operations.length - linkOperations.length);
  }, 240_000);

  it.each(linkOperations)('opens a link of another answer with %s', async (operationId) => {
    const { body } = await ui.execute('getDownloads');
    const [, linkToken = '', name = ''] = /\/media\/([^/"]+)\/([^"]+\.m4a)"/.exec(body) ?? [];
    const fields = { token: linkToken, name: decodeURIComponent(name) };
    const shown = await ui.execute(operationId, fields);
    expect(shown.status).toMatch(/200|206/);
    expect(shown.body).not.toBe('');
  });

  it.each([
    ['desk', { width: 1280, height: 800 }, false],
    ['phone', { width: 390, height: 844 }, true],
  ])('fits on a %s', async (_, viewport, isMobile) => {
    const shown = await SwaggerPage.open(browser, `${api.url}/docs#/Posts/getStatistic`, {
      viewport,
      isMobile,
    });
    await shown.operation('getStatistic').locator('button.execute').waitFor();
    const width = await shown.page.evaluate(() => ({
      page: document.documentElement.scrollWidth,
      seen: window.innerWidth,
    }));
    expect(width.page).toBeLessThanOrEqual(viewport.width);
    expect(width.seen).toBe(viewport.width);
    await shown.page.close();
  });

  it('is there for the routes under /apis too', async () => {
    const other = await SwaggerPage.open(browser, `${api.url}/apis/docs`);
    const { status } = await other.execute('tiktok_user_info_from_username', { token });
    expect(status).toContain('200');
    expect([...other.complaints, ...other.foreignRequests]).toEqual([]);
    await other.page.close();
  });

  it('shows links that open in a tab of their own without a token, and play', async () => {
    const { body } = await ui.execute('getStatistic');
    const [link = ''] = /http:\/\/[^"]+\/media\/[^"]+\.mp4/.exec(body) ?? [];
    const tab = await browser.newPage();
    const answer = await tab.goto(link);
    expect([200, 206]).toContain(answer?.status());
    await tab.locator('video').waitFor();
    await tab.close();
  });
});
