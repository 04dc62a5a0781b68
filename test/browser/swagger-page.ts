import { existsSync } from 'node:fs';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { chromium } from 'playwright-core';

const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const isThere = existsSync(executablePath);
if (!isThere)
  console.warn(`Skipped: there is no Chromium at ${executablePath} (CHROMIUM_PATH says where)`);

/** `describe` where there is a Chromium, skipped where not. */
export const describeWithBrowser = isThere ? describe : describe.skip;

export function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
}

/** What Swagger UI shows of one answer. */
export interface ShownAnswer {
  readonly status: string;
  /** The body as it is rendered: text, or the name of what stands there instead. */
  readonly body: string;
}

/** Swagger UI as a person uses it; what a person would not see is noted: complaints, and requests to elsewhere. */
export class SwaggerPage {
  readonly complaints: string[] = [];
  readonly foreignRequests: string[] = [];

  private constructor(
    readonly page: Page,
    private readonly origin: string,
  ) {
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(message.text());
    });
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('request', (request) => {
      const { protocol, origin: asked } = new URL(request.url());
      if (protocol.startsWith('http') && asked !== this.origin)
        this.foreignRequests.push(request.url());
    });
  }

  static async open(browser: Browser, url: string, options: BrowserContextOptions = {}) {
    const page = await browser.newPage(options);
    const opened = new SwaggerPage(page, new URL(url).origin);
    await page.goto(url);
    await page.locator('.opblock').first().waitFor();
    return opened;
  }

  operation(operationId: string): Locator {
    return this.page.locator(`.opblock[id$="-${operationId}"]`);
  }

  /** Gives the token to every way of showing one that there is. */
  async authorise(token: string): Promise<void> {
    await this.page.locator('.auth-wrapper button.authorize').first().click();
    const forms = this.page.locator('.modal-ux .auth-container');
    await forms.first().waitFor();
    for (const form of await forms.all()) {
      const field = form.locator('input[type=text], input[type=password]').first();
      if ((await field.count()) === 0) continue;
      await field.fill(token);
      await form.locator('button.authorize').click();
    }
    await this.page.locator('.modal-ux .btn-done').first().click();
  }

  /** Opens the operation, asks with what stands in its fields, and closes it again. */
  async execute(operationId: string, fields: Readonly<Record<string, string>> = {}) {
    const block = this.operation(operationId);
    await block.locator('.opblock-summary-control').first().click();
    const tryOut = block.locator('.try-out__btn:not(.cancel)');
    if (await tryOut.count()) await tryOut.click();
    for (const [name, text] of Object.entries(fields))
      await block.locator(`tr[data-param-name="${name}"] input`).fill(text);
    await block.locator('button.execute').click();
    const answer = await shownIn(block);
    await block.locator('.opblock-summary-control').first().click();
    return answer;
  }
}

async function shownIn(block: Locator): Promise<ShownAnswer> {
  const row = block.locator('.live-responses-table tbody > tr.response').first();
  await row.waitFor();
  const status = await row.locator('.response-col_status').innerText();
  const details = row.locator('.response-col_description');
  const file = details.locator('video, audio, img').first();
  if (await file.count()) return { status, body: await file.evaluate((shown) => shown.tagName) };
  const text = details.locator('.highlight-code, pre.microlight').first();
  return { status, body: await ((await text.count()) ? text : details).innerText() };
}
