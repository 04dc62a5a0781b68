import type { Account } from '../world/account';
import type { Post } from '../world/post';
import { soundAddress } from './addresses';
import type { JsonObject, Rendering } from './rendering';

const WWW = 'https://www.tiktok.com';
const SCRIPT = `<script async src="${WWW}/embed.js"></script>`;

export function oembedOf({ links }: Rendering, post: Post): JsonObject {
  return {
    ...frame(post.author),
    title: post.caption.text,
    html: `${blockquote(post)} ${SCRIPT}`,
    thumbnail_width: 576,
    thumbnail_height: 1024,
    thumbnail_url: links.image('cover', post.clip.number, post.key),
    embed_product_id: post.id,
    embed_type: 'video',
  };
}

/** Documented for profiles; no sample of a real answer was seen, so this follows the one of posts. */
export function oembedOfProfile({ links }: Rendering, account: Account): JsonObject {
  const address = `${WWW}/@${account.handle}`;
  return {
    ...frame(account),
    title: `${account.nickname}'s Creator Profile`,
    html: `<blockquote class="tiktok-embed" cite="${address}" data-unique-id="${account.handle}" data-embed-type="creator" data-embed-from="oembed" style="max-width:780px; min-width:288px;"> <section> <a target="_blank" href="${address}?refer=creator_embed">@${account.handle}</a> </section> </blockquote> ${SCRIPT}`,
    thumbnail_width: 720,
    thumbnail_height: 720,
    thumbnail_url: links.image('avatar', account.key % 3, account.key),
    embed_product_id: account.handle,
    embed_type: 'creator',
  };
}

function frame(author: Account): JsonObject {
  return {
    version: '1.0',
    type: 'video',
    author_url: `${WWW}/@${author.handle}`,
    author_name: author.nickname,
    author_unique_id: author.handle,
    width: '100%',
    height: '100%',
    provider_url: WWW,
    provider_name: 'TikTok',
  };
}

function blockquote(post: Post): string {
  const { handle } = post.author;
  const author = `<a target="_blank" title="@${handle}" href="${WWW}/@${handle}?refer=embed">@${handle}</a>`;
  const title = escaped(`♬ ${post.sound.title} - ${post.sound.authorName}`);
  const music = `<a target="_blank" title="${title}" href="${soundAddress(post.sound)}?refer=embed">${title}</a>`;
  return `<blockquote class="tiktok-embed" cite="${WWW}/@${handle}/video/${post.id}" data-video-id="${post.id}" data-embed-from="oembed" style="max-width:605px; min-width:325px;"> <section> ${author} <p>${linkedCaption(post)}</p> ${music} </section> </blockquote>`;
}

/** The caption with its hashtags turned into links. */
function linkedCaption({ caption }: Post): string {
  let html = '';
  let at = 0;
  for (const { kind, name, start, end } of caption.parts) {
    if (kind !== 'hashtag') continue;
    const address = `${WWW}/tag/${encodeURIComponent(name)}?refer=embed`;
    html += escaped(caption.text.slice(at, start));
    html += `<a title="${escaped(name)}" target="_blank" href="${address}">#${escaped(name)}</a>`;
    at = end;
  }
  return html + escaped(caption.text.slice(at));
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
