import type { SandboxRequest } from '../http/sandbox-request';

/** How many rows a request asks for: the site's own number when it does not say, never too many. */
export function countAsked(
  request: SandboxRequest,
  sizes: { usual: number; most: number },
): number {
  const count = Number(request.query.get('count'));
  return count >= 1 ? Math.min(Math.floor(count), sizes.most) : sizes.usual;
}

/** A place in a list, 0 at the start and for anything that is no number. */
export function offsetAsked(request: SandboxRequest, name = 'cursor'): number {
  const offset = Math.floor(Number(request.query.get(name)));
  return offset > 0 ? offset : 0;
}

/** The text of a parameter, under the first of several names that has any. */
export function textAsked({ query }: SandboxRequest, ...names: readonly string[]): string {
  for (const name of names) {
    const text = query.get(name);
    if (text !== null && text !== '') return text;
  }
  return '';
}
