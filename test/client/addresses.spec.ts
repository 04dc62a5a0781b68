import { shortTarget } from '../../src/sandbox/world/short-codes';
import type { TestClient } from '../support/client';
import { startClient } from '../support/client';

const codes = ['video123', 'photo456', 'videoXYZ'];

describe.each(['location', 'body', 'no-head'] as const)(
  'short links that answer by %s',
  (style) => {
    let test: TestClient;

    beforeAll(async () => {
      test = await startClient({ sandbox: { switches: { 'short-links': style } } });
    });

    afterAll(() => test.close());

    it.each(codes)('%s leads to its post', async (code) => {
      const target = shortTarget(test.sandbox.world, code);
      if (target.kind !== 'post') throw new Error('no post');
      for (const link of [
        `https://vm.tiktok.com/${code}/`,
        `https://vt.tiktok.com/${code}`,
        `https://www.tiktok.com/t/${code}/`,
        `see https://m.tiktok.com/t/${code}?k=1 please`,
      ])
        expect(await test.client.postIdOf(link)).toBe(target.post.id);
    });

    it.each(['expired1', 'login1', 'notfound1'])('%s leads nowhere', async (code) => {
      await expect(test.client.postIdOf(`https://vm.tiktok.com/${code}/`)).rejects.toMatchObject({
        code: 'tiktok.not_found',
      });
    });

    it.each(['profile1', 'music123', 'live1234'])('%s leads to something else', async (code) => {
      await expect(test.client.postIdOf(`https://vm.tiktok.com/${code}/`)).rejects.toMatchObject({
        code: 'tiktok.invalid_address',
      });
    });
  },
);

describe('addresses', () => {
  let test: TestClient;

  beforeAll(async () => {
    test = await startClient();
  });

  afterAll(() => test.close());

  it('asks nobody about an address that says its id, or that is none', async () => {
    test.sandbox.counters.reset();
    const id = '6954415245976751361';
    expect(await test.client.postIdOf(`https://www.tiktok.com/@a/video/${id}?x=1`)).toBe(id);
    await expect(test.client.postIdOf('https://example.com/')).rejects.toMatchObject({
      code: 'tiktok.invalid_address',
    });
    expect(test.sandbox.counters.count()).toBe(0);
  });

  it('remembers where a short link leads', async () => {
    test.sandbox.counters.reset();
    const link = 'https://vm.tiktok.com/video123/';
    expect(await test.client.postIdOf(link)).toBe(await test.client.postIdOf(`${link}?again=1`));
    expect(test.sandbox.counters.count()).toBe(1);
  });

  it('asks oEmbed where the short link itself is refused', async () => {
    const direct = await test.client.postIdOf('https://vm.tiktok.com/video777/');
    const other = await startClient();
    other.sandbox.faults.add({ route: 'short-link', fault: 'forbidden-403' });
    expect(await other.client.postIdOf('https://vm.tiktok.com/video777/')).toBe(direct);
    await other.close();
  });
});
