import type { RedisLink } from '../../redis/redis-link';
import { versionRange } from './entry-codec';

const [firstByte, lastByte] = versionRange;

// KEYS: claim, entry. ARGV: token, milliseconds, version seen, whether by force.
const claimScript = `
if ARGV[4] == '1' then
  redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
  return 'ours'
end
if redis.call('GETRANGE', KEYS[2], ${firstByte}, ${lastByte}) ~= ARGV[3] then return 'changed' end
if redis.call('SET', KEYS[1], ARGV[1], 'NX', 'PX', ARGV[2]) then return 'ours' end
return 'taken'`;

// KEYS: claim. ARGV: token, milliseconds.
const holdScript = `
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
return redis.call('PEXPIRE', KEYS[1], ARGV[2])`;

// KEYS: claim. ARGV: token, channel, message.
const releaseScript = `
if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('DEL', KEYS[1]) end
return redis.call('PUBLISH', ARGV[2], ARGV[3])`;

/** A replica that dies or freezes while it fetches keeps the others waiting no longer than this. */
export const claimMs = 5_000;

export interface ClaimKeys {
  readonly claim: string;
  readonly entry: string;
}

export type ClaimOutcome = 'ours' | 'taken' | 'changed';

export async function sendClaim(
  link: RedisLink,
  { claim, entry }: ClaimKeys,
  request: { token: string; seenVersion?: string; isForced: boolean },
): Promise<ClaimOutcome> {
  const { token, seenVersion = '', isForced } = request;
  const outcome = await link.write((client) =>
    client.eval(claimScript, {
      keys: [claim, entry],
      arguments: [token, String(claimMs), seenVersion, isForced ? '1' : '0'],
    }),
  );
  return outcome === 'ours' || outcome === 'changed' ? outcome : 'taken';
}

/** Prolongs a claim; false when it is no longer ours. */
export async function sendHold(link: RedisLink, claim: string, token: string): Promise<boolean> {
  const held = await link.write((client) =>
    client.eval(holdScript, { keys: [claim], arguments: [token, String(claimMs)] }),
  );
  return held === 1;
}

/** Gives the claim up where it is still ours, and tells everybody. */
export async function sendRelease(
  link: RedisLink,
  { claim, token }: { claim: string; token: string },
  { channel, message }: { channel: string; message: string },
): Promise<void> {
  // Deleting and telling are possible when Redis is full.
  await link.read((client) =>
    client.eval(releaseScript, { keys: [claim], arguments: [token, channel, message] }),
  );
}
