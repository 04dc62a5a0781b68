// Writes docs/images: Swagger UI as a person sees it, on a desk and on a phone. Wants a Chromium (CHROMIUM_PATH).
const { spawn } = require('node:child_process');
const { mkdirSync } = require('node:fs');
const { join } = require('node:path');
const { chromium } = require('playwright-core');

const root = join(__dirname, '..');
const folder = process.argv[2] ?? join(root, 'docs/images');
const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const operation = '#operations-Users-getUserInfo';

const sizes = {
  desk: { width: 1280, height: 800 },
  phone: { width: 390, height: 844 },
};

/** What each picture shows; `scrollTo` comes to the top. */
const pictures = [
  { name: 'swagger-ui', size: 'desk', show: () => undefined },
  { name: 'swagger-ui-answer', size: 'desk', show: answer },
  { name: 'swagger-ui-phone', size: 'phone', show: () => undefined },
  { name: 'swagger-ui-phone-answer', size: 'phone', show: answer },
];

async function answer(page) {
  const block = page.locator(operation);
  await block.locator('.opblock-summary').first().click();
  await block.locator('button.execute').click();
  await block.locator('.live-responses-table .response-col_status').last().waitFor();
  await block.locator('.btn-group').evaluate((element) => element.scrollIntoView());
}

async function main() {
  mkdirSync(folder, { recursive: true });
  const { server, url } = await startServer();
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    for (const { name, size, show } of pictures) {
      const page = await browser.newPage({ viewport: sizes[size], isMobile: size === 'phone' });
      await page.goto(`${url}/docs`);
      await page.locator('.opblock').first().waitFor();
      await show(page);
      await page.mouse.move(0, 0);
      await page.screenshot({ path: join(folder, `${name}.png`) });
      await page.close();
    }
  } finally {
    await browser.close();
    server.kill();
  }
}

/** The built server on the sandbox, on a port that the pictures do not show by chance. */
function startServer() {
  const entry = process.env.APP_ENTRY ?? join(root, 'dist/src/main');
  const server = spawn(process.execPath, [entry, '--upstream', 'sandbox', '--port', '3000'], {
    env: { ...process.env, LOG_LEVEL: 'silent', SANDBOX_NOW: '2026-11-01T12:00:00Z' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    let greeting = '';
    server.once('exit', (code) => reject(new Error(`The server ended with ${code}`)));
    server.stdout.on('data', (chunk) => {
      greeting += chunk;
      const [, url] = /Swagger UI +(\S+)\/docs/.exec(greeting) ?? [];
      if (url) resolve({ server, url });
    });
  });
}

main().catch((error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
