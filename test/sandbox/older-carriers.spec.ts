/* eslint-disable @typescript-eslint/no-unsafe-return -- tests walk JSON that has no types */
import type { Sandbox } from '../../src/sandbox';
import { fetchFrom, scopeIn, startFixedSandbox, stateIn } from './sandbox-client';

const USER = '/@gabrielymayra';
const VIDEO = '/@i/video/6943996796519681281';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startFixedSandbox();
});
afterAll(() => sandbox.stop());

async function page(path: string, carrier: string) {
  const answer = await fetchFrom(sandbox, `${path}?__sandbox_carrier=${carrier}`);
  const id = carrier === 'sigi' ? 'SIGI_STATE' : '__NEXT_DATA__';
  expect(stateIn(answer.text)).toBeUndefined();
  return stateIn(answer.text, id);
}

describe('the carrier of 2022', () => {
  it('holds an account and its posts in modules', async () => {
    const state = await page(USER, 'sigi');
    const { user } = scopeIn((await fetchFrom(sandbox, USER)).text, 'webapp.user-detail').userInfo;
    expect(state.UserPage).toEqual({
      uniqueId: 'gabrielymayra',
      statusCode: 0,
      secUid: user.secUid,
    });
    expect(state.UserModule.users.gabrielymayra.id).toBe(user.id);
    expect(state.UserModule.stats.gabrielymayra.videoCount).toBeGreaterThan(0);
    const ids = state.ItemList['user-post'].list;
    expect(ids).toHaveLength(30);
    for (const id of ids) {
      const item = state.ItemModule[id];
      expect(item.author).toBe('gabrielymayra');
      expect(item.authorSecId).toBe(user.secUid);
      expect(item).not.toHaveProperty('statsV2');
      expect(typeof item.createTime).toBe('string');
    }
  });

  it('holds a post under its id, with its author beside it', async () => {
    const state = await page(VIDEO, 'sigi');
    expect(Object.keys(state.ItemModule)).toEqual(['6943996796519681281']);
    expect(Object.keys(state.UserModule.users)).toEqual(['luna_the_pantera']);
    expect(state.VideoPage.statusCode).toBe(0);
    const { playAddr } = state.ItemModule['6943996796519681281'].video;
    expect(state.ItemList.video.preloadList[0].url).toBe(playAddr);
    const gone = await page('/@i/video/7500000000000000204', 'sigi');
    expect(gone.VideoPage.statusCode).toBe(10204);
    expect(gone).not.toHaveProperty('ItemModule');
  });
});

describe('the carrier of 2020', () => {
  it('opens with the attributes that clients of its time look for', async () => {
    const { text } = await fetchFrom(sandbox, `${USER}?__sandbox_carrier=next`);
    expect(text).toMatch(
      /<script id="__NEXT_DATA__" type="application\/json" nonce="[\w-]+" crossorigin="anonymous">\{/,
    );
  });

  it('holds everything under the props of the page', async () => {
    const { pageProps } = (await page(USER, 'next')).props;
    expect(pageProps.userInfo.user.uniqueId).toBe('gabrielymayra');
    expect(pageProps.items).toHaveLength(30);
    for (const item of pageProps.items) {
      expect(typeof item.createTime).toBe('number');
      expect(item.author.uniqueId).toBe('gabrielymayra');
      expect(item.stats).not.toHaveProperty('collectCount');
    }
    const post = (await page(VIDEO, 'next')).props.pageProps;
    expect(post.itemInfo.itemStruct.id).toBe('6943996796519681281');
    const missing = (await page('/@missing.account', 'next')).props.pageProps;
    expect(missing.statusCode).toBe(10202);
    expect(missing).not.toHaveProperty('userInfo');
  });
});

describe('which carrier comes', () => {
  it('is the switch’s choice, and a request’s own before that', async () => {
    const other = await startFixedSandbox({ switches: { carrier: 'sigi' } });
    const byDefault = await fetchFrom(other, USER);
    expect(stateIn(byDefault.text, 'SIGI_STATE').UserPage.statusCode).toBe(0);
    const headers = { 'x-tiktok-sandbox-carrier': 'universal' };
    const asked = await fetchFrom(other, USER, { headers });
    expect(scopeIn(asked.text, 'webapp.user-detail').statusCode).toBe(0);
    const nonsense = await fetchFrom(other, `${USER}?__sandbox_carrier=pigeon`);
    expect(stateIn(nonsense.text, 'SIGI_STATE')).toBeDefined();
    await other.stop();
  });
});
