import type { Examples } from '../../../src/openapi/examples';
import type { TestApi, TestApiOptions } from '../api';
import { fixedNowMs, startApi } from '../api';
import type { Circumstance } from './circumstances';
import { circumstances } from './circumstances';
import type { DocumentedOperation } from './documented-operations';
import { documentedOperations } from './documented-operations';
import { told } from './told';

type Collected = Record<string, Record<string, unknown>>;

const requestId = 'example-request';
const usual: TestApiOptions = { accessNowMs: () => fixedNowMs };

/** What the sandbox answers to every operation of the document, and how each of its errors looks. */
export async function collectExamples(): Promise<Examples> {
  const answers: Collected = {};
  await withApi(usual, async (api) => {
    for (const operation of await documentedOperations(api))
      await collectAnswer(api, operation, answers);
  });
  const errors: Collected = {};
  for (const circumstance of circumstances) await collectErrors(circumstance, errors);
  return { answers: sorted(answers), errors: sorted(errors) };
}

async function withApi(
  options: TestApiOptions,
  use: (api: TestApi) => Promise<void>,
): Promise<void> {
  const api = await startApi({ ...usual, ...options });
  try {
    await use(api);
  } finally {
    await api.close();
  }
}

async function collectAnswer(
  api: TestApi,
  { operation, method, path, body }: DocumentedOperation,
  answers: Collected,
): Promise<void> {
  const content = operation.responses['200']?.content ?? {};
  for (const type of Object.keys(content).filter((each) => each !== '*/*')) {
    const headers = { accept: type, 'x-request-id': requestId, ...(body && json) };
    const { status, text } = await api.call(path, { method, headers, body });
    if (status !== 200) throw new Error(`${method} ${path}: ${status} ${text.slice(0, 300)}`);
    const value: unknown = type === 'application/json' ? JSON.parse(text) : firstMeasurement(text);
    (answers[operation.operationId] ??= {})[type] = told(value, placesOf(api));
  }
}

const json = { 'content-type': 'application/json' };

/** Measurements are many, and of this machine: the first of the server itself stands for all. */
function firstMeasurement(text: string): string {
  if (!text.startsWith('# HELP')) return text;
  return text.split('\n').slice(0, 2).join('\n');
}

async function collectErrors(
  { options = {}, prepare, questions }: Circumstance,
  errors: Collected,
): Promise<void> {
  await withApi(options, async (api) => {
    const operations = await documentedOperations(api);
    prepare?.(api);
    for (const { path, headers, ...request } of questions) {
      const asked = { ...request, headers: { 'x-request-id': requestId, ...headers } };
      const { status, text, headers: answered } = await api.call(path, asked);
      const operation = operationOf(operations, asked.method ?? 'GET', path);
      const reference = operation?.operation.responses[String(status)]?.$ref;
      if (status < 400 || reference === undefined) continue;
      const name = reference.split('/').pop() ?? '';
      const [type = ''] = String(answered['content-type']).split(';');
      errors[name] ??= { [type]: told(JSON.parse(text), placesOf(api)) };
    }
  });
}

function operationOf(
  operations: readonly DocumentedOperation[],
  method: string,
  path: string,
): DocumentedOperation | undefined {
  const [address = ''] = path.split('?');
  return operations.find((each) => {
    const pattern = each.template.replaceAll('.', '\\.').replace(/\{[^}]+\}/g, '[^/]+');
    return each.method === method && new RegExp(`^${pattern}$`).test(address);
  });
}

function placesOf({ url, sandbox }: TestApi): { api: string; sandbox: string } {
  return { api: url, sandbox: sandbox.origin };
}

function sorted(collected: Collected): Collected {
  return Object.fromEntries(Object.entries(collected).sort(([a], [b]) => (a < b ? -1 : 1)));
}
