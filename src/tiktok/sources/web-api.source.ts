import { creatorListStartMs, exploreAllCategory, weekMs } from '../constants';
import type { Page, Post } from '../models';
import type { OperationName } from '../operations';
import { parseItemList } from '../parsers/item-list.parser';
import type { Endpoint } from './endpoint';
import { endpoints } from './endpoints';
import type { CallContext, Handler, Source } from './source';
import { CannotServe } from './source';
import { askAs, type Upstream } from './upstream';
import type { WebCall } from './web-params';
import { webQuery } from './web-params';

// A year without a post at a week a step; the next page goes on from there.
const maxStepsBack = 52;

interface CreatorListCall {
  readonly secUid: string;
  readonly handle?: string;
  readonly cursorMs: number;
}

interface LoadRequest extends CallContext {
  readonly path: string;
  readonly call: WebCall;
  readonly refererPath?: string;
}

/** The JSON endpoints of the web app that answer without a signature. */
export class WebApiSource implements Source {
  readonly name = 'web-api';

  constructor(
    private readonly upstream: Upstream,
    private readonly nowMs: () => number,
  ) {}

  readonly handlers: Source['handlers'] = {
    userPosts: async ({ user, cursor }, context) => {
      if (user.secUid === undefined) return new CannotServe('knows accounts by secUid only');
      const cursorMs = cursor === undefined ? this.nowMs() : Number(cursor);
      return this.creatorList({ secUid: user.secUid, handle: user.handle, cursorMs }, context);
    },
    likedPosts: this.serve(endpoints.likedPosts),
    reposts: this.serve(endpoints.reposts),
    followers: this.serve<'followers'>(endpoints.followers),
    followings: this.serve<'followings'>(endpoints.followings),
    comments: this.serve(endpoints.comments),
    replies: this.serve(endpoints.replies),
    trending: async ({ region, batch = '1' }, context) => {
      const own = { categoryType: exploreAllCategory, count: '30' };
      const call = { fromPage: 'explore', region, own };
      const page = parseItemList(
        await this.load({ ...context, path: '/api/explore/item_list/', call }),
      );
      return { ...page, hasMore: true, cursor: String(Number(batch) + 1) };
    },
  };

  private serve<Name extends OperationName>(endpoint: Endpoint<Name>): Handler<Name> {
    return async (params, context) => {
      const own = endpoint.own(params);
      if (own instanceof CannotServe) return own;
      const call = { fromPage: endpoint.fromPage, region: endpoint.region?.(params), own };
      const refererPath = endpoint.referer(params);
      const body = await this.load({ ...context, path: endpoint.path, call, refererPath });
      return endpoint.parse(body, params);
    };
  }

  /**
   * A page of an account's posts, newest first. The endpoint gives no cursor: the next page starts at the time
   * of the oldest row (which comes again), and where a page is empty or has nothing older, a week further back: what
   * it has is then a pinned post, or that row again.
   */
  private async creatorList(call: CreatorListCall, context: CallContext): Promise<Page<Post>> {
    let { cursorMs } = call;
    let droppedCount = 0;
    const items: Post[] = [];
    for (let step = 0; step < maxStepsBack; step += 1) {
      const page = await this.creatorListPage({ ...call, cursorMs }, context);
      droppedCount += page.droppedCount;
      items.push(...page.items);
      const oldestMs = oldestSeconds(page.items) * 1000;
      const isFurther = oldestMs < cursorMs;
      const nextMs = isFurther ? oldestMs : cursorMs - weekMs;
      const hasMore = page.hasMore && nextMs >= creatorListStartMs;
      if (isFurther || !hasMore) return { items, hasMore, cursor: String(nextMs), droppedCount };
      cursorMs = nextMs;
    }
    return { items, hasMore: true, cursor: String(cursorMs), droppedCount };
  }

  private async creatorListPage(
    { secUid, handle, cursorMs }: CreatorListCall,
    context: CallContext,
  ): Promise<Page<Post>> {
    const own = { secUid, type: '1', count: '15', cursor: String(cursorMs) };
    const call = { fromPage: 'user', own };
    const path = '/api/creator/item_list/';
    return parseItemList(
      await this.load({ ...context, path, call, refererPath: `/@${handle ?? ''}` }),
    );
  }

  private load({ path, call, refererPath = '/', ...context }: LoadRequest): Promise<Buffer> {
    return this.upstream.sessions.use(async (session) => {
      const { body } = await askAs(this.upstream, session, {
        kind: 'api',
        path: `${path}?${webQuery(session, call)}`,
        referer: `https://www.tiktok.com${refererPath}`,
        ...context,
      });
      return body;
    });
  }
}

/** Pinned posts stand in any page and are older than their neighbours. */
function oldestSeconds(posts: readonly Post[]): number {
  const times = posts.flatMap(({ createdAtSeconds, isPinned }) =>
    createdAtSeconds === undefined || isPinned ? [] : [createdAtSeconds],
  );
  return Math.min(...times);
}
