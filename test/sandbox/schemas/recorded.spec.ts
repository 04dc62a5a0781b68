import { carrierIn, scopesIn } from '../conformance/page-reader';
import * as api from './api.shapes';
import * as comments from './comment.shapes';
import { itemStruct } from './item.shapes';
import * as older from './older.shapes';
import * as pages from './page.shapes';
import { hasRecorded, recordedJson, recordedRows, recordedText, yearOf } from './recorded';
import * as search from './search.shapes';
import { expectShape, list, problemsOf, type Shape } from './shape';
import { oembed } from './small.shapes';
import { userListRow } from './user.shapes';

const describeRecorded = hasRecorded ? describe : describe.skip;
if (!hasRecorded) {
  process.stdout.write('No folder of recorded answers (RECORDED_DIR): its schemas are skipped\n');
}

const PAGES: readonly [string, Shape][] = [
  ['pages/user-2026.html', pages.userPage],
  ['pages/user-2025-statsv2.html', pages.userPage],
  ['pages/video-2025-a.html', pages.videoPage],
  ['pages/video-2025-b.html', pages.videoPage],
  ['pages/video-2026-without-bitrates.html', pages.videoPage],
  ['pages/video-2026.html', pages.videoPage],
  ['pages/photo-2026-desktop.html', pages.videoPage],
  ['pages/video-deleted-2026.html', pages.videoPage],
  ['pages/video-not-found-10204.html', pages.videoPage],
  ['pages/photo-2026-phone-page.html', pages.phonePage],
  ['pages/video-2025-phone-page.html', pages.phonePage],
];

/** Recordings without a year in their name are of 2024. */
const EARLIER_PAGES: readonly [string, Shape][] = [
  ['pages/user-without-statsv2.html', pages.userPage],
  ['pages/shell-without-detail-scope.html', pages.shellPage],
];

const OLDER_PAGES: readonly [string, string, Shape][] = [
  ['pages/user-2021-next-data.html', '__NEXT_DATA__', older.nextUserPage],
  ['pages/user-2022-sigi-state.html', 'SIGI_STATE', older.sigiUserPage],
];

const ANSWERS: readonly [string, Shape][] = [
  ['api/item-list-2025.json', api.feed],
  ['api/recommend-item-list-2022.json', api.feed],
  ['api/item-detail-2023.json', api.itemDetail],
  ['api/search-general-2025.json', search.searchGeneral],
  ['api/search-user-2023.json', search.searchUsers],
  ['api/comment-list-with-replies.json', comments.commentList],
  ['api/oembed-2025.json', oembed],
];

/** Rows that were kept without their envelope. */
const ROWS: readonly [string, string, Shape][] = [
  ['api/item-list-2026.json', 'itemList', itemStruct('api')],
  ['api/comment-list-2024.json', 'comments', comments.comment],
  ['api/comment-rows-2023.json', 'comments', comments.comment],
  ['api/user-list-rows-2024.json', 'userList', userListRow],
];

describeRecorded('recorded answers are held to the same schemas', () => {
  it.each(PAGES)('%s', (file, shape) => {
    expectShape(file, shape, scopesIn(recordedText(file)), yearOf(file));
  });

  it.each(EARLIER_PAGES)('%s', (file, shape) => {
    expectShape(file, shape, scopesIn(recordedText(file)), 2024);
  });

  it.each(ANSWERS)('%s', (file, shape) => {
    expectShape(file, shape, recordedJson(file), yearOf(file));
  });

  it.each(ROWS)('%s, row by row', (file, key, shape) => {
    const rows = recordedRows(file, key);
    expect(rows.length).toBeGreaterThan(0);
    expectShape(file, list(shape), rows, yearOf(file));
  });

  it.each(OLDER_PAGES)('%s', (file, element, shape) => {
    expectShape(file, shape, carrierIn(recordedText(file), element), yearOf(file));
  });

  it('the challenge page', () => {
    const parts = pages.readChallenge(recordedText('pages/challenge-2026.html'));
    expectShape('challenge', pages.challenge, parts);
  });

  it('a page is not an API answer: the surfaces do not pass for one another', () => {
    const [item] = recordedRows('api/item-list-2026.json', 'itemList');
    const problems = problemsOf(itemStruct('page'), item).join('\n');
    expect(problems).toContain('$.createTime: expected seconds since 1970, as text');
    expect(problems).toContain('$.stats.collectCount: expected decimal digits');
  });
});
