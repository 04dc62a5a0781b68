import type { MediaReply } from './media-reply';
import type { PostFiles } from './post-files';
import { zipOf } from './post-zip';

export interface ZipRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly isHead: boolean;
}

/** All files of a photo post in one; its length is known only when it is over. */
export async function zipReply(
  files: PostFiles,
  { headers, isHead }: ZipRequest,
): Promise<MediaReply> {
  const all = { ...headers, 'content-type': 'application/zip', 'accept-ranges': 'none' };
  if (isHead) return { status: 200, headers: all };
  return {
    status: 200,
    headers: all,
    body: zipOf(await files.begin(), files.madeAt),
    trailers: { 'x-file-count': () => files.counts, 'x-failed-files': () => files.failed },
  };
}
