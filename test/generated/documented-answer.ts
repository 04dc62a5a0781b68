import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import type { Answer } from './generated-request';
import { asJsonSchema, documentId } from './json-schema';
import type { OpenApiDocument, Operation, Schema } from './openapi-document';

/** Holds answers to what the document says of them: status, content type, headers and body. */
export class DocumentedAnswers {
  private readonly ajv = new Ajv2020({ strict: false, allErrors: true });
  private readonly compiled = new Map<Schema, ValidateFunction>();

  constructor(document: OpenApiDocument) {
    addFormats(this.ajv);
    const { schemas } = document.json.components;
    this.ajv.addSchema({ $id: documentId, components: { schemas: asJsonSchema(schemas) } });
  }

  /** What the answer has that the document does not, and the other way round. */
  problems({ method, responses }: Operation, answer: Answer): string[] {
    const { status, headers, text } = answer;
    const response = responses[status];
    if (!response) return [`status ${status} is not documented: ${text.slice(0, 300)}`];
    const { content, headers: documented = {} } = response;
    const lacking = Object.entries(documented)
      .filter(([name, { required }]) => required && headers[name.toLowerCase()] === undefined)
      .map(([name]) => `${status} lacks the header ${name}`);
    if (method === 'HEAD' || !content) return [...lacking, ...(text ? bodyless(answer) : [])];
    const type = String(headers['content-type']).split(';')[0] ?? '';
    const key = [type, '*/*'].find((known) => known in content);
    if (key === undefined) return [...lacking, `${status} as ${type} is not documented`];
    const schema = content[key]?.schema;
    if (!schema || key === '*/*') return lacking;
    return [...lacking, ...this.bodyProblems(schema, answer)];
  }

  private bodyProblems(schema: Schema, { status, headers, text }: Answer): string[] {
    const validate = this.validatorOf(schema);
    const isJson = /json/.test(String(headers['content-type']));
    if (validate(isJson ? JSON.parse(text) : text)) return [];
    return (validate.errors ?? []).map(
      ({ instancePath, message, params }) =>
        `${status}: ${instancePath.replace(/\/\d+/g, '/*')} ${message} ${JSON.stringify(params)}`,
    );
  }

  private validatorOf(schema: Schema): ValidateFunction {
    const known = this.compiled.get(schema);
    if (known) return known;
    const validate = this.ajv.compile(asJsonSchema(schema));
    this.compiled.set(schema, validate);
    return validate;
  }
}

function bodyless({ status, text }: Answer): string[] {
  return [`${status} has a body that is not documented: ${text.slice(0, 100)}`];
}
