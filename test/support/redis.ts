import { setTimeout as sleep } from 'node:timers/promises';
import { isRedisInstalled } from './redis-server';

export { TestRedis } from './redis-server';

const isInstalled = isRedisInstalled();
if (!isInstalled)
  process.stderr.write('No redis-server on this machine: the tests that need one are skipped\n');

/** `describe` where redis-server is installed (`apt-get install redis-server`), skipped where not. */
export const describeWithRedis = isInstalled ? describe : describe.skip;

/** Waits until something holds; what never comes to hold fails with the last reason. */
export async function eventually(check: () => unknown): Promise<void> {
  for (let round = 0; ; round += 1) {
    try {
      await check();
      return;
    } catch (error) {
      if (round >= 600) throw error;
      await sleep(25);
    }
  }
}
