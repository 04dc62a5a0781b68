import { jsonReply, withHeader, type Reply } from '../http/reply';
import type { Controls } from './controls';
import { DESCRIPTION, ENDPOINTS, type Endpoint } from './endpoints';

export interface ControlCall {
  method: string;
  /** The part after `/__sandbox`, with its slash. */
  path: string;
  body: string;
}

export const CONTROL_PREFIX = '/__sandbox';

/** Only this machine may turn the sandbox's knobs. */
export function isLoopbackHost(hostHeader: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i.test(hostHeader);
}

/** Answers `/__sandbox/...`. What is wrong with a request is said in a sentence. */
export function answerControl(controls: Controls, call: ControlCall): Reply {
  const path = call.path.replace(/\/$/, '');
  if (path === '') return call.method === 'GET' ? jsonReply(DESCRIPTION) : notAllowed(['GET']);
  const endpoint: Endpoint | undefined = ENDPOINTS[path];
  if (!endpoint) return failed(`Nothing at ${CONTROL_PREFIX}${path}`, 404);
  const act = endpoint[call.method as keyof Endpoint];
  if (!act) return notAllowed(Object.keys(endpoint));
  try {
    return jsonReply(act(controls, readBody(call.body)));
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error), 400);
  }
}

function readBody(body: string): object {
  const value: unknown = body.trim() === '' ? {} : JSON.parse(body);
  if (typeof value === 'object' && value !== null) return value;
  throw new Error('The body must be a JSON object or a list of them');
}

function failed(error: string, status: number): Reply {
  return jsonReply({ error }, status);
}

function notAllowed(methods: readonly string[]): Reply {
  return withHeader(failed('Method not allowed', 405), 'allow', methods.join(', '));
}
