import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
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

/** Answers what is no HTTP at all, which no route or filter ever sees, as a problem like every other. */
export function answerClientError(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const status = statusByCode[error.code ?? ''] ?? 400;
  socket.end(
    rawProblem({
      status,
      code: codeByStatus[status] ?? 'request.invalid',
      detail: status === 400 ? 'The request is no valid HTTP.' : `${STATUS_CODES[status]}.`,
    }),
  );
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
