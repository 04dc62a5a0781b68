import { create as contentDisposition } from 'content-disposition';

/** What every answer with a file's bytes, or about them, says. */
export interface MediaHeaderFacts {
  readonly fileName: string;
  /** Saved by browsers instead of shown. */
  readonly isAttachment: boolean;
  readonly secondsLeft: number;
}

// Whatever a file turns out to hold, a browser that opens its address runs nothing of it. It may still show it:
// `sandbox` would keep Chromium's own page around a video from loading that video.
const nothingRuns =
  "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

export function mediaHeaders(facts: MediaHeaderFacts): Record<string, string> {
  const { fileName, isAttachment, secondsLeft } = facts;
  return {
    'content-disposition': contentDisposition(fileName, {
      type: isAttachment ? 'attachment' : 'inline',
      fallback: asciiName(fileName),
    }),
    'cache-control': `private, max-age=${secondsLeft}`,
    'content-security-policy': nothingRuns,
    'cross-origin-resource-policy': 'cross-origin',
    'x-content-type-options': 'nosniff',
  };
}

/** For clients that cannot read the real name: what is left of it in ASCII. */
function asciiName(fileName: string): string {
  return fileName.replace(/[^\x20-\x7e]+/g, '_').replace(/["\\%]/g, '_');
}
