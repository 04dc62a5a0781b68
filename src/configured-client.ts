import type { DynamicModule } from '@nestjs/common';
import { Logger } from '@nestjs/common';
import type { AppConfig } from './config/app-config';
import type { SourceTry } from './tiktok';
import { TikTokModule } from './tiktok';

const logger = new Logger('TikTok');
const onWarning = (message: string): void => logger.warn(message);

export interface Watchers {
  /** Called when a source was tried. */
  readonly onTry?: (tried: SourceTry) => void;
  /** Why this process can take no new work at the moment; undefined when it can. */
  readonly strain?: () => string | undefined;
}

/** The client as the configuration wants it, for the server and the doctor alike. */
export function tiktokModule(
  { tiktok, sessions, signer, operations, media, load, probe }: AppConfig,
  watchers: Watchers = {},
): DynamicModule {
  return TikTokModule.forRoot({
    transport: tiktok,
    sessions: { ...sessions, onWarning },
    signer,
    media,
    pagesAhead: operations.pagesAhead,
    operationTimeoutMs: operations.timeoutMs,
    maxOperations: load.maxOperations,
    ...watchers,
    // A sandbox needs no manners.
    probe: { samples: probe, spacingMs: tiktok.baseUrl === undefined ? undefined : 0 },
    // Whatever is not TikTok itself must never pass for it.
    sourcePrefix: tiktok.baseUrl === undefined ? '' : 'sandbox:',
    upstreamNowMs: tiktok.nowMs,
  });
}
