/* eslint-disable @typescript-eslint/no-unsafe-return, @typescript-eslint/no-unsafe-call -- tests walk JSON that has no types */
import { SANDBOX_SEAL, type Sandbox } from '../../src/sandbox';
import { DEVICE, fetchFrom, startFixedSandbox } from './sandbox-client';

const WEEK_MS = 7 * 86_400_000;
const OLDEST_MS = 1_472_706_000_000;

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startFixedSandbox();
});
afterAll(() => sandbox.stop());

function accountNamed(handle: string) {
  const account = sandbox.world.user(handle);
  if (!account) throw new Error(`No account ${handle}`);
  return account;
}

/** Follows the list as clients do: the last row's time opens the next page, weeks when stuck. */
async function crawl(handle: string) {
  const { secUid } = accountNamed(handle);
  const ids = new Set<string>();
  let emptyPages = 0;
  for (let cursor = sandbox.clock.nowMs(); cursor >= OLDEST_MS;) {
    const query = `${DEVICE}&secUid=${secUid}&type=1&count=15&cursor=${cursor}`;
    const body = (await fetchFrom(sandbox, `/api/creator/item_list/?${query}`)).json();
    expect(body).not.toHaveProperty('cursor');
    expect(body.itemList.length).toBeLessThanOrEqual(15);
    for (const item of body.itemList) ids.add(item.id);
    if (body.itemList.length === 0) emptyPages += 1;
    if (body.hasMorePrevious === false) break;
    const last = body.itemList.at(-1);
    const next = last ? last.createTime * 1000 : cursor;
    cursor = next < cursor ? next : cursor - WEEK_MS;
  }
  return { ids: [...ids], emptyPages };
}

describe('/api/creator/item_list/', () => {
  it('gives every post of an account when followed to its end', async () => {
    for (const handle of ['gabrielymayra', 'luna_the_pantera', 'empty.account']) {
      const account = accountNamed(handle);
      const expected = sandbox.world.userPosts(account, { limit: Infinity }).map(({ id }) => id);
      expect((await crawl(handle)).ids).toEqual(expected);
    }
  });

  it('has empty pages where an account paused for weeks, and loses nothing there', async () => {
    const pausing = Array.from({ length: 60 }, (_, n) => accountNamed(`pauser_${n}`)).filter(
      ({ schedule }) => schedule.pauseSeconds > 40 * 86_400 && schedule.gapSeconds < 10 * 86_400,
    );
    const [account] = pausing;
    const { ids, emptyPages } = await crawl(account?.handle ?? '');
    expect(emptyPages).toBeGreaterThan(0);
    expect(ids).toHaveLength(sandbox.world.userCounts(accountNamed(account?.handle ?? '')).posts);
  });

  it('opens a page with the row that closed the one before', async () => {
    const { secUid } = accountNamed('gabrielymayra');
    const list = (cursor: number) =>
      fetchFrom(sandbox, `/api/creator/item_list/?${DEVICE}&secUid=${secUid}&cursor=${cursor}`);
    const first = (await list(sandbox.clock.nowMs())).json();
    const last = first.itemList.at(-1);
    const second = (await list(last.createTime * 1000)).json();
    expect(second.itemList[0].id).toBe(last.id);
  });

  it('goes forward for type 0', async () => {
    const account = accountNamed('gabrielymayra');
    const query = `${DEVICE}&secUid=${account.secUid}&type=0&cursor=0`;
    const body = (await fetchFrom(sandbox, `/api/creator/item_list/?${query}`)).json();
    const oldest = sandbox.world.userPosts(account, { limit: 15, order: 'oldest-first' });
    expect(body.itemList.map(({ id }: { id: string }) => id)).toEqual(oldest.map(({ id }) => id));
  });

  it('spells numbers as the API does and leaves empty lists out', async () => {
    const { secUid } = accountNamed('gabrielymayra');
    const answer = await fetchFrom(sandbox, `/api/creator/item_list/?${DEVICE}&secUid=${secUid}`);
    const { itemList, statusCode, extra, log_pb } = answer.json();
    expect(statusCode).toBe(0);
    expect(log_pb.impr_id).toBe(extra.logid);
    for (const item of itemList) {
      expect(typeof item.createTime).toBe('number');
      expect(typeof item.stats.collectCount).toBe('number');
      expect(item).not.toHaveProperty('locationCreated');
      expect(item.challenges?.length).not.toBe(0);
      if (item.imagePost) continue;
      expect(typeof item.video.bitrateInfo[0].PlayAddr.DataSize).toBe('number');
    }
    expect(answer.cookies.get('msToken')).toHaveLength(128);
  });

  it('answers HTTP 400 and 10201 to a secUid that names nobody', async () => {
    const unknown = `MS4wLjABAAAA${'x'.repeat(64)}`;
    for (const secUid of ['', 'nonsense', unknown, accountNamed('missing.account').secUid]) {
      const query = `${DEVICE}&secUid=${secUid}&cursor=0`;
      const answer = await fetchFrom(sandbox, `/api/creator/item_list/?${query}`);
      expect(answer.status).toBe(400);
      expect(answer.json()).toMatchObject({ statusCode: 10201, status_code: 10201 });
    }
  });

  it('is empty for a private account', async () => {
    const { secUid } = accountNamed('private.account');
    const answer = await fetchFrom(sandbox, `/api/creator/item_list/?${DEVICE}&secUid=${secUid}`);
    expect(answer.json()).toMatchObject({ statusCode: 0, itemList: [], hasMorePrevious: false });
  });
});

describe('feeds', () => {
  it('give another batch of known posts at every call', async () => {
    const explore = `/api/explore/item_list/?${DEVICE}&categoryType=120&count=10`;
    const [first, second] = [await fetchFrom(sandbox, explore), await fetchFrom(sandbox, explore)];
    const idsOf = (body: { itemList: { id: string }[] }) => body.itemList.map(({ id }) => id);
    expect(idsOf(first.json())).toHaveLength(10);
    expect(idsOf(first.json())).not.toEqual(idsOf(second.json()));
    for (const item of first.json().itemList) {
      expect(sandbox.world.post(item.id)?.author.handle).toBe(item.author.uniqueId);
    }
  });

  it('answer the For You feed to a sealed request', async () => {
    const seal = `X-Bogus=1&X-Gnarly=${SANDBOX_SEAL}`;
    const path = `/api/recommend/item_list/?${DEVICE}&count=6&${seal}`;
    const body = (await fetchFrom(sandbox, path)).json();
    expect(body).toMatchObject({ statusCode: 0, hasMore: true });
    expect(body.itemList).toHaveLength(6);
  });
});

describe('the silent refusal', () => {
  const seal = `X-Bogus=1&X-Gnarly=${SANDBOX_SEAL}`;

  it.each([
    ['no seal', `/api/recommend/item_list/?${DEVICE}`],
    ['a wrong seal', `/api/recommend/item_list/?${DEVICE}&X-Bogus=1&X-Gnarly=guess`],
    ['no device id', `/api/recommend/item_list/?aid=1988&${seal}`],
    ['no device id on an unsigned list', '/api/explore/item_list/?aid=1988'],
    ['no app id', '/api/explore/item_list/?device_id=7250000000000000001'],
    ['an invented msToken', `/api/explore/item_list/?${DEVICE}&msToken=${'a'.repeat(128)}`],
  ])('meets %s', async (_, path) => {
    const answer = await fetchFrom(sandbox, path);
    expect(answer.status).toBe(200);
    expect(answer.headers).toMatchObject({ tt_orcas_res: '1', 'content-length': '0' });
    expect(answer.bytes).toHaveLength(0);
  });

  it('spares an msToken that the sandbox issued', async () => {
    const explore = `/api/explore/item_list/?${DEVICE}`;
    const msToken = (await fetchFrom(sandbox, explore)).cookies.get('msToken');
    const answer = await fetchFrom(sandbox, `${explore}&msToken=${msToken}`);
    expect(answer.json().statusCode).toBe(0);
  });
});
