import type { Sandbox } from '../../src/sandbox';
import type { TestClient } from '../support/client';
import { startClient } from '../support/client';

/** An account with a pinned post so old that it stands on a later page of the list that shows it in its place. */
function handleWithOldPin({ world }: Sandbox): string {
  for (let number = 0; number < 2_000; number += 1) {
    const handle = `walker${number}`;
    const account = world.user(handle);
    const posts = account ? world.userPosts(account, { limit: 60 }) : [];
    if (posts.some(({ isPinned }, place) => isPinned && place > 35)) return handle;
  }
  throw new Error('nobody has one');
}

describe('a list whose source changes half way', () => {
  let test: TestClient;

  beforeEach(async () => {
    test = await startClient();
  });

  afterEach(() => test.close());

  it('is not called whole: the other source gives pinned posts on its first page only', async () => {
    const handle = handleWithOldPin(test.sandbox);
    await (await test.client.userPosts({ handle })).page();
    test.sandbox.faults.add({ route: 'creator-list', fault: 'truncated-json' });
    const { value, meta } = await test.client.newestPosts({ handle }, { count: 60 });
    expect(meta.completeness).toBe('partial');
    expect(meta.completenessReason).toContain('do not order them alike');
    expect(value.length).toBeGreaterThan(35);
  });

  it('is whole when it is read again, from one source', async () => {
    const handle = handleWithOldPin(test.sandbox);
    const account = test.sandbox.world.user(handle);
    const expected = account ? test.sandbox.world.userPosts(account, { limit: 60 }) : [];
    const { value } = await test.client.newestPosts({ handle }, { count: 60 });
    expect(value.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
  });
});
