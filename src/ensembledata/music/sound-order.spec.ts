import type { MusicDetail } from '../../tiktok';
import { filteredSounds, sortedSounds } from './sound-order';

const old: MusicDetail = { id: String(1_500_000_000n << 32n), title: 'Classical morning' };
const young: MusicDetail = {
  id: String(1_700_000_000n << 32n),
  title: 'evening',
  authorName: 'Classical Duo',
  durationSeconds: 15,
  postCount: 7,
};
const middle: MusicDetail = {
  id: String(1_600_000_000n << 32n),
  title: 'Noon',
  authorName: 'nobody',
  durationSeconds: 60,
  postCount: 900,
};
const all = [old, young, middle];

describe('the order of sounds', () => {
  it.each([
    ['relevance', [old, young, middle]],
    ['most_used', [middle, young, old]],
    ['most_recent', [young, middle, old]],
    ['shortest', [young, middle, old]],
    ['longest', [middle, young, old]],
  ] as const)('%s, with what is not known last', (order, sounds) => {
    expect(sortedSounds(all, order)).toEqual(sounds);
  });

  it.each([
    ['none', [old, young, middle]],
    ['title', [old]],
    ['creator', [young]],
  ] as const)('filter %s', (filter, sounds) => {
    expect(filteredSounds(all, 'classical songs', filter)).toEqual(sounds);
  });
});
