import { parsePlayerItems } from '../parsers/player.parser';
import type { Source } from './source';
import { ask, type Upstream } from './upstream';

/** The API behind TikTok's embeddable player: no plays, and closed to some since autumn 2026. */
export class PlayerSource implements Source {
  readonly name = 'player';

  constructor(private readonly upstream: Upstream) {}

  readonly handlers: Source['handlers'] = {
    post: async ({ id }, context) => {
      const path = `/player/api/v1/items?item_ids=${id}&language=en&aid=1284&app_name=tiktok_web`;
      const referer = `https://www.tiktok.com/player/v1/${id}`;
      return parsePlayerItems(
        (await ask(this.upstream, { kind: 'api', path, referer, ...context })).body,
      );
    },
  };
}
