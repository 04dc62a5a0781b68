/* eslint-disable @typescript-eslint/no-unsafe-return, @typescript-eslint/no-unsafe-call -- tests walk JSON that has no types */
import type { Sandbox } from '../../src/sandbox';
import { fetchFrom, startFixedSandbox, stateIn } from './sandbox-client';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startFixedSandbox();
});
afterEach(() => sandbox.switches.reset());
afterAll(() => sandbox.stop());

async function entry(path: string, status = 200) {
  const page = await fetchFrom(sandbox, path);
  expect(page.status).toBe(status);
  return stateIn(page.text, '__FRONTITY_CONNECT_STATE__').source.data[path];
}

describe('/embed/tag/NAME', () => {
  it('counts in texts and shows ten posts', async () => {
    const { embedInfo, videoList } = await entry('/embed/tag/FYP');
    const hashtag = sandbox.world.hashtag('fyp');
    const counts = hashtag && sandbox.world.hashtagCounts(hashtag);
    expect(embedInfo).toMatchObject({
      title: 'fyp',
      viewCount: String(counts?.views),
      videoCount: String(counts?.posts),
      statusCode: 0,
    });
    const posts = hashtag ? sandbox.world.hashtagPosts(hashtag, { from: 0, limit: 10 }) : [];
    expect(videoList.map(({ id }: { id: string }) => id)).toEqual(posts.map(({ id }) => id));
    expect(
      new Set(videoList.map((row: { authorUniqueId: string }) => row.authorUniqueId)).size,
    ).toBeGreaterThan(1);
  });

  it('says with a status that there is none', async () => {
    for (const name of ['missing_tag', 'no%20tag']) {
      const { embedInfo, videoList } = await entry(`/embed/tag/${name}`);
      expect(embedInfo.statusCode).toBe(10205);
      expect(videoList).toEqual([]);
    }
  });
});

describe('/embed/music/ID', () => {
  it('counts in a number, by id or by slug', async () => {
    const sound = sandbox.world.post('6943996796519681281')?.sound;
    for (const path of [`/embed/music/${sound?.id}`, `/embed/music/original-sound-${sound?.id}`]) {
      const { embedInfo, videoList } = await entry(path);
      expect(embedInfo).toMatchObject({ id: sound?.id, artist: sound?.authorName, code: 200 });
      expect(embedInfo).not.toHaveProperty('title');
      expect(embedInfo.videoCount).toBe(sound && sandbox.world.soundCounts(sound).posts);
      expect(videoList.length).toBeGreaterThan(0);
    }
  });

  it('is a frame without data for a sound that is not there', async () => {
    const unknown = await entry('/embed/music/7000000000000000203');
    expect(unknown).not.toHaveProperty('embedInfo');
    expect(unknown.isError).toBe(false);
  });
});

describe('switches and refusals of embeds', () => {
  it('an account that forbids embedding leaves the frame empty', async () => {
    const account = sandbox.world.user('noembed.somebody');
    const posts = account ? sandbox.world.userPosts(account, { limit: 1 }) : [];
    expect(await entry('/embed/@noembed.somebody')).not.toHaveProperty('userInfo');
    expect(await entry(`/embed/v2/${posts[0]?.id}`)).not.toHaveProperty('videoData');
  });

  it('eleven rows, and 404 for what is missing', async () => {
    sandbox.switches.set({ 'embed-rows': '11', 'missing-embed': '404' });
    expect((await entry('/embed/@gabrielymayra')).videoList).toHaveLength(11);
    const gone = await entry('/embed/v2/7500000000000000204', 404);
    expect(gone).toMatchObject({ isError: true, errorCode: 10204, errorStatus: 404 });
  });
});

describe('/@NAME/live', () => {
  async function live(name: string) {
    const page = await fetchFrom(sandbox, `/@${name}/live`);
    expect(stateIn(page.text)).toBeUndefined();
    return stateIn(page.text, 'SIGI_STATE').LiveRoom;
  }

  it('holds the room in the carrier of 2022', async () => {
    const account = sandbox.world.user('live.somebody');
    const room = account && sandbox.world.liveRoom(account);
    const { user, liveRoom } = (await live('live.somebody')).liveRoomUserInfo;
    expect(user).toMatchObject({ uniqueId: 'live.somebody', roomId: room?.id, status: 2 });
    expect(liveRoom).toMatchObject({ title: room?.title, status: 2, startTime: room?.startedAt });
  });

  it('says of who is off the air that the room has ended', async () => {
    const names = Array.from({ length: 400 }, (_, n) => `streamer_${n}x`);
    const resting = names.find((name) => {
      const account = sandbox.world.user(name);
      return account && sandbox.world.liveRoom(account)?.isLive === false;
    });
    const { user, liveRoom } = (await live(resting ?? '')).liveRoomUserInfo;
    expect(user).toMatchObject({ uniqueId: resting, roomId: '', status: 4 });
    expect(liveRoom.status).toBe(4);
  });

  it('knows nothing of who never went live, nor of who is not there', async () => {
    expect(await live('gabrielymayra')).toBeUndefined();
    expect(await live('missing.account')).toBeUndefined();
  });
});

describe('the region of an account', () => {
  it('is shown where it is switched on', async () => {
    const regionNow = async () => {
      const page = await fetchFrom(sandbox, '/@gabrielymayra');
      return stateIn(page.text).__DEFAULT_SCOPE__['webapp.user-detail'].userInfo.user.region;
    };
    expect(await regionNow()).toBeUndefined();
    sandbox.switches.set({ 'user-region': 'present' });
    expect(await regionNow()).toBe(sandbox.world.user('gabrielymayra')?.region);
  });
});
