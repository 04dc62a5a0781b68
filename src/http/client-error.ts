import { randomUUID } from 'node:crypto';
import { ServerResponse, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { Problem } from './problem';

const statusByCode: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

const codeByStatus: Readonly<Record<number, string>> = {
  408: 'request.timeout',
  431: 'request.headers_too_large',
};

type ClientError = Error & { readonly code?: string };

/**
 * Answers what is no HTTP at all, which no route or filter ever sees, as a problem like every other. What came
 * before it on the same connection is answered first, and whole.
 */
export function answerClientError(error: ClientError, socket: Socket): void {
  const earlier = responseUnderWay(socket);
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  if (earlier?.req.complete) return answerBehind(earlier, error, socket);
  // Of the request that is broken itself: half an answer cannot be taken back.
  if (earlier?.headersSent) return void socket.destroy();
  const status = statusByCode[error.code ?? ''] ?? 400;
  socket.end(
    rawProblem({
      status,
      code: codeByStatus[status] ?? 'request.invalid',
      detail: status === 400 ? 'The request is no valid HTTP.' : `${STATUS_CODES[status]}.`,
    }),
  );
}

/** Connections that end behind an answer; whatever else comes on them is no news. */
const ending = new WeakSet<Socket>();

function answerBehind(earlier: ServerResponse, error: ClientError, socket: Socket): void {
  if (ending.has(socket)) return;
  ending.add(socket);
  earlier.once('finish', () => {
    ending.delete(socket);
    answerClientError(error, socket);
  });
}

/** Node says it nowhere else; its own handling of these errors looks here too. */
function responseUnderWay(socket: Socket): ServerResponse | undefined {
  const message = '_httpMessage' in socket ? socket._httpMessage : undefined;
  return message instanceof ServerResponse ? message : undefined;
}

type RawFacts = Pick<Problem, 'status' | 'code' | 'detail' | 'retryAfterSeconds'>;

/** A problem as the bytes of a whole answer, after which the connection is closed. */
export function rawProblem({ status, code, detail, retryAfterSeconds }: RawFacts): string {
  const title = STATUS_CODES[status] ?? 'Error';
  const requestId = randomUUID();
  const isLater = retryAfterSeconds !== undefined;
  const problem: Problem = {
    type: 'about:blank',
    title,
    status,
    code,
    detail,
    requestId,
    retryable: isLater,
    ...(isLater && { retryAfterSeconds }),
  };
  const body = JSON.stringify(problem);
  const head = [
    `HTTP/1.1 ${status} ${title}`,
    'content-type: application/problem+json',
    `content-length: ${Buffer.byteLength(body)}`,
    `x-request-id: ${requestId}`,
    'x-content-type-options: nosniff',
    ...(isLater ? [`retry-after: ${retryAfterSeconds}`] : []),
    'connection: close',
  ];
  return `${head.join('\r\n')}\r\n\r\n${body}`;
}
