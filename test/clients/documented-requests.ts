import type { Known } from './known';

type Value = string | number | boolean;

interface Schema {
  readonly $ref?: string;
  readonly example?: Value;
  readonly properties?: Readonly<Record<string, Schema>>;
}

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly example?: Value;
    readonly schema?: Schema;
  }[];
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly schema: Schema }>>;
  };
}

export interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

export interface DocumentedRequest {
  readonly operationId: string;
  readonly method: 'GET' | 'POST' | 'HEAD';
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body?: string;
}

const methods = { get: 'GET', post: 'POST', head: 'HEAD' } as const;
type Method = keyof typeof methods;

/** One request for each operation, with every parameter that the document has an example of, optional ones too. */
export function documentedRequests(document: Document, known: Known): DocumentedRequest[] {
  return Object.entries(document.paths).flatMap(([template, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({
      operationId: operation.operationId,
      method: methods[method as Method],
      ...requestOf(template, operation, known),
      ...bodyOf(document, operation),
    })),
  );
}

function requestOf(
  template: string,
  { parameters = [], requestBody }: Operation,
  { token, media }: Known,
): Pick<DocumentedRequest, 'path' | 'headers'> {
  const headers: Record<string, string> = {
    authorization: `Bearer ${token}`,
    ...(requestBody && { 'content-type': 'application/json' }),
  };
  const query = new URLSearchParams();
  let path = template;
  for (const { name, in: place, example, schema } of parameters) {
    const value = String(
      ownValue(template, name, { token, media }) ?? example ?? schema?.example ?? '',
    );
    if (value === '') continue;
    if (place === 'path') path = path.replace(`{${name}}`, encodeURIComponent(value));
    if (place === 'query') query.set(name, value);
    if (place === 'header') headers[name] = value;
  }
  return { path: query.size > 0 ? `${path}?${query.toString()}` : path, headers };
}

/** What no document can have an example of: links that this server made, and tokens that it knows. */
function ownValue(
  template: string,
  name: string,
  { token, media }: Pick<Known, 'token' | 'media'>,
): string | undefined {
  if (template.startsWith('/media/')) return { token: media.token, name: media.name }[name];
  return name === 'token' ? token : undefined;
}

function bodyOf(
  { components }: Document,
  { requestBody }: Operation,
): Pick<DocumentedRequest, 'body'> {
  const schema = requestBody?.content['application/json']?.schema;
  if (!schema) return {};
  const { properties = {} } = components.schemas[schema.$ref?.split('/').pop() ?? ''] ?? schema;
  const members = Object.entries(properties).map(([name, { example }]) => [name, example]);
  return { body: JSON.stringify(Object.fromEntries(members)) };
}
