import { jsonReply, withHeader, type Reply } from '../http/reply';
import type { SandboxRequest } from '../http/sandbox-request';
import { oembedOf, oembedOfProfile } from '../render/oembed';
import type { Account } from '../world/account';
import { ACCOUNT_STATUS } from '../world/data/reserved';
import type { Post } from '../world/post';
import { shortTarget } from '../world/short-codes';
import { renderingFor, type Emulator, type Handler } from './answering';
import { statusOf } from './video-page';

/** `/oembed?url=`: what other sites ask before they show a post. */
export const oembed: Handler = (emulator, request) => {
  const target = targetOf(emulator, request);
  if (!target) return refused();
  const rendering = renderingFor(emulator, request, 'page');
  const body =
    'account' in target
      ? oembedOfProfile(rendering, target.account)
      : oembedOf(rendering, target.post);
  return withHeader(jsonReply(body), 'access-control-allow-origin', '*');
};

function refused(): Reply {
  return jsonReply({ code: 400, message: 'Something went wrong' }, 400);
}

type Target = { post: Post } | { account: Account };

/** Undefined for what TikTok embeds not: the unknown, the private, and photo posts. */
function targetOf(emulator: Emulator, request: SandboxRequest): Target | undefined {
  const { world, switches } = emulator;
  const text = request.query.get('url') ?? '';
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  const { hostname: host, pathname: path } = url;
  const isBare = host === 'tiktok.com' && switches.get('oembed-bare-host') === 'accepted';
  if (host === 'vm.tiktok.com' || host === 'vt.tiktok.com') return shared(emulator, path.slice(1));
  if (host !== 'www.tiktok.com' && !isBare) return undefined;
  const [, code] = /^\/t\/([^/]+)/.exec(path) ?? [];
  if (code !== undefined) return shared(emulator, code);
  const [, id] = /^\/(?:@[^/]*\/(?:video|photo)|embed(?:\/v2)?)\/(\d+)\/?$/.exec(path) ?? [];
  if (id !== undefined) return embeddable(world.post(id));
  const [, handle] = /^\/@([^/]+)\/?$/.exec(path) ?? [];
  const account = handle === undefined ? undefined : world.user(handle);
  return account && ACCOUNT_STATUS[account.state] === 0 ? { account } : undefined;
}

function shared({ world }: Emulator, path: string): Target | undefined {
  const target = shortTarget(world, path.replace(/\/.*$/, ''));
  return target.kind === 'post' ? embeddable(target.post) : undefined;
}

function embeddable(post: Post | undefined): Target | undefined {
  const isShown = post?.kind === 'video' && post.state === 'open' && statusOf(post) === 0;
  return isShown ? { post } : undefined;
}
