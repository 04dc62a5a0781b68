import { htmlReply, type Reply } from '../http/reply';
import type { SandboxRequest } from '../http/sandbox-request';
import { carrier, pageWithoutCarrier } from '../render/page-html';
import type { JsonObject } from '../render/rendering';

export function embedReply(request: SandboxRequest, pageName: string, data: JsonObject): Reply {
  return entryReply(request, { isError: false, pageName, code: 200, ...data });
}

/** Some readers saw 404 where most saw 400. */
export function embedError(request: SandboxRequest, errorStatus: number, data: JsonObject): Reply {
  const error = { isError: true, pageName: 'error', errorStatus };
  return { ...entryReply(request, { ...error, ...data }), status: errorStatus };
}

/** The entry stands under the address as it was asked for, query included. */
function entryReply(request: SandboxRequest, entry: JsonObject): Reply {
  const route = request.target;
  const common = { route, link: route, page: 1, isReady: true, isFetching: false };
  const state = {
    router: { link: route },
    source: { get: null, data: { [route]: { ...common, ...entry }, strategy: { isReady: true } } },
  };
  // The carrier's name stands a second time in the bootstrap code, as on the real pages.
  const bootstrap =
    '<script>window["__FRONTITY_CONNECT_STATE__"] || console.log("sandbox")</script>';
  return htmlReply(pageWithoutCarrier(bootstrap + carrier('__FRONTITY_CONNECT_STATE__', state)));
}
