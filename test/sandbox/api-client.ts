/* eslint-disable @typescript-eslint/no-unsafe-return -- tests walk JSON that has no types */
import { SANDBOX_SEAL, type Sandbox } from '../../src/sandbox';
import type { Account } from '../../src/sandbox';
import { DEVICE, fetchFrom } from './sandbox-client';

export const SEAL = `X-Bogus=1&X-Gnarly=${SANDBOX_SEAL}`;

/** Asks the web API with all that any endpoint wants; empty text stands for a silent refusal. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests walk foreign JSON
export async function ask(sandbox: Sandbox, path: string, query: object = {}): Promise<any> {
  const parameters = new URLSearchParams(query as Record<string, string>).toString();
  const answer = await fetchFrom(sandbox, `${path}?${DEVICE}&${parameters}&${SEAL}`, {
    headers: { cookie: await cookiesOf(sandbox) },
  });
  return answer.text === '' ? undefined : answer.json();
}

const sessions = new WeakMap<Sandbox, Promise<string>>();

/** The cookies that a page handed out, as a browser would send them back. */
function cookiesOf(sandbox: Sandbox): Promise<string> {
  const known = sessions.get(sandbox);
  if (known) return known;
  const booted = fetchFrom(sandbox, '/@tiktok').then(({ cookies }) =>
    [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
  );
  sessions.set(sandbox, booted);
  return booted;
}

export function accountIn(sandbox: Sandbox, handle: string): Account {
  const account = sandbox.world.user(handle);
  if (!account) throw new Error(`No account ${handle}`);
  return account;
}

export function idsOf(rows: readonly { id: string }[] | undefined): string[] {
  return (rows ?? []).map(({ id }) => id);
}
