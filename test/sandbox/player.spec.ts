/* eslint-disable @typescript-eslint/no-unsafe-return -- tests walk JSON that has no types */
import { SANDBOX_SEAL, type Sandbox } from '../../src/sandbox';
import { fetchFrom, startFixedSandbox } from './sandbox-client';

const ID = '6943996796519681281';

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await startFixedSandbox();
});
afterEach(() => sandbox.stop());

function items(query: string) {
  return fetchFrom(sandbox, `/player/api/v1/items?${query}`);
}

describe('the player’s items', () => {
  it('have an id that JavaScript rounds, and another that is right', async () => {
    const answer = await items(`item_ids=${ID}&aid=1284`);
    expect(answer.text).toContain(`"id":${ID},"id_str":"${ID}"`);
    const [item] = answer.json().items;
    expect(String(item.id)).not.toBe(ID);
    expect(item.id_str).toBe(ID);
    expect(answer.json().results[0]).toMatchObject({ id_str: ID, code: 'ok' });
  });

  it('count time in milliseconds, say no plays, and stream without a session', async () => {
    const [item] = (await items(`item_ids=${ID}`)).json().items;
    const post = sandbox.world.post(ID);
    expect(item.video_info.meta.duration).toBe((post?.clip.seconds ?? 0) * 1000);
    expect(item.statistics_info).not.toHaveProperty('play_count');
    expect(item.author_info.secret_id).toBe(sandbox.world.user('luna_the_pantera')?.secUid);
    for (const { play_addr } of item.video_info.profiles) {
      const file = await fetchFrom(sandbox, play_addr.url_list[0]);
      expect([file.status, file.bytes.length]).toEqual([200, play_addr.data_size]);
    }
  });

  it('give a photo post its pictures and its sound', async () => {
    const author = sandbox.world.user('gabrielymayra');
    const posts = author ? sandbox.world.userPosts(author, { limit: 100 }) : [];
    const photo = posts.find(({ kind }) => kind === 'photo');
    const [item] = (await items(`item_ids=${photo?.id}`)).json().items;
    expect(item.aweme_type).toBe(150);
    expect(item.image_post_info.images).toHaveLength(photo?.pictures ?? -1);
    const sound = await fetchFrom(sandbox, item.video_info.url_list[0]);
    expect(sound.headers['content-type']).toBe('audio/mp4');
  });

  it.each(['7500000000000000204', '7500000000000000216'])('leave %s out', async (id) => {
    const body = (await items(`item_ids=${id}`)).json();
    expect(body).toMatchObject({ status_code: 0, items: null });
    expect(body.results[0]).toMatchObject({ id_str: id, code: 'nil_core_data' });
  });

  it('refuse what is no id', async () => {
    for (const query of ['', 'item_ids=', 'item_ids=abc', `item_ids=${ID},x`]) {
      expect((await items(query)).json()).toEqual({
        status_code: 5,
        status_msg: 'Invalid parameters',
      });
    }
  });

  it('may be closed, as since autumn 2026', async () => {
    sandbox.switches.set({ 'player-api': 'sealed' });
    expect((await items(`item_ids=${ID}`)).status).toBe(403);
    const sealed = await items(`item_ids=${ID}&X-Bogus=1&X-Gnarly=${SANDBOX_SEAL}`);
    expect(sealed.json().items).toHaveLength(1);
  });

  it('stand behind a page', async () => {
    expect((await fetchFrom(sandbox, `/player/v1/${ID}`)).status).toBe(200);
  });
});

describe('a session without a page', () => {
  it('gets its identity and its token by POST', async () => {
    const ttwid = await fetchFrom(sandbox, '/ttwid/check/', {
      method: 'POST',
      body: '{"aid":1988}',
    });
    expect(ttwid.json().status_code).toBe(0);
    const report = await fetchFrom(sandbox, 'https://mssdk-ttp2.tiktokw.us/web/report', {
      method: 'POST',
      body: '{}',
    });
    const msToken = report.cookies.get('msToken');
    expect(report.headers['x-ms-token']).toBe(msToken);
    // Clients take a token of any other length from here for a refusal.
    expect(msToken).toHaveLength(148);
    sandbox.demands.set({ explore: 'seal-and-session' });
    sandbox.switches.set({ 'ms-token': 'required' });
    const list = `/api/explore/item_list/?aid=1988&device_id=7250000000000000001&X-Bogus=1&X-Gnarly=${SANDBOX_SEAL}`;
    const cookie = `ttwid=${ttwid.cookies.get('ttwid')}`;
    expect((await fetchFrom(sandbox, list, { headers: { cookie } })).text).toBe('');
    const both = { cookie: `${cookie}; msToken=${msToken}` };
    expect((await fetchFrom(sandbox, list, { headers: both })).json().statusCode).toBe(0);
    expect((await fetchFrom(sandbox, '/ttwid/check/')).status).toBe(405);
  });
});
