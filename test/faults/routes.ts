import type { Operation, Parameter } from '../generated/openapi-document';
import { OpenApiDocument } from '../generated/openapi-document';
import type { Sandbox } from '../../src/sandbox';
import type { TestApi } from '../support/api';
import { startApi } from '../support/api';
import type { Downloads } from '../support/media';
import { dataOf } from '../support/media';

/** A route of the server's own document, with the examples that the document gives filled in. */
export interface Route {
  /** `GET /api/user/{user_id}/info` */
  readonly name: string;
  readonly operation: Operation;
  readonly path: string;
  readonly body?: string;
}

/** Hundreds of pages of a search say no more than a few do, and a choice by chance can be repeated. */
const settled: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '/apis/tt/hashtag/recent-posts': { max_cursor: '40' },
  '/apis/tt/keyword/full-search': { period: '1' },
  '/api/tiktok/random': { seed: 'any' },
};

/** Every documented route, ready to be asked of any server with the same link secret on the same sandbox. */
export async function documentedRoutes(
  api: TestApi,
): Promise<{ readonly document: OpenApiDocument; readonly routes: readonly Route[] }> {
  const document = await OpenApiDocument.of(api);
  const media = await mediaPath(api);
  const routes = document.operations().map((operation): Route => {
    const { method, template, body } = operation;
    return {
      name: `${method} ${template}`,
      operation,
      path: template.startsWith('/media/') ? media : pathOf(operation),
      body: body && JSON.stringify(examplesOf(Object.entries(body.properties ?? {}))),
    };
  });
  return { document, routes };
}

/** The same for a server in a process of its own, read from an app of the test's that is closed again. */
export async function routesOn(sandbox: Sandbox): Promise<readonly Route[]> {
  const api = await startApi({ on: sandbox });
  try {
    return (await documentedRoutes(api)).routes;
  } finally {
    await api.close();
  }
}

/** A link of ours, as the routes hand them out; nothing else makes one. */
async function mediaPath(api: TestApi): Promise<string> {
  const { media } = await dataOf<Downloads>(api, 'downloader?url=6943996796519681281');
  return new URL(media.no_watermark).pathname;
}

function pathOf({ template, parameters }: Operation): string {
  const path = parameters
    .filter((parameter) => parameter.in === 'path')
    .reduce(
      (text, parameter) =>
        text.replace(`{${parameter.name}}`, encodeURIComponent(exampleOf(parameter))),
      template,
    );
  const required = parameters
    .filter((parameter) => parameter.in === 'query' && parameter.required === true)
    .map((parameter) => [parameter.name, exampleOf(parameter)]);
  const query = new URLSearchParams({ ...Object.fromEntries(required), ...settled[template] });
  return query.size > 0 ? `${path}?${query.toString()}` : path;
}

function exampleOf({ example, schema }: Parameter): string {
  return String(example ?? schema.example ?? schema.enum?.[0]);
}

function examplesOf(
  members: readonly (readonly [string, { readonly example?: unknown }])[],
): Record<string, unknown> {
  return Object.fromEntries(members.map(([name, { example }]) => [name, example]));
}
