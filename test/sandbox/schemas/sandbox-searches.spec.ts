import fc from 'fast-check';
import type { Sandbox } from '../../../src/sandbox';
import { Visitor } from '../conformance/surfaces';
import { hashtags, keywords, postIds } from '../properties/arbitraries';
import { startFixedSandbox } from '../sandbox-client';
import * as embeds from './embed.shapes';
import * as search from './search.shapes';
import { expectShape, type Shape } from './shape';
import * as small from './small.shapes';

jest.setTimeout(120_000);

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

const SEARCHES: readonly [string, Shape][] = [
  ['/api/search/general/full/', search.searchGeneral],
  ['/api/search/item/full/', search.searchItems],
  ['/api/search/user/full/', search.searchUsers],
  ['/api/search/live/full/', search.searchLives],
  ['/api/search/challenge/full/', search.searchHashtags],
];

describe('searches', () => {
  for (const [path, shape] of SEARCHES) {
    it(path, () => {
      const property = fc.asyncProperty(keywords, fc.nat(3), async (keyword, page) => {
        const offset = page * 12;
        const parameters = { keyword, offset, cursor: offset, count: 12, search_id: '' };
        expectShape(`${path} ${keyword}`, shape, await visitor.sealed(path, parameters));
      });
      return fc.assert(property, { numRuns: 6 });
    });
  }

  it('refuse a guest without cookies: 2483', async () => {
    const stranger = new Visitor(sandbox.port);
    stranger.session.deviceId = visitor.session.deviceId;
    for (const [path] of SEARCHES.slice(0, 3)) {
      const answer = await stranger.sealed(path, { keyword: 'cats', offset: 0 });
      expectShape(path, search.searchRefused, answer);
    }
    stranger.close();
  });

  it('/api/search/general/preview/', () => {
    const path = '/api/search/general/preview/';
    const property = fc.asyncProperty(keywords, async (keyword) => {
      expectShape(path, search.searchPreview, await visitor.unsigned(path, { keyword }));
    });
    return fc.assert(property, { numRuns: 10 });
  });
});

describe('small surfaces', () => {
  it('embedded hashtags', () => {
    const property = fc.asyncProperty(hashtags, async (name) => {
      const { entry } = await visitor.embed(`/embed/tag/${encodeURIComponent(name)}`);
      expectShape(name, embeds.embedTag, entry);
    });
    return fc.assert(property, { numRuns: 20 });
  });

  it('embedded sounds', () => {
    const property = fc.asyncProperty(postIds, async (id) => {
      const { entry } = await visitor.embed(`/embed/v2/${id}`);
      const { musicInfos } = (entry as { videoData: { musicInfos: { musicId: string } } })
        .videoData;
      const sound = await visitor.embed(`/embed/music/any-name-${musicInfos.musicId}`);
      expectShape(musicInfos.musicId, embeds.embedMusic, sound.entry);
    });
    return fc.assert(property, { numRuns: 20 });
  });

  it('oEmbed: videos, but no photo posts', () => {
    const property = fc.asyncProperty(postIds, async (id) => {
      const url = encodeURIComponent(`https://www.tiktok.com/@i/video/${id}`);
      const { status, body } = await visitor.open(`/oembed?url=${url}`);
      const isPhoto = sandbox.world.post(id)?.kind === 'photo';
      expect(status).toBe(isPhoto ? 400 : 200);
      expectShape(id, isPhoto ? small.oembedRefused : small.oembed, body);
    });
    return fc.assert(property, { numRuns: 20 });
  });

  it('the player', async () => {
    const ask = (id: string) => visitor.open(`/player/api/v1/items?item_ids=${id}`);
    const property = fc.asyncProperty(postIds, async (id) => {
      const { body } = await ask(id);
      expectShape(id, small.player, body);
      const [item] = body['items'] as { id: number; id_str: string; video_info: { meta: Meta } }[];
      expect(item?.id_str).toBe(id);
      expect(item?.id).toBe(Number(id));
    });
    await fc.assert(property, { numRuns: 20 });
    expectShape('gone', small.playerNothing, (await ask('6943996796519680204')).body);
    expectShape('no id', small.playerInvalid, (await ask('abc')).body);
  });

  it('live rooms, found both ways', async () => {
    const query = 'aid=1988&uniqueId=live.one&sourceType=54';
    const { body } = await visitor.open(`/api-live/user/room/?${query}`);
    expectShape('live.one', small.liveRoom, body);
    const { user } = body['data'] as { user: { roomId: string } };
    const room = `https://webcast.tiktok.com/webcast/room/info/?aid=1988&room_id=${user.roomId}`;
    expectShape(room, small.roomInfo, (await visitor.open(room)).body);
  });
});

interface Meta {
  duration: number;
}

const SIGNER = 'http://127.0.0.1/__sandbox/signer';

describe('the signer', () => {
  it('signs, and says how it is', async () => {
    const url = 'https://www.tiktok.com/api/recommend/item_list/?aid=1988&count=6';
    const post = (body: string, type: string) =>
      visitor.session.send(`${SIGNER}/signature`, {
        method: 'POST',
        headers: { 'content-type': type },
        body,
        withoutCookies: true,
      });
    const json = await post(JSON.stringify({ url }), 'application/json');
    expectShape('JSON', small.signature, JSON.parse(json.text));
    const text = await post(url, 'text/plain');
    expectShape('text', small.signature, JSON.parse(text.text));
    const wrong = await post('{}', 'application/json');
    expect(wrong.status).toBeGreaterThanOrEqual(400);
    expectShape('no address', small.signerError, JSON.parse(wrong.text));
    const health = await visitor.open(`${SIGNER}/health`);
    expectShape('health', small.signerHealth, health.body);
  });
});
