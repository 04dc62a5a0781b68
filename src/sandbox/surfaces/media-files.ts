import { readRange } from '../http/byte-range';
import { htmlReply, type Reply } from '../http/reply';
import type { SandboxRequest } from '../http/sandbox-request';
import { clipOf } from '../media/clip-choice';
import { bodyOf } from '../media/file-body';
import type { MediaFile } from '../media/library';
import * as grant from '../media/media-grants';
import { subtitleText } from '../media/subtitles';
import { hashText } from '../world/hash';
import type { Emulator, Handler } from './answering';

/** Video links of pages and lists: cookie, Referer and time are checked. */
export const mediaVideo: Handler = (emulator, request) => {
  const refusal = grants(emulator).refuseVideo(mediaRequest(emulator, request));
  return refusal ? refused(refusal) : fileReply(request, videoFile(emulator, request));
};

/** Video links of embeds: open until they expire. */
export const mediaOpenVideo: Handler = (emulator, request) => {
  const refusal = grants(emulator).refusePathSigned(mediaRequest(emulator, request));
  return refusal ? refused(refusal) : fileReply(request, videoFile(emulator, request));
};

export const mediaSound: Handler = (emulator, request) => {
  const refusal = grants(emulator).refusePathSigned(mediaRequest(emulator, request));
  const file = emulator.media.sound(grant.clipOfPath(request.path).number);
  return refusal ? refused(refusal) : fileReply(request, file);
};

export const mediaSubtitle: Handler = (emulator, request) => {
  const refusal = grants(emulator).refusePathSigned(mediaRequest(emulator, request));
  const { key, languageNumber } = grant.subtitleOfPath(request.path);
  const bytes = Buffer.from(subtitleText(key, languageNumber));
  const file = { contentType: 'text/vtt; charset=utf-8', bytes, size: bytes.length };
  return refusal ? refused(refusal) : fileReply(request, file);
};

/** The `/aweme/v1/play/` form: no cookie, but at home in one region only. */
export const mediaPlay: Handler = (emulator, request) => {
  const { media, switches, world } = emulator;
  if (switches.get('play-links') === 'wrong-region') {
    return htmlReply('<html><body>Not available in your region</body></html>');
  }
  const refusal = grants(emulator).refusePlay(mediaRequest(emulator, request));
  const post = world.post(request.query.get('item_id') ?? '');
  if (refusal || post?.kind !== 'video') return refused(refusal ?? 'bad-signature');
  const asked = grant.qualityOfFileId(request.query.get('file_id') ?? '');
  return fileReply(request, media.rendition(clipOf(post), asked));
};

export const mediaImage: Handler = (emulator, request) => {
  const refusal = grants(emulator).refuseImage(mediaRequest(emulator, request));
  return refusal ? refused(refusal) : fileReply(request, imageFile(emulator, request.path));
};

function videoFile({ media }: Emulator, { path }: SandboxRequest): MediaFile {
  return media.rendition(grant.clipOfPath(path), grant.qualityOfPath(path));
}

function imageFile({ media }: Emulator, path: string): MediaFile {
  const number = grant.fileNumberOf(path);
  if (path.includes('-avt-')) return media.avatar(number);
  if (path.endsWith('.webp')) return media.dynamicCover(number || 1);
  return path.includes('photomode') ? media.photo(number) : media.cover(number || 1);
}

function grants({ world }: Emulator): grant.MediaGrants {
  return new grant.MediaGrants(world.key);
}

function mediaRequest({ world, tokens }: Emulator, request: SandboxRequest): grant.MediaRequest {
  const cookie = request.cookies.get('tt_chain_token') ?? '';
  return {
    path: request.path,
    query: request.query,
    chainToken: tokens.isChainToken(cookie) ? cookie : '',
    referer: request.header('referer'),
    nowSeconds: world.nowSeconds(),
  };
}

function refused(reason: grant.Refusal): Reply {
  const reply = htmlReply('<html><body><h1>403 Forbidden</h1></body></html>', 403);
  // TikTok does not say why; a person at the sandbox may want to know.
  reply.headers['x-tiktok-sandbox-refusal'] = reason;
  return reply;
}

function fileReply(request: SandboxRequest, file: MediaFile): Reply {
  const etag = `"${hashText(file.size, request.path).toString(16)}"`;
  const headers: Reply['headers'] = {
    'content-type': file.contentType,
    'accept-ranges': 'bytes',
    'cache-control': 'max-age=86400',
    etag,
  };
  const ifRange = request.header('if-range');
  const wanted = ifRange === '' || ifRange === etag ? request.header('range') : '';
  const range = readRange(wanted, file.size);
  if (range === 'none') {
    return { status: 200, headers, body: bodyOf(file, { first: 0, last: file.size - 1 }) };
  }
  if (range === 'unsatisfiable') {
    headers['content-range'] = `bytes */${file.size}`;
    return { status: 416, headers, body: '' };
  }
  headers['content-range'] = `bytes ${range.first}-${range.last}/${file.size}`;
  return { status: 206, headers, body: bodyOf(file, range) };
}
