import { createHmac, timingSafeEqual } from 'node:crypto';
import type { LinkedFile } from './media-file-code';
import { fileCodeOf, parseFileCode } from './media-file-code';
import { MediaLinkExpiredError, MediaLinkInvalidError } from './request.errors';

/** What a link of ours entitles to: one file of one post, for a time. */
export interface MediaGrant {
  readonly postId: string;
  readonly file: LinkedFile;
  /** Unix seconds. */
  readonly expiresAtSeconds: number;
}

const tokenPattern =
  /^(?<claim>v1\.(?<postId>\d{15,25})\.(?<code>[\w~!-]{1,300})\.(?<expiry>[0-9a-z]{1,9}))\.(?<seal>[\w-]{43})$/;

/**
 * Signs links and knows its own again. A token is text to be read by people, `v1.POST.FILE.EXPIRY.SEAL`; the seal
 * (HMAC-SHA256) also covers the file's name, which stands behind the token in the address.
 */
export class MediaTokens {
  /** The first secret signs, all of them are accepted. */
  constructor(private secrets: readonly [string, ...string[]]) {}

  get newest(): string {
    return this.secrets[0];
  }

  /** Signs with this secret from now on; what was signed before stays good. */
  adopt(secret: string): void {
    if (secret !== this.newest)
      this.secrets = [secret, ...this.secrets.filter((known) => known !== secret)];
  }

  sign({ postId, file, expiresAtSeconds }: MediaGrant, fileName: string): string {
    const expiry = Math.floor(expiresAtSeconds).toString(36);
    const claim = `v1.${postId}.${fileCodeOf(file)}.${expiry}`;
    return `${claim}.${sealOf(this.newest, claim, fileName)}`;
  }

  /** Throws {@link MediaLinkInvalidError} for what we did not sign, {@link MediaLinkExpiredError} for what is over. */
  verify(token: string, fileName: string, nowMs: number): MediaGrant {
    const { claim, postId, code, expiry, seal } = tokenPattern.exec(token)?.groups ?? {};
    if (!claim || !postId || !code || !expiry || !seal) throw new MediaLinkInvalidError();
    if (!this.isOurs(claim, fileName, seal)) throw new MediaLinkInvalidError();
    const expiresAtSeconds = parseInt(expiry, 36);
    if (expiresAtSeconds * 1000 <= nowMs) throw new MediaLinkExpiredError();
    const file = parseFileCode(code);
    if (!file) throw new MediaLinkInvalidError();
    return { postId, file, expiresAtSeconds };
  }

  /** Compares texts and not bytes: two texts may stand for the same bytes, and only one of them is ours. */
  private isOurs(claim: string, fileName: string, seal: string): boolean {
    const given = Buffer.from(seal);
    const matches = this.secrets.map((secret) =>
      timingSafeEqual(Buffer.from(sealOf(secret, claim, fileName)), given),
    );
    return matches.includes(true);
  }
}

function sealOf(secret: string, claim: string, fileName: string): string {
  return createHmac('sha256', secret).update(`${claim}\n${fileName}`).digest('base64url');
}
