import type { UserRef } from './operations';

const handlePattern = /^[A-Za-z0-9._]{1,24}$/;
const secUidPattern = /^MS4wLjABAAAA[A-Za-z0-9_-]{20,120}$/;
const postIdPattern = /^[0-9]{15,25}$/;

/** Reads an account as callers write it: a handle, with or without `@`, or a secUid. Undefined when it is neither. */
export function parseUserRef(text: string): UserRef | undefined {
  if (secUidPattern.test(text)) return { secUid: text };
  const handle = text.startsWith('@') ? text.slice(1) : text;
  if (!handlePattern.test(handle) || handle.endsWith('.')) return undefined;
  // TikTok compares handles without regard to case, so one account has one cache entry.
  return { handle: handle.toLowerCase() };
}

/** Whether the text has the form of a post id: 15 to 25 digits. */
export function isPostId(text: string): boolean {
  return postIdPattern.test(text);
}

/** The address of a post's page. */
export function postPageUrl(post: { id: string; kind: string; handle?: string }): string {
  const kind = post.kind === 'photo' ? 'photo' : 'video';
  return `https://www.tiktok.com/@${post.handle ?? '_'}/${kind}/${post.id}`;
}
