import type { AppConfig } from './config/app-config';
import { ConfigError } from './config/app-config';
import type { Sandbox } from './sandbox';
import { parseFaults, parseSwitches, startSandbox } from './sandbox';

/** Starts the sandbox that the configuration describes, inside this process. */
export async function openSandbox({ sandbox }: AppConfig): Promise<Sandbox> {
  return startSandbox({
    ...sandbox,
    faults: namingVariable('SANDBOX_FAULTS', () => parseFaults(sandbox.faults)),
    switches: namingVariable('SANDBOX_SWITCHES', () => parseSwitches(sandbox.switches)),
  });
}

/** The same configuration with the sandbox, its clock and its signer in TikTok's place. */
export function onSandbox(config: AppConfig, sandbox: Sandbox): AppConfig {
  const upstream = { baseUrl: sandbox.origin, nowMs: () => sandbox.clock.nowMs() };
  const signer = { ...config.signer, url: config.signer.url ?? sandbox.signerUrl };
  return { ...config, tiktok: { ...config.tiktok, ...upstream }, signer };
}

/** What only the sandbox can read is wrong configuration too, and says which variable it was. */
function namingVariable<T>(name: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new ConfigError([`${name}: ${error instanceof Error ? error.message : String(error)}`]);
  }
}
