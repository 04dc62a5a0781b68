import { parseItemDetail, parseItemList } from './item-list.parser';

const id = '7400000000000000001';
const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));
const ok = { statusCode: 0, status_code: 0, status_msg: '' };

describe('parseItemList', () => {
  it.each(['itemList', 'item_list', 'aweme_list'])('reads rows in order under %s', (key) => {
    const rows = [{ id: '7400000000000000002' }, { id }];
    const page = parseItemList(
      json({ ...ok, [key]: rows, hasMore: true, cursor: '1700000000000' }),
    );
    expect(page).toMatchObject({ hasMore: true, cursor: '1700000000000', droppedCount: 0 });
    expect(page.items.map((post) => post.id)).toEqual(['7400000000000000002', id]);
  });

  it.each([
    [{ hasMore: true, cursor: 30 }, true, '30'],
    [{ has_more: 1, cursor: '-1' }, true, '-1'],
    [{ has_more: 0, cursor: 0 }, false, '0'],
    [{ hasMorePrevious: true }, true, undefined],
    [{ HasMoreAfter: true, MaxCursor: '12' }, true, '12'],
    [{}, false, undefined],
  ])('reads paging from %j', (paging, hasMore, cursor) => {
    expect(parseItemList(json({ ...ok, itemList: [], ...paging }))).toEqual({
      items: [],
      hasMore,
      cursor,
      droppedCount: 0,
    });
  });

  it.each([ok, { ...ok, itemList: null }, { status_code: 0 }])(
    'is an empty page where %j leaves the list out',
    (answer) => {
      expect(parseItemList(json(answer))).toMatchObject({ items: [], hasMore: false });
    },
  );

  it('skips live streams and counts rows that are no items', () => {
    const rows = [
      { id, liveRoomInfo: { roomId: '1' } },
      { id, liveRoomInfo: {} },
      { desc: 'x' },
      7,
    ];
    expect(parseItemList(json({ ...ok, itemList: rows }))).toMatchObject({
      items: [{ id }],
      droppedCount: 2,
    });
  });

  it('takes a full list for data whatever an unknown status says', () => {
    expect(parseItemList(json({ status_code: 203, itemList: [{ id }] })).items).toHaveLength(1);
  });

  it.each([
    [{ status_code: 203, itemList: [] }, 203],
    [{ status_code: 203 }, 203],
    [{ status_code: 8, itemList: [{ id }] }, 8],
    [{ statusCode: 10201, status_code: 10201, log_pb: {} }, 10201],
  ])('throws for %j', (answer, statusCode) => {
    expect(() => parseItemList(json(answer))).toThrow(expect.objectContaining({ statusCode }));
  });

  it.each([
    [Buffer.from(''), 'tiktok.blocked'],
    [Buffer.from('<html>'), 'tiktok.blocked'],
    [Buffer.from('{"itemList":[{"id"'), 'tiktok.shape_changed'],
    [json([]), 'tiktok.shape_changed'],
    [json({}), 'tiktok.shape_changed'],
    [json({ ...ok, itemList: {} }), 'tiktok.shape_changed'],
  ])('never takes %s for an empty page', (body, code) => {
    expect(() => parseItemList(body)).toThrow(expect.objectContaining({ code }));
  });
});

describe('parseItemDetail', () => {
  it('reads the item', () => {
    expect(parseItemDetail(json({ ...ok, itemInfo: { itemStruct: { id } } })).id).toBe(id);
  });

  it.each([
    [{ statusCode: 10204, status_code: 0 }, 'tiktok.not_found'],
    [ok, 'tiktok.shape_changed'],
  ])('throws for %j', (answer, code) => {
    expect(() => parseItemDetail(json(answer))).toThrow(expect.objectContaining({ code }));
  });
});
