import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { request } from 'undici';
import { fromBufferPromise } from 'yauzl';
import type { Post } from '../../src/sandbox';
import type { MediaFile } from '../../src/sandbox/media/library';
import { digestOf } from './canonical';
import { bytesOf, digestOfFile, filesOf } from './files';
import type { Surroundings } from './visitor';
import { Visitor } from './visitor';

/** How a caller reads a file: the bytes that it wants, and after how many it goes away. */
export interface Reading {
  readonly range?: { readonly first: number; readonly last: number };
  readonly hangUpAfterBytes?: number;
  readonly method?: 'GET' | 'HEAD';
}

interface ReadFile {
  readonly digest: string;
  readonly length: number;
  readonly isWhole: boolean;
}

const patienceMs = 180_000;

/** Opens links of ours and compares the bytes with the sandbox's own. */
export class FileVisitor {
  private readonly visitor: Visitor;

  constructor(
    private readonly surroundings: Surroundings,
    private readonly family: string,
  ) {
    this.visitor = new Visitor(surroundings, family);
  }

  /** One of `files` is behind the link, or a stretch of it. */
  async read(link: string, files: readonly MediaFile[], reading: Reading = {}): Promise<void> {
    const { range, hangUpAfterBytes, method = 'GET' } = reading;
    const beganMs = performance.now();
    const headers: Record<string, string> = range
      ? { range: `bytes=${range.first}-${range.last}` }
      : {};
    const question = { path: pathOf(link), statuses: [range ? 206 : 200] };
    try {
      const answer = await this.open(link, { method, headers });
      const { statusCode, body } = answer;
      if (!this.visitor.isExpected(question, statusCode, beganMs)) return await body.dump();
      if (hangUpAfterBytes !== undefined) return await this.hangUp(body, hangUpAfterBytes);
      const read = await readAll(body);
      this.surroundings.tally.bytes += read.length;
      if (!read.isWhole) return this.broken(question.path, beganMs);
      const size = totalOf(answer.headers);
      const file = files.find((candidate) => candidate.size === size);
      this.visitor.doubt(question, file ? undefined : `no file behind it has ${size} bytes`);
      if (!file || method === 'HEAD') return;
      const expected = digestOfFile(file, range?.first, range && Math.min(range.last, size - 1));
      if (read.digest !== expected)
        this.visitor.doubt(question, `${read.length} bytes are not those of the file`);
    } catch (error) {
      this.failed(question.path, error);
    } finally {
      this.surroundings.tally.answered(this.family, performance.now() - beganMs);
    }
  }

  /** All files of a photo post, each byte for byte, and none missing that could be had. */
  async readZip(link: string, post: Post): Promise<void> {
    const beganMs = performance.now();
    const question = { path: pathOf(link) };
    try {
      const { statusCode, body, trailers } = await this.open(link, { method: 'GET', headers: {} });
      if (!this.visitor.isExpected(question, statusCode, beganMs)) return await body.dump();
      const bytes = await buffer(body).catch(() => undefined);
      if (!bytes) return this.broken(question.path, beganMs);
      this.surroundings.tally.bytes += bytes.length;
      const failed = trailers['x-failed-files'];
      const isExcused = failed !== 'none' && this.surroundings.weather.excuses(beganMs);
      for (const wrong of await wrongInZip(bytes, post))
        if (!isExcused || !wrong.endsWith('is missing')) this.visitor.doubt(question, wrong);
    } catch (error) {
      this.failed(question.path, error);
    } finally {
      this.surroundings.tally.answered(this.family, performance.now() - beganMs);
    }
  }

  private open(link: string, how: { method: 'GET' | 'HEAD'; headers: Record<string, string> }) {
    const { dispatcher } = this.surroundings;
    return request(link, { ...how, dispatcher, signal: AbortSignal.timeout(patienceMs) });
  }

  private async hangUp(body: AsyncIterable<Buffer>, afterBytes: number): Promise<void> {
    let length = 0;
    // Leaving the loop ends the connection.
    for await (const chunk of body) if ((length += chunk.length) >= afterBytes) break;
    this.surroundings.tally.hangUps += 1;
  }

  /** A body that ends early is TikTok's doing while it misbehaves, and ours otherwise. */
  private broken(path: string, beganMs: number): void {
    const { weather, tally, complaints } = this.surroundings;
    if (weather.excuses(beganMs)) tally.brokenStreams += 1;
    else complaints.add('no answer', `${path} broke off (${weather.now})`);
  }

  private failed(path: string, error: unknown): void {
    this.surroundings.complaints.add('no answer', `${path}: ${String(error)}`);
  }
}

/** An end before the last byte is an error of the body. */
async function readAll(body: AsyncIterable<Buffer>): Promise<ReadFile> {
  const hash = createHash('sha256');
  let length = 0;
  try {
    for await (const chunk of body) {
      hash.update(chunk);
      length += chunk.length;
    }
  } catch {
    return { digest: '', length, isWhole: false };
  }
  return { digest: hash.digest('hex'), length, isWhole: true };
}

function totalOf(headers: Readonly<Record<string, string | string[] | undefined>>): number {
  const [, total] = /\/(\d+)$/.exec(String(headers['content-range'])) ?? [];
  return Number(total ?? headers['content-length']);
}

async function wrongInZip(zip: Buffer, post: Post): Promise<readonly string[]> {
  const wanted = new Map<string, string>();
  for (let n = 0; n < post.pictures; n += 1)
    wanted.set(`${String(n + 1).padStart(2, '0')}.jpeg`, digestIn(filesOf(post, 'picture', n)));
  wanted.set('sound.m4a', digestIn(filesOf(post, 'sound')));
  const reader = await fromBufferPromise(zip);
  const wrong: string[] = [];
  for await (const entry of reader.eachEntry()) {
    const { fileName } = entry;
    if (fileName === 'errors.txt') continue;
    const content = await buffer(await reader.openReadStreamPromise(entry));
    if (wanted.get(fileName) !== digestOf(content)) wrong.push(`${fileName} has other bytes`);
    wanted.delete(fileName);
  }
  return [...wrong, ...[...wanted.keys()].map((name) => `${name} is missing`)];
}

function digestIn([file]: readonly MediaFile[]): string {
  return file ? digestOf(bytesOf(file)) : '';
}

function pathOf(link: string): string {
  return new URL(link).pathname;
}
