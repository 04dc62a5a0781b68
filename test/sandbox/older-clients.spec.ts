/* eslint-disable @typescript-eslint/no-unsafe-return -- tests walk JSON that has no types */
import { createCipheriv } from 'node:crypto';
import { SANDBOX_SEAL, type Sandbox } from '../../src/sandbox';
import { DEVICE, fetchFrom, startFixedSandbox } from './sandbox-client';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startFixedSandbox();
});
afterEach(() => sandbox.demands.reset());
afterAll(() => sandbox.stop());

/** The header in which clients of 2021 to 2025 send what they ask for. */
function encrypted(query: string): Record<string, string> {
  const key = 'webapp1.0+202106';
  const cipher = createCipheriv('aes-128-cbc', key, key);
  return { 'x-tt-params': cipher.update(query, 'utf8', 'base64') + cipher.final('base64') };
}

describe('clients that sign as in 2022', () => {
  const account = () => sandbox.world.user('gabrielymayra');
  const address = `/api/post/item_list/?${DEVICE}&msToken=7UfjxOYL&X-Bogus=DFSzswVL-XGANHVWS0OnS2XyYJUm`;
  const ask = (cursor: string) =>
    fetchFrom(sandbox, address, {
      headers: encrypted(`aid=1988&secUid=${account()?.secUid}&count=10&cursor=${cursor}`),
    });

  it('are refused silently: their msToken is invented and a part of the seal is missing', async () => {
    const answer = await ask('0');
    expect([answer.status, answer.text, answer.headers['tt_orcas_res']]).toEqual([200, '', '1']);
  });

  it('page through a list by their header, where the route is opened for them', async () => {
    sandbox.demands.set({ 'post-list': 'none' });
    const { itemList, cursor } = (await ask('0')).json();
    const next = (await ask(cursor)).json();
    const ids = [...itemList, ...next.itemList].map(({ id }: { id: string }) => id);
    expect(new Set(ids).size).toBe(20);
    for (const { author } of itemList) expect(author.uniqueId).toBe('gabrielymayra');
  });

  it('mean what the header says, not the empty words of the address', async () => {
    sandbox.demands.set({ 'sound-posts': 'device-id' });
    const id = sandbox.world.post('6943996796519681281')?.sound.id;
    const path = `/api/music/item_list/?${DEVICE}&musicID=&cursor=0&count=30`;
    const headers = encrypted(`musicID=${id}&count=3`);
    const { itemList } = (await fetchFrom(sandbox, path, { headers })).json();
    for (const { music } of itemList) expect(music.id).toBe(id);
    expect(itemList.length).toBeLessThanOrEqual(3);
    expect(itemList.length).toBeGreaterThan(0);
  });
});

describe('rooms inside searches', () => {
  it('have ids as numbers in a text of JSON', async () => {
    const page = await fetchFrom(sandbox, '/@gabrielymayra');
    const cookie = [...page.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const seal = `X-Bogus=1&X-Gnarly=${SANDBOX_SEAL}`;
    const path = `/api/search/live/full/?${DEVICE}&keyword=cats&offset=0&${seal}`;
    const { data } = (await fetchFrom(sandbox, path, { headers: { cookie } })).json();
    for (const { live_info: info } of data) {
      const raw = JSON.parse(info.raw_data);
      expect(info.raw_data).toContain(`{"id":${raw.id_str},"id_str":"${raw.id_str}"`);
      expect(raw.start_time).toBe(raw.create_time);
      expect(raw.cover.url_list[0]).toMatch(/^https:/);
    }
    expect(data.length).toBeGreaterThan(0);
  });
});
