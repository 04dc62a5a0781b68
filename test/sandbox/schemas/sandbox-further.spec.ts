import fc from 'fast-check';
import type { Sandbox } from '../../../src/sandbox';
import { PHONE, Session } from '../conformance/session';
import { Visitor } from '../conformance/surfaces';
import type { Parameters } from '../conformance/web-api';
import { keywords } from '../properties/arbitraries';
import { startFixedSandbox } from '../sandbox-client';
import * as api from './api.shapes';
import * as discover from './discover.shapes';
import * as links from './link.shapes';
import * as places from './place.shapes';
import { expectShape, type Shape } from './shape';
import * as stories from './story.shapes';

jest.setTimeout(120_000);

const RUNS = { numRuns: 12 };
const COUNT = { count: 30, cursor: 0 };

let sandbox: Sandbox;
let visitor: Visitor;
beforeAll(async () => {
  sandbox = await startFixedSandbox();
  visitor = await Visitor.booted(sandbox.port);
});
afterAll(async () => {
  visitor.close();
  await sandbox.stop();
});

async function expectAnswer(path: string, parameters: Parameters, shape: Shape): Promise<void> {
  const answer = await visitor.sealed(path, parameters);
  expectShape(`${path} ${JSON.stringify(parameters)}`, shape, answer);
}

const idOf = (handle: string) => sandbox.world.user(handle)?.id ?? '';

describe('stories', () => {
  const asked = (authorId: string) => ({ authorId, loadBackward: 'false', count: 5, cursor: 0 });

  it('of who tells some, and of who tells none', async () => {
    const path = '/api/story/item_list/';
    for (const name of ['stories.one', 'stories.two', 'stories.cat']) {
      await expectAnswer(path, asked(idOf(name)), stories.storiesTold);
    }
    const silent = Array.from({ length: 10 }, (_, n) => `nobody_${n}x`).filter(
      (name) => sandbox.world.user(name)?.tellsStories === false,
    );
    expect(silent.length).toBeGreaterThan(3);
    for (const name of silent) await expectAnswer(path, asked(idOf(name)), stories.storiesUntold);
  });

  it('of several at once, and who has any', async () => {
    const authorIds = ['stories.one', 'nobody_1x', 'stories.two'].map(idOf).join(',');
    const parameters = { authorIds, storyCallScene: 2 };
    await expectAnswer('/api/story/batch/item_list/', parameters, stories.storyBatch);
    visitor.session.cookies.set('sessionid', 'somebody');
    await expectAnswer('/api/story/user_list/', { storyFeedScene: 3 }, stories.storyUsers);
    visitor.session.cookies.delete('sessionid');
  });
});

describe('discover', () => {
  it.each([
    ['/api/discover/user/', discover.users],
    ['/api/discover/challenge/', discover.hashtags],
    ['/api/discover/music/', discover.sounds],
  ])('%s', (path, shape) => {
    const property = fc.asyncProperty(keywords, fc.nat(2), (keyWord, page) =>
      expectAnswer(path, { keyWord, offset: page * 28, count: 28 }, shape),
    );
    return fc.assert(property, RUNS);
  });

  it('the old trending page', async () => {
    for (let n = 0; n < 5; n += 1) {
      await expectAnswer('/node/share/discover', {}, discover.trendingPage);
    }
  });
});

/** Places and effects have ids of many lengths; some endings name nothing. */
const ids = fc.stringMatching(/^[1-9]\d{6,15}$/).filter((id) => !/(5001|0208)$/.test(id));

describe('places and effects', () => {
  it('/api/poi/detail/ and its list', async () => {
    const property = fc.asyncProperty(ids, async (poiId) => {
      await expectAnswer('/api/poi/detail/', { poiId }, places.placeDetail);
      await expectAnswer('/api/poi/item_list/', { poiId, ...COUNT }, api.pagedItems);
    });
    await fc.assert(property, RUNS);
    const nowhere = { poiId: '22535865202635001' };
    await expectAnswer('/api/poi/detail/', nowhere, api.refusal(205001));
  });

  it('a place is in the items of its list, with the same words', async () => {
    const poiId = '22535865202639561';
    const answer = await visitor.sealed('/api/poi/item_list/', { poiId, ...COUNT });
    const items = answer['itemList'] as { poi: { id: string } }[];
    expect(items.length).toBeGreaterThan(5);
    for (const { poi } of items) {
      expectShape('poi', places.place, poi);
      expect(poi.id).toBe(poiId);
    }
  });

  it('/api/sticker/detail/', async () => {
    const property = fc.asyncProperty(ids, (stickerId) =>
      expectAnswer('/api/sticker/detail/', { stickerId }, places.effectDetail),
    );
    await fc.assert(property, RUNS);
    await expectAnswer('/api/sticker/detail/', { stickerId: '1230208' }, api.refusal(10208));
  });
});

describe('short links', () => {
  const codes = fc.oneof(
    fc.stringMatching(/^ZM[A-Za-z0-9]{6,8}$/),
    fc.constantFrom('expired1', 'login1', 'notfound1', 'photo1', 'profile1', 'live1', 'music1'),
  );
  const HOSTS = ['https://vm.tiktok.com', 'https://vt.tiktok.com', 'https://www.tiktok.com/t'];

  async function answerTo(session: Session, address: string): Promise<Record<string, unknown>> {
    const { status, headers, text } = await session.send(address, { withoutCookies: true });
    return { status, location: headers.location, body: text };
  }

  it('lead on, for browsers and for phones', async () => {
    const phone = new Session(sandbox.port, PHONE);
    const property = fc.asyncProperty(codes, fc.constantFrom(...HOSTS), async (code, host) => {
      const address = `${host}/${code}/`;
      expectShape(address, links.shortLink, await answerTo(visitor.session, address));
      const answer = await answerTo(phone, address);
      expectShape(`${address} for phones`, links.shortLinkForPhones, answer);
      const to = new URL(String(answer['location']));
      if (to.host !== 'm.tiktok.com') return;
      expectShape(to.href, links.phoneParameters, Object.fromEntries(to.searchParams));
    });
    await fc.assert(property, { numRuns: 40 });
    phone.close();
  });

  it('with the link in the body alone', async () => {
    for (const code of ['bodyAbc', 'bodyXyz1', 'body2']) {
      const answer = await answerTo(visitor.session, `https://vm.tiktok.com/${code}/`);
      expectShape(code, links.linkInBody, answer);
    }
  });
});
