import { readRange } from '../http/byte-range';
import { htmlReply, type Reply } from '../http/reply';
import type { SandboxRequest } from '../http/sandbox-request';
import type { MediaFile } from '../media/library';
import {
  fileNumberOf,
  MediaGrants,
  qualityOf,
  type MediaRequest,
  type Refusal,
} from '../media/media-grants';
import { hashText } from '../world/hash';
import type { Emulator, Handler } from './answering';

/** Video links of pages and lists: cookie, Referer and time are checked. */
export const mediaVideo: Handler = (emulator, request) => {
  const { media } = emulator;
  const refusal = grants(emulator).refuseVideo(mediaRequest(emulator, request));
  const file = media.rendition(fileNumberOf(request.path) || 1, qualityOf(request.path));
  return refusal ? refused(refusal) : fileReply(request, file);
};

/** Video links of embeds: open until they expire. */
export const mediaOpenVideo: Handler = (emulator, request) => {
  const refusal = grants(emulator).refusePathSigned(mediaRequest(emulator, request));
  const file = emulator.media.rendition(fileNumberOf(request.path) || 1, qualityOf(request.path));
  return refusal ? refused(refusal) : fileReply(request, file);
};

export const mediaSound: Handler = (emulator, request) => {
  const refusal = grants(emulator).refusePathSigned(mediaRequest(emulator, request));
  const file = emulator.media.sound(fileNumberOf(request.path) || 1);
  return refusal ? refused(refusal) : fileReply(request, file);
};

/** The `/aweme/v1/play/` form. */
export const mediaPlay: Handler = (emulator, request) => {
  const refusal = grants(emulator).refusePlay(mediaRequest(emulator, request));
  const post = emulator.world.post(request.query.get('item_id') ?? '');
  if (refusal || post?.kind !== 'video') return refused(refusal ?? 'bad-signature');
  const quality = request.query.get('file_id')?.startsWith('7') === true ? '720p' : '540p';
  return fileReply(request, emulator.media.rendition(post.clip.number, quality));
};

export const mediaImage: Handler = (emulator, request) => {
  const refusal = grants(emulator).refuseImage(mediaRequest(emulator, request));
  return refusal ? refused(refusal) : fileReply(request, imageFile(emulator, request.path));
};

function imageFile({ media }: Emulator, path: string): MediaFile {
  const number = fileNumberOf(path);
  if (path.includes('-avt-')) return media.avatar(number);
  return path.includes('photomode') ? media.photo(number) : media.cover(number || 1);
}

function grants({ world }: Emulator): MediaGrants {
  return new MediaGrants(world.key);
}

function mediaRequest({ world, tokens }: Emulator, request: SandboxRequest): MediaRequest {
  const cookie = request.cookies.get('tt_chain_token') ?? '';
  return {
    path: request.path,
    query: request.query,
    chainToken: tokens.isChainToken(cookie) ? cookie : '',
    referer: request.header('referer'),
    nowSeconds: world.nowSeconds(),
  };
}

function refused(reason: Refusal): Reply {
  const reply = htmlReply('<html><body><h1>403 Forbidden</h1></body></html>', 403);
  // TikTok does not say why; a person at the sandbox may want to know.
  reply.headers['x-tiktok-sandbox-refusal'] = reason;
  return reply;
}

function fileReply(request: SandboxRequest, { bytes, contentType }: MediaFile): Reply {
  const etag = `"${hashText(bytes.length, request.path).toString(16)}"`;
  const headers: Reply['headers'] = {
    'content-type': contentType,
    'accept-ranges': 'bytes',
    'cache-control': 'max-age=86400',
    etag,
  };
  const ifRange = request.header('if-range');
  const wanted = ifRange === '' || ifRange === etag ? request.header('range') : '';
  const range = readRange(wanted, bytes.length);
  if (range === 'none') return { status: 200, headers, body: bytes };
  if (range === 'unsatisfiable') {
    headers['content-range'] = `bytes */${bytes.length}`;
    return { status: 416, headers, body: '' };
  }
  headers['content-range'] = `bytes ${range.first}-${range.last}/${bytes.length}`;
  return { status: 206, headers, body: bytes.subarray(range.first, range.last + 1) };
}
