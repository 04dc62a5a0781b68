import { webOrigin } from '../constants';
import type { OperationName } from '../operations';
import { parseItemList } from '../parsers/item-list.parser';
import { TikTokBlockedError } from '../tiktok.errors';
import type { Exchange } from '../transport/exchange';
import { Session } from '../transport/session';
import { ensureBooted } from '../transport/session-boot';
import type { SignedCall, Signer } from '../transport/signer';
import type { Endpoint } from './endpoint';
import { endpoints } from './endpoints';
import type { CallContext, Handler, Source } from './source';
import { CannotServe } from './source';
import type { WebCall } from './web-params';
import { webQuery } from './web-params';

interface LoadRequest extends CallContext {
  readonly path: string;
  readonly call: WebCall;
  readonly refererPath: string;
}

/** The JSON endpoints of the web app that want TikTok's seal, which a signer service beside us puts on. */
export class SignedApiSource implements Source {
  readonly name = 'signed-api';
  /** The guest that the signer's browser is: its agent and its cookies go with every sealed call. */
  private guest = new Session();

  constructor(
    private readonly exchange: Exchange,
    private readonly signer: Signer,
  ) {}

  readonly handlers: Source['handlers'] = {
    user: this.serve(endpoints.user),
    userPosts: this.serve(endpoints.userPosts),
    likedPosts: this.serve(endpoints.likedPosts),
    reposts: this.serve(endpoints.reposts),
    followers: this.serve<'followers'>(endpoints.followers),
    followings: this.serve<'followings'>(endpoints.followings),
    post: this.serve(endpoints.post),
    comments: this.serve(endpoints.comments),
    replies: this.serve(endpoints.replies),
    hashtag: this.serve(endpoints.hashtag),
    hashtagPosts: this.serve(endpoints.hashtagPosts),
    searchPosts: this.serve(endpoints.searchPosts),
    searchUsers: this.serve(endpoints.searchUsers),
    searchLive: this.serve(endpoints.searchLive),
    music: this.serve(endpoints.music),
    musicPosts: this.serve(endpoints.musicPosts),
    trending: async ({ region, batch = '1' }, context) => {
      const call = { fromPage: 'fyp', region, own: { count: '30' } };
      const path = '/api/recommend/item_list/';
      const page = parseItemList(
        await this.load({ ...context, path, call, refererPath: '/foryou' }),
      );
      return { ...page, hasMore: true, cursor: String(Number(batch) + 1) };
    },
  };

  private serve<Name extends OperationName>(endpoint: Endpoint<Name>): Handler<Name> {
    return async (params, context) => {
      const own = endpoint.own(params);
      if (own instanceof CannotServe) return own;
      const call = { fromPage: endpoint.fromPage, region: endpoint.region?.(params), own };
      const request = { path: endpoint.path, call, refererPath: endpoint.referer(params) };
      return endpoint.parse(await this.load({ ...context, ...request }), params);
    };
  }

  /**
   * The first sealed call of a session is often empty while the identical one after it is answered; a seal that
   * is good for one use only wants a new one instead. So an empty answer is worth one try of each.
   */
  private async load(request: LoadRequest): Promise<Buffer> {
    const signed = await this.sign(request);
    const tries = [signed, signed, undefined];
    for (const [index, call] of tries.entries()) {
      try {
        return await this.send(call ?? (await this.sign(request)), request);
      } catch (error) {
        const isEmpty = error instanceof TikTokBlockedError && error.kind === 'empty_answer';
        if (!isEmpty || index === tries.length - 1) throw error;
      }
    }
    throw new Error('the last try returns or throws');
  }

  private sign({ path, call, signal }: LoadRequest): Promise<SignedCall> {
    const url = `${webOrigin}${path}?${webQuery(this.guest, call)}`;
    return this.signer.sign({ url, userAgent: this.guest.userAgent }, signal);
  }

  private async send(
    signed: SignedCall,
    { refererPath, signal, deadlineAtMs, onLinkAccess }: LoadRequest,
  ): Promise<Buffer> {
    await this.become(signed);
    const { body, linkAccess } = await this.exchange({
      kind: 'api',
      url: signed.url,
      session: this.guest,
      referer: webOrigin + refererPath,
      signal,
      deadlineAtMs,
    });
    onLinkAccess?.(linkAccess);
    return body;
  }

  /** The signer's browser is one guest; it stays the same one while its agent does. */
  private async become({ userAgent, cookies }: SignedCall): Promise<void> {
    if (this.guest.userAgent !== userAgent) this.guest = new Session({ userAgent });
    const pairs = cookies.split('; ').filter((pair) => pair.includes('='));
    const lines = pairs.map((pair) => `${pair}; Domain=.tiktok.com; Path=/`);
    await this.guest.keep(lines, webOrigin);
    // Searches want the cookies that a first page brings; a signer without a browser has none to give.
    if (lines.length === 0) await ensureBooted(this.guest, this.exchange);
  }
}
