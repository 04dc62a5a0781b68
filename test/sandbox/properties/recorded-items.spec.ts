import { scopesIn } from '../conformance/page-reader';
import { hasRecorded, recordedRows, recordedText } from '../schemas/recorded';
import { brokenRules, shown, type Item } from './item-rules';

const describeRecorded = hasRecorded ? describe : describe.skip;

function recordedItems(): Item[] {
  const lists = ['item-list-2026', 'item-list-2025', 'recommend-item-list-2022'];
  const items = lists.flatMap((name) => recordedRows(`api/${name}.json`, 'itemList'));
  const entries = recordedRows('api/search-general-2025.json', 'data') as { item?: Item }[];
  const found = entries.map(({ item }) => item).filter((item) => item !== undefined);
  const pages = ['video-2025-a', 'video-2025-b', 'video-2026', 'photo-2026-desktop'].map((name) => {
    const scopes = scopesIn(recordedText(`pages/${name}.html`));
    const detail = scopes?.['webapp.video-detail'] as { itemInfo: { itemStruct: Item } };
    return detail.itemInfo.itemStruct;
  });
  return [...(items as Item[]), ...found, ...pages];
}

describeRecorded('the rules that the sandbox is held to', () => {
  it('are kept by every recorded item', () => {
    const items = recordedItems();
    expect(items.length).toBeGreaterThan(50);
    expect(items.flatMap(brokenRules)).toEqual([]);
  });

  it('round as recorded profiles do', () => {
    for (const name of ['user-2025-statsv2', 'user-2026']) {
      const scopes = scopesIn(recordedText(`pages/${name}.html`));
      const detail = scopes?.['webapp.user-detail'] as {
        userInfo: { stats: Record<string, number>; statsV2: Record<string, string> };
      };
      const { stats, statsV2 } = detail.userInfo;
      const expected = Object.entries(statsV2).map(([key, exact]) => [key, shown(Number(exact))]);
      expect(stats).toEqual(Object.fromEntries(expected));
    }
  });
});
