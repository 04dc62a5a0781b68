import { wideNumber } from '../http/exact-json';
import { htmlReply, jsonReply, textReply, type Reply } from '../http/reply';
import type { SandboxRequest } from '../http/sandbox-request';
import { pageWithoutCarrier } from '../render/page-html';
import { playerItem } from '../render/player';
import type { JsonObject } from '../render/rendering';
import { renderingFor, type Emulator, type Handler } from './answering';
import { statusOf } from './video-page';

const MOST_ITEMS = 20;
const POST_ID = /^\d{15,20}$/;

/** `/player/v1/ID`: a frame whose script asks for the items. */
export const playerPage: Handler = () => htmlReply(pageWithoutCarrier());

/** `/player/api/v1/items`: open to everybody, or behind the seal since autumn 2026. */
export const playerItems: Handler = (emulator, request) => {
  if (isClosed(emulator, request)) return textReply('', 403);
  const ids = (request.query.get('item_ids') ?? '').split(',').slice(0, MOST_ITEMS);
  if (!ids.every((id) => POST_ID.test(id))) {
    return jsonReply({ status_code: 5, status_msg: 'Invalid parameters' });
  }
  return itemsReply(emulator, request, ids);
};

function itemsReply(emulator: Emulator, request: SandboxRequest, ids: readonly string[]): Reply {
  const rendering = renderingFor(emulator, request, 'page');
  const items: JsonObject[] = [];
  const results = ids.map((id) => {
    const post = emulator.world.post(id);
    const isShown = post !== undefined && statusOf(post) === 0 && post.state === 'open';
    if (isShown) items.push(playerItem(rendering, post));
    return { id: wideNumber(id), id_str: id, code: isShown ? 'ok' : 'nil_core_data' };
  });
  return jsonReply({
    status_code: 0,
    status_msg: '',
    items: items.length > 0 ? items : null,
    results,
    extra: { fatal_item_ids: [] },
  });
}

function isClosed({ switches, sealer }: Emulator, request: SandboxRequest): boolean {
  if (switches.get('player-api') === 'open') return false;
  const sealed = { query: request.rawQuery, userAgent: request.header('user-agent') };
  return !sealer.verifySeal(sealed);
}
