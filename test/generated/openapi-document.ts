import type { TestApi } from '../support/api';

/** The parts of a schema that values are made from. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly default?: unknown;
  readonly example?: unknown;
  readonly examples?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly nullable?: boolean;
  readonly additionalProperties?: boolean | Schema;
}

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema: Schema;
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, { readonly value: unknown }>>;
}

interface Response {
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
  readonly headers?: Readonly<
    Record<string, { readonly required?: boolean; readonly schema?: Schema }>
  >;
}

export type Method = 'GET' | 'POST' | 'HEAD';

export interface Operation {
  readonly method: Method;
  readonly template: string;
  readonly operationId: string;
  readonly parameters: readonly Parameter[];
  /** Of the JSON body; undefined where none is taken. */
  readonly body?: Schema;
  readonly responses: Readonly<Record<string, Response>>;
}

interface OperationObject {
  readonly operationId: string;
  readonly parameters?: readonly (Parameter | { readonly $ref: string })[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { schema: Schema }>> };
  readonly responses: Readonly<Record<string, Response | { readonly $ref: string }>>;
}

type JsonObject = Readonly<Record<string, unknown>>;

export interface Document extends JsonObject {
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
  readonly paths: Readonly<Record<string, Readonly<Record<string, OperationObject>>>>;
}

const methods = { get: 'GET', post: 'POST', head: 'HEAD' } as const;

/** The server's own document; whatever is asked and expected here is read from it. */
export class OpenApiDocument {
  private constructor(readonly json: Document) {}

  static async of(api: TestApi): Promise<OpenApiDocument> {
    return new OpenApiDocument((await api.call('/openapi.json')).json<Document>());
  }

  operations(): Operation[] {
    return Object.entries(this.json.paths).flatMap(([template, operations]) =>
      Object.entries(methods).flatMap(([key, method]) => {
        const operation = operations[key];
        return operation ? [this.operationOf({ method, template }, operation)] : [];
      }),
    );
  }

  operation(id: string): Operation {
    const operation = this.operations().find(({ operationId }) => operationId === id);
    if (!operation) throw new Error(`The document has no operation ${id}`);
    return operation;
  }

  /** What a reference stands for; anything else as it is. */
  resolve<T extends object>(part: T): T {
    if (!('$ref' in part) || typeof part.$ref !== 'string') return part;
    const names = part.$ref.replace(/^#\//, '').split('/');
    const target = names.reduce<unknown>(
      (value, name) => (value as JsonObject)[name.replace(/~1/g, '/').replace(/~0/g, '~')],
      this.json,
    );
    return this.resolve(target as T);
  }

  private operationOf(
    where: Pick<Operation, 'method' | 'template'>,
    { operationId, parameters = [], requestBody, responses }: OperationObject,
  ): Operation {
    const [media] = Object.values(requestBody?.content ?? {});
    return {
      ...where,
      operationId,
      parameters: parameters.map((parameter) => this.parameter(this.resolve(parameter))),
      body: media && this.schema(media.schema),
      responses: Object.fromEntries(
        Object.entries(responses).map(([status, response]) => [
          status,
          this.resolve(response) as Response,
        ]),
      ),
    };
  }

  private parameter(parameter: Parameter | { readonly $ref: string }): Parameter {
    const resolved = parameter as Parameter;
    return { ...resolved, schema: this.schema(resolved.schema) };
  }

  /** References followed down to the leaves, for schemas of input: none of them is recursive. */
  private schema(schema: Schema): Schema {
    const { properties, oneOf, anyOf, allOf, ...rest } = this.resolve(schema);
    const each = (schemas: readonly Schema[] = []) => schemas.map((part) => this.schema(part));
    const merged = Object.assign({}, ...each(allOf)) as Schema;
    return {
      ...merged,
      ...rest,
      ...(oneOf && { oneOf: each(oneOf) }),
      ...(anyOf && { oneOf: each(anyOf) }),
      ...(properties && {
        properties: Object.fromEntries(
          Object.entries(properties).map(([name, part]) => [name, this.schema(part)]),
        ),
      }),
    };
  }
}
