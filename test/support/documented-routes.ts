import type { TestApi } from './api';

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly example?: string | number | boolean;
  readonly schema?: {
    readonly example?: string | number | boolean;
    readonly enum?: readonly string[];
  };
}

interface Operation {
  readonly parameters?: readonly Parameter[];
}

export interface DocumentedRoute {
  readonly method: 'GET' | 'POST' | 'HEAD';
  /** As in the OpenAPI document. */
  readonly template: string;
  /** With the documented examples in place of parameters. */
  readonly path: string;
}

const methods = { get: 'GET', post: 'POST', head: 'HEAD' } as const;

/** Every route of the server's own document, called with the examples it gives. */
export async function examplePaths(api: TestApi): Promise<DocumentedRoute[]> {
  const { paths } = (await api.call('/openapi.json')).json<{
    paths: Record<string, Partial<Record<keyof typeof methods, Operation>>>;
  }>();
  return Object.entries(paths).flatMap(([template, operations]) =>
    (Object.keys(methods) as (keyof typeof methods)[]).flatMap((method) => {
      const operation = operations[method];
      return operation
        ? [{ method: methods[method], template, path: addressOf(template, operation) }]
        : [];
    }),
  );
}

function addressOf(template: string, { parameters = [] }: Operation): string {
  let path = template;
  const query = new URLSearchParams();
  for (const parameter of parameters) {
    const value = String(
      parameter.example ?? parameter.schema?.example ?? parameter.schema?.enum?.[0] ?? 'x',
    );
    if (parameter.in === 'path')
      path = path.replace(`{${parameter.name}}`, encodeURIComponent(value));
    if (parameter.in === 'query' && parameter.required !== false) query.set(parameter.name, value);
  }
  return query.size > 0 ? `${path}?${query.toString()}` : path;
}
