import { parseExactly, writeJson } from '../http/exact-json';
import { bodyText, type Reply } from '../http/reply';

/** How the signer passes an answer on: parsed where it is JSON, as text where it is not. */
export function fetched(reply: Reply): Reply {
  const text = bodyText(reply);
  const body = writeJson({ status: 'ok', httpStatus: reply.status, data: parsed(text) });
  return { status: 200, headers: { 'content-type': 'application/json; charset=utf-8' }, body };
}

function parsed(text: string): unknown {
  try {
    return parseExactly(text);
  } catch {
    return text;
  }
}
