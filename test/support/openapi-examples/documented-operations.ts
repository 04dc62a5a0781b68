import type { TestApi } from '../api';

interface Schema {
  readonly $ref?: string;
  readonly example?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema: Schema;
}

type Content = Readonly<Record<string, { readonly schema: Schema }>>;

interface Response {
  readonly $ref?: string;
  readonly content?: Content;
}

export interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, Response>>;
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

const methods = { get: 'GET', post: 'POST', head: 'HEAD' } as const;

/** An operation of the document, and how it is called with the examples of its parameters. */
export interface DocumentedOperation {
  readonly method: 'GET' | 'POST' | 'HEAD';
  readonly template: string;
  readonly operation: Operation;
  /** With what must be given, and nothing else. */
  readonly path: string;
  readonly body?: string;
}

/** Every operation of the document that this server serves. */
export async function documentedOperations(api: TestApi): Promise<DocumentedOperation[]> {
  const document = (await api.call('/openapi.json')).json<Document>();
  return Object.entries(document.paths).flatMap(([template, operations]) =>
    Object.entries(methods).flatMap(([name, method]) => {
      const operation = operations[name];
      if (!operation) return [];
      const path = addressOf(template, operation);
      return [{ method, template, operation, path, body: bodyOf(operation, document) }];
    }),
  );
}

function addressOf(template: string, { parameters = [] }: Operation): string {
  let path = template;
  const query = new URLSearchParams();
  for (const { name, in: place, required, schema } of parameters) {
    const value = String(schema.example);
    if (place === 'path') path = path.replace(`{${name}}`, encodeURIComponent(value));
    // Without a seed every call is answered otherwise.
    if (place === 'query' && (required || name === 'seed')) query.set(name, value);
  }
  return query.size > 0 ? `${path}?${query.toString()}` : path;
}

function bodyOf({ requestBody }: Operation, { components }: Document): string | undefined {
  const schema = requestBody?.content['application/json']?.schema;
  if (!schema) return undefined;
  const { properties = {} } = components.schemas[schema.$ref?.split('/').pop() ?? ''] ?? schema;
  const members = Object.entries(properties).map(([name, { example }]) => [name, example]);
  return JSON.stringify(Object.fromEntries(members));
}
