import { creatorListStartMs, exploreAllCategory, webOrigin, weekMs } from '../constants';
import type { Page, Post } from '../models';
import { parseItemList } from '../parsers/item-list.parser';
import type { Exchange } from '../transport/exchange';
import type { Session } from '../transport/session';
import type { CallContext, Source } from './source';
import { CannotServe } from './source';
import type { WebCall } from './web-params';
import { webQuery } from './web-params';

// A year without a post at a week a step; the next page goes on from there.
const maxStepsBack = 52;

interface CreatorListCall {
  readonly secUid: string;
  readonly handle?: string;
  readonly cursorMs: number;
}

/** The JSON endpoints of the web app that answer without a signature. */
export class WebApiSource implements Source {
  readonly name = 'web-api';

  constructor(
    private readonly exchange: Exchange,
    private readonly session: Session,
    private readonly nowMs: () => number,
  ) {}

  readonly handlers: Source['handlers'] = {
    userPosts: async ({ user, cursor }, context) => {
      if (user.secUid === undefined) return new CannotServe('knows accounts by secUid only');
      const cursorMs = cursor === undefined ? this.nowMs() : Number(cursor);
      return this.creatorList({ secUid: user.secUid, handle: user.handle, cursorMs }, context);
    },

    trending: async ({ region, batch = '1' }, context) => {
      const own = { categoryType: exploreAllCategory, count: '30' };
      const call = { fromPage: 'explore', region, own };
      const page = parseItemList(await this.load('/api/explore/item_list/', call, context));
      return { ...page, hasMore: true, cursor: String(Number(batch) + 1) };
    },
  };

  /**
   * A page of an account's posts, newest first. The endpoint gives no cursor: the next page starts at the time
   * of the last row (which comes again), and where a page is empty or stands still, a week further back.
   */
  private async creatorList(call: CreatorListCall, context: CallContext): Promise<Page<Post>> {
    let { cursorMs } = call;
    let droppedCount = 0;
    for (let step = 0; step < maxStepsBack; step += 1) {
      const page = await this.creatorListPage({ ...call, cursorMs }, context);
      droppedCount += page.droppedCount;
      const lastMs = (page.items.at(-1)?.createdAtSeconds ?? 0) * 1000;
      const nextMs = lastMs > 0 && lastMs < cursorMs ? lastMs : cursorMs - weekMs;
      const hasMore = page.hasMore && nextMs >= creatorListStartMs;
      if (page.items.length > 0 || !hasMore)
        return { items: page.items, hasMore, cursor: String(nextMs), droppedCount };
      cursorMs = nextMs;
    }
    return { items: [], hasMore: true, cursor: String(cursorMs), droppedCount };
  }

  private async creatorListPage(
    { secUid, handle, cursorMs }: CreatorListCall,
    context: CallContext,
  ): Promise<Page<Post>> {
    const own = { secUid, type: '1', count: '15', cursor: String(cursorMs) };
    const referer = `${webOrigin}/@${handle ?? ''}`;
    return parseItemList(
      await this.load(
        '/api/creator/item_list/',
        { fromPage: 'user', own },
        { ...context, referer },
      ),
    );
  }

  private async load(
    path: string,
    call: WebCall,
    { signal, referer = `${webOrigin}/` }: CallContext & { readonly referer?: string },
  ): Promise<Buffer> {
    const url = `${webOrigin}${path}?${webQuery(this.session, call)}`;
    const { body } = await this.exchange({
      url,
      kind: 'api',
      session: this.session,
      referer,
      signal,
    });
    return body;
  }
}
