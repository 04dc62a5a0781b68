/** Reads pages as the protocol says: attributes in any order, a body that begins with a brace (4.1). */
export function carrierIn(html: string, id: string): unknown {
  const scripts = html.matchAll(/<script([^>]*)>(.*?)<\/script>/gs);
  for (const [, attributes = '', body = ''] of scripts) {
    const named = new RegExp(`\\bid=["']${id}["']`).test(attributes);
    if (named && body.trimStart().startsWith('{')) return JSON.parse(body);
  }
  return undefined;
}

/** The scopes of a page; undefined when it came without its script. */
export function scopesIn(html: string): Record<string, unknown> | undefined {
  const state = carrierIn(html, '__UNIVERSAL_DATA_FOR_REHYDRATION__');
  return (state as { __DEFAULT_SCOPE__?: Record<string, unknown> } | undefined)?.__DEFAULT_SCOPE__;
}
