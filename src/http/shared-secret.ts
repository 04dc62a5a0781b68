import type { RedisLink } from '../redis/redis-link';

const agreeScript = `
redis.call('SET', KEYS[1], ARGV[1], 'NX')
return redis.call('GET', KEYS[1])`;

/**
 * Calls back with the secret that all replicas on this Redis agree on, whenever Redis is there: the first one to
 * come gives its own, and when Redis has forgotten, any of them gives what they had agreed on. Resolves after the
 * first agreement, or when Redis cannot be asked now. Never throws.
 */
export async function agreeOnSecret(
  link: RedisLink,
  { name, current }: { name: string; current: () => string },
  adopt: (secret: string) => void,
): Promise<void> {
  const agree = async (): Promise<void> => {
    const keys = [link.key('secret', name)];
    const agreed = await link
      .write((client) => client.eval(agreeScript, { keys, arguments: [current()] }))
      // It is tried again when Redis is back.
      .catch(() => undefined);
    if (typeof agreed === 'string' && agreed !== '') adopt(agreed);
  };
  link.on('up', () => void agree());
  if (link.isUp) await agree();
}
