import type { Logger } from '@nestjs/common';
import type { AppConfig } from '../config/app-config';
import { ConfigError } from '../config/app-config';
import { ApiTokens } from './api-tokens';
import { TokenFile } from './token-file';

/** The tokens of the configuration; a file that cannot be read at start is wrong configuration. */
export function tokensOf(access: AppConfig['access'], logger: Logger): ApiTokens {
  return new ApiTokens({ ...access, file: fileOf(access, logger) });
}

function fileOf({ tokensFile, nowMs }: AppConfig['access'], logger: Logger): TokenFile | undefined {
  if (tokensFile === undefined) return undefined;
  try {
    return new TokenFile({
      path: tokensFile,
      nowMs,
      onWarning: (message) => logger.warn(message),
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ConfigError([`API_TOKENS_FILE=${tokensFile}: ${reason}`]);
  }
}
