import { researchUser, USER_FIELDS } from '../../render/research';
import { renderingFor } from '../answering';
import { researchHandler, type ResearchEndpoint } from './research-answer';
import { accountIn, countIn, numberIn, withheld } from './research-request';

/** `/v2/research/user/info/`: the fields stand in `data` itself. */
export const researchUserInfo = researchHandler({
  quota: 'content',
  fields: USER_FIELDS,
  find: (emulator, { request, body, fields }) => {
    const account = accountIn(emulator.world, body);
    const data = researchUser(renderingFor(emulator, request, 'api'), account, fields);
    return { data, records: 1 };
  },
});

export const researchFollowers = researchHandler(followEndpoint('followers'));
export const researchFollowing = researchHandler(followEndpoint('following'));

/** Followed on or before the cursor, in seconds; the cursor of a page is that of its next row. */
function followEndpoint(kind: 'followers' | 'following'): ResearchEndpoint {
  return {
    quota: 'graph',
    find: ({ world }, { body }) => {
      const account = accountIn(world, body);
      if (account.follows !== 'shown') throw withheld();
      const limit = countIn(body, 20);
      const latest = world.nowSeconds();
      // Wrappers begin with 0, which stands for now.
      const asked = numberIn(body, 'cursor', { usual: 0, least: 0, most: 4e12 }) || latest;
      const found = world[kind](account, { before: Math.min(asked, latest) + 1, limit: limit + 1 });
      const page = found.slice(0, limit);
      const users = page.map(({ account: { nickname, handle } }) => ({
        display_name: nickname,
        username: handle,
      }));
      const next = found[limit] ?? found.at(-1);
      const cursor = next?.followedAt ?? asked;
      const data = { [`user_${kind}`]: users, cursor, has_more: found.length > limit };
      return { data, records: users.length };
    },
  };
}
