import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Json } from './plain-json';
import { isObject } from './plain-json';

/** What the sandbox answered: examples by media type. */
type ByMediaType = Readonly<Record<string, unknown>>;

export interface Examples {
  /** Of the good answers, by operation id. */
  readonly answers: Readonly<Record<string, ByMediaType>>;
  /** Of the errors, by the name of the response. */
  readonly errors: Readonly<Record<string, ByMediaType>>;
}

/** Read when the document is asked for first: a server that nobody asks does without. */
export function readExamples(): Examples {
  return JSON.parse(readFileSync(join(__dirname, 'sandbox-answers.json'), 'utf8')) as Examples;
}

/** The document with an example on every answer that there is one of. */
export function withExamples(document: Json, { answers, errors }: Examples): Json {
  const components = asJson(document.components);
  return {
    ...document,
    paths: mapValues(document.paths, (operations) =>
      mapValues(operations, (operation) => withAnswer(operation, answers)),
    ),
    components: {
      ...components,
      responses: mapValues(components.responses, (response, name) =>
        withContent(response, errors[name]),
      ),
    },
  };
}

function withAnswer(operation: Json, answers: Examples['answers']): Json {
  const { operationId, responses } = operation;
  const examples = answers[String(operationId)];
  const described = mapValues(responses, (response, status) =>
    status === '200' ? withContent(response, examples) : response,
  );
  return { ...operation, responses: described };
}

function withContent(response: Json, examples: ByMediaType | undefined): Json {
  if (!examples || !isObject(response.content)) return response;
  const content = mapValues(response.content, (media, type) =>
    type in examples ? { ...media, example: examples[type] } : media,
  );
  return { ...response, content };
}

function mapValues(value: unknown, change: (member: Json, name: string) => Json): Json {
  return Object.fromEntries(
    Object.entries(asJson(value)).map(([name, member]) => [name, change(asJson(member), name)]),
  );
}

function asJson(value: unknown): Json {
  return isObject(value) ? value : {};
}
