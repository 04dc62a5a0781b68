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
