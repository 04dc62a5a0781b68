import { SandboxClock } from '../../src/sandbox/clock';
import { World } from '../../src/sandbox/world/world';
import { rounded } from '../../src/sandbox/render/rendering';
import { wrongFactIn } from './world-facts';

const world = new World('tiktok', new SandboxClock(Date.parse('2026-11-01T12:00:00Z')));
const id = '6943996796519681281';
const post = world.post(id);
if (!post) throw new Error('the sandbox has this post');
const { likes, plays } = world.postCounts(post);

const row = {
  aweme_id: id,
  desc: post.caption.text,
  author: { unique_id: post.author.handle },
  statistics: { digg_count: likes, play_count: plays, download_count: null },
};

/** The row, somewhere in a body. */
const bodyOf = (changes: object): unknown => ({
  data: { list: [{ aweme_info: { ...row, ...changes } }] },
});

describe('wrongFactIn', () => {
  const exact = { world, mayRound: false };

  it('finds nothing in a body that says what is so, or says nothing of posts', () => {
    for (const body of [bodyOf({}), { a: [1, 'b', null] }, 'text', undefined])
      expect(wrongFactIn(body, exact)).toBeUndefined();
  });

  it.each([
    ['a counter', { statistics: { digg_count: likes + 1 } }, /has \d+ likes, not \d+/],
    ['a caption', { desc: 'other words' }, /says "other words"/],
    ['an author', { author: { unique_id: 'somebody' } }, /is said to be by somebody/],
    ['a post', { aweme_id: '6943996796519680299999' }, /there is no post/],
  ])('finds %s that is wrong', (_, changes, complaint) => {
    expect(wrongFactIn(bodyOf(changes), exact)).toMatch(complaint);
  });

  it('takes a rounded counter from a surface that rounds, and from no other', () => {
    const body = bodyOf({ statistics: { digg_count: rounded(likes) } });
    expect(rounded(likes)).not.toBe(likes);
    expect(wrongFactIn(body, exact)).toMatch(/likes/);
    expect(wrongFactIn(body, { world, mayRound: true })).toBeUndefined();
  });
});
