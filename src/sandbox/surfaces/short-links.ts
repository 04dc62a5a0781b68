import { htmlReply, redirectReply, type Reply } from '../http/reply';
import type { SandboxRequest } from '../http/sandbox-request';
import { postAddress, soundAddress } from '../render/addresses';
import { hashText, hexOf } from '../world/hash';
import type { Post } from '../world/post';
import { shortTarget, type ShortTarget } from '../world/short-codes';
import type { Emulator, Handler } from './answering';

/** `vm.tiktok.com/CODE/`, `vt.tiktok.com/CODE/` and `/t/CODE/`. */
export const shortLink: Handler = (emulator, request) => {
  const style = emulator.switches.get('short-links');
  const isBrowser = request.header('user-agent').includes('Chrome/');
  if (style === 'no-head' && request.method === 'HEAD' && isBrowser) {
    return htmlReply('<html><body>Access Denied</body></html>', 403);
  }
  const code = request.params['code'] ?? '';
  const location = locationOf(emulator, request, shortTarget(emulator.world, code));
  return style === 'body' || code.startsWith('body') ? inBody(location) : moved(location);
};

function moved(location: string): Reply {
  return {
    ...redirectReply(location, 301),
    body: `<a href="${escaped(location)}">Moved Permanently</a>.\n\n`,
  };
}

/** Some answers lack the header, and the link stands in the text only. */
function inBody(location: string): Reply {
  return htmlReply(`<a href="${escaped(location)}">Moved Permanently</a>.\n\n`);
}

function locationOf(emulator: Emulator, request: SandboxRequest, target: ShortTarget): string {
  const www = 'https://www.tiktok.com';
  switch (target.kind) {
    case 'home':
      return `${www}/?_r=1`;
    case 'login':
      return `${www}/login?redirect_url=${encodeURIComponent(`${www}${request.path}`)}`;
    case 'notfound':
      return `${www}/notfound`;
    case 'profile':
      return `${www}/@${target.account.handle}?${tracking(request)}`;
    case 'live':
      return `${www}/@${target.account.handle}/live?${tracking(request)}`;
    case 'music':
      return `${soundAddress(target.post.sound)}?${tracking(request)}`;
    case 'post':
      return request.isPhone
        ? phoneAddress(emulator, request, target.post)
        : `${postAddress(target.post)}?${tracking(request)}`;
  }
}

/** What TikTok hangs on the address of who shared what. */
function tracking({ path }: SandboxRequest): string {
  const mark = hexOf(hashText(7, path), 11);
  return `_r=1&_t=ZS-${mark}&is_from_webapp=1&sender_device=pc`;
}

function phoneAddress({ world }: Emulator, request: SandboxRequest, post: Post): string {
  const parameters = new URLSearchParams({
    u_code: hexOf(hashText(8, request.path), 14),
    preview_pb: '0',
    language: 'en',
    _d: hexOf(hashText(9, request.path), 24),
    share_item_id: post.id,
    timestamp: String(world.nowSeconds()),
    user_id: post.author.id,
    sec_user_id: post.author.secUid,
    utm_source: 'copy',
    utm_campaign: 'client_share',
    utm_medium: 'ios',
    _r: '1',
  });
  return `https://m.tiktok.com/v/${post.id}.html?${parameters.toString()}`;
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;');
}
