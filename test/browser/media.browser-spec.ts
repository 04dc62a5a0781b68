import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import type { TestApi } from '../support/api';
import { startApi } from '../support/api';
import type { Downloads } from '../support/media';
import { dataOf } from '../support/media';

const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const isThere = existsSync(executablePath);
if (!isThere)
  console.warn(`Skipped: there is no Chromium at ${executablePath} (CHROMIUM_PATH says where)`);

/** A post whose file is 20 MB, so that a browser does not have it whole at once. */
const largePostId = '6943996796519680020';

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

(isThere ? describe : describe.skip)('a browser', () => {
  let api: TestApi;
  let profile: string;
  let context: BrowserContext;
  let page: Page;
  let downloads: Downloads;

  beforeAll(async () => {
    api = await startApi();
    downloads = await dataOf<Downloads>(api, `downloader?url=${largePostId}`);
    profile = mkdtempSync(join(tmpdir(), 'chromium-'));
    context = await chromium.launchPersistentContext(profile, {
      executablePath,
      headless: true,
      args: quiet,
    });
    page = await context.newPage();
  });

  afterAll(async () => {
    await context.close();
    await api.close();
    rmSync(profile, { recursive: true, force: true });
  });

  it('plays a link of ours in a video element, and seeks', async () => {
    const ranges: (string | undefined)[] = [];
    const statuses: number[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/media/')) ranges.push(request.headers().range);
    });
    page.on('response', (response) => {
      if (response.url().includes('/media/')) statuses.push(response.status());
    });
    await page.setContent('<video id="v" muted preload="auto"></video>');
    const played = await page.evaluate(playAndSeek, downloads.media.no_watermark);
    expect(played).toMatchObject({ error: undefined, width: 720, height: 1280 });
    expect(played.duration).toBeGreaterThan(4);
    expect(played.readyState).toBeGreaterThanOrEqual(2);
    expect(played.movedTo).toBeGreaterThan(0);
    expect(Math.abs(played.soughtTo - played.target)).toBeLessThan(0.5);
    expect(ranges).toContain('bytes=0-');
    expect(statuses.length).toBeGreaterThan(0);
    expect(statuses.every((status) => status === 206)).toBe(true);
  });

  it('shows a picture, and plays a sound', async () => {
    const sizes = await page.evaluate(loadPictureAndSound, {
      picture: downloads.thumbnail,
      sound: downloads.media.music,
    });
    expect(sizes.pictureWidth).toBeGreaterThan(100);
    expect(sizes.soundSeconds).toBeGreaterThan(1);
  });

  it('plays a link that is opened by itself, and runs no script there', async () => {
    const alone = await context.newPage();
    const response = await alone.goto(downloads.media.no_watermark);
    expect(response?.headers()['content-security-policy']).toContain("default-src 'none'");
    await alone.waitForFunction(() => {
      const video = document.querySelector('video');
      return video !== null && video.videoWidth > 0 && video.readyState >= 2;
    });
    await alone.close();
  });
});

interface Played {
  readonly error?: string;
  readonly duration: number;
  readonly width: number;
  readonly height: number;
  readonly readyState: number;
  readonly movedTo: number;
  readonly target: number;
  readonly soughtTo: number;
}

/** Runs in the page. */
async function playAndSeek(source: string): Promise<Played> {
  const video = document.querySelector('video') as HTMLVideoElement;
  const happens = (name: string): Promise<unknown> =>
    new Promise((resolve) => video.addEventListener(name, resolve, { once: true }));
  const failure = happens('error').then(() => video.error?.message ?? 'unknown error');
  video.src = source;
  const moves = new Promise<void>((resolve) =>
    video.addEventListener('timeupdate', () => video.currentTime > 0 && resolve()),
  );
  const playing = video.play().then(() => moves);
  const first = await Promise.race([failure, playing]);
  const movedTo = video.currentTime;
  const target = video.duration * 0.7;
  video.pause();
  const sought = happens('seeked');
  video.currentTime = target;
  const second = await Promise.race([failure, sought.then(() => undefined)]);
  return {
    error: first ?? second ?? undefined,
    duration: video.duration,
    width: video.videoWidth,
    height: video.videoHeight,
    readyState: video.readyState,
    movedTo,
    target,
    soughtTo: video.currentTime,
  };
}

/** Runs in the page. */
async function loadPictureAndSound(links: { picture: string; sound: string }) {
  const picture = new Image();
  picture.src = links.picture;
  await picture.decode();
  const sound = new Audio(links.sound);
  await new Promise((resolve, reject) => {
    sound.addEventListener('loadedmetadata', resolve);
    sound.addEventListener('error', reject);
  });
  return { pictureWidth: picture.naturalWidth, soundSeconds: sound.duration };
}
