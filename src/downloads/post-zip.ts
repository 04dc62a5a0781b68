import { once } from 'node:events';
import type { PassThrough, Readable } from 'node:stream';
import { ZipFile } from 'yazl';

/** A file of the archive. */
export interface ZipEntry {
  readonly name: string;
  readonly bytes: Buffer;
}

/**
 * A zip of the entries in their order, not compressed, since pictures are already. An entry is asked for when the
 * one before it has been taken, so one of them is in memory at a time. Equal entries give equal bytes.
 */
export function zipOf(entries: AsyncIterable<ZipEntry>, madeAt: Date): Readable {
  const zip = new ZipFile();
  // yazl makes it so, and its types say less.
  const output = zip.outputStream as PassThrough;
  fill(zip, output, { entries, madeAt }).catch((error: unknown) =>
    output.destroy(error instanceof Error ? error : new Error(String(error))),
  );
  return output;
}

interface Content {
  readonly entries: AsyncIterable<ZipEntry>;
  readonly madeAt: Date;
}

async function fill(zip: ZipFile, output: PassThrough, content: Content): Promise<void> {
  const closed = new AbortController();
  output.once('close', () => closed.abort());
  for await (const { name, bytes } of content.entries) {
    zip.addBuffer(bytes, name, { mtime: content.madeAt, mode: 0o100644, compress: false });
    if (output.writableNeedDrain) await once(output, 'drain', { signal: closed.signal });
  }
  zip.end();
}
