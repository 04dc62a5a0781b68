/**
 * The earliest moment at which a link anywhere inside a model dies, in Unix milliseconds; undefined when no
 * link says. Links that were dead before `nowMs` are left out: TikTok sends some that never live.
 */
export function earliestExpiryMs(model: unknown, nowMs: number): number | undefined {
  const nowSeconds = nowMs / 1000;
  let earliest = Infinity;
  const pending: unknown[] = [model];
  for (
    let value = pending.pop();
    value !== undefined || pending.length > 0;
    value = pending.pop()
  ) {
    if (typeof value !== 'object' || value === null) continue;
    for (const [name, member] of Object.entries(value)) {
      if (typeof member === 'object') pending.push(member);
      else if (name === 'expiresAtSeconds' && typeof member === 'number' && member > nowSeconds)
        earliest = Math.min(earliest, member);
    }
  }
  return earliest === Infinity ? undefined : earliest * 1000;
}

/**
 * Until when a model may be kept, in Unix milliseconds; undefined when nothing in it says. A page that promises more
 * and holds nothing is a mood of TikTok's that passes: it is gone with whoever asked for it.
 */
export function usableUntilMs(model: unknown, nowMs: number): number | undefined {
  return isHollowPage(model) ? nowMs : earliestExpiryMs(model, nowMs);
}

function isHollowPage(model: unknown): boolean {
  if (typeof model !== 'object' || model === null) return false;
  if (!('items' in model && 'hasMore' in model)) return false;
  return Array.isArray(model.items) && model.items.length === 0 && model.hasMore === true;
}
