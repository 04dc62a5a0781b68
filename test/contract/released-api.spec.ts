import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeWithTools, root } from '../clients/tools';
import type { Document } from './breaking-changes';
import { breakingChanges } from './breaking-changes';

interface Schema {
  type?: unknown;
  enum?: unknown[];
  maximum?: number;
  properties: Record<string, Schema>;
  required: string[];
}

interface Parameter {
  name: string;
  in: string;
  required: boolean;
  schema: Partial<Schema>;
}

interface Operation {
  operationId: string;
  description?: string;
  parameters: Parameter[];
  responses: Record<string, { content?: Record<string, unknown> }>;
}

interface Api {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}

const read = (name: string): Document =>
  JSON.parse(readFileSync(join(root, 'docs', name), 'utf8')) as Document;

/** What is changed, by its place in the present document; a name that is not there fails the test. */
class Change {
  readonly api: Api;

  constructor(document: Document) {
    this.api = structuredClone(document) as unknown as Api;
  }

  operation(path: string, method = 'get'): Operation {
    return there(this.api.paths[path]?.[method]);
  }

  parameter(path: string, name: string): Parameter {
    return there(this.operation(path).parameters.find((parameter) => parameter.name === name));
  }

  schema(name: string): Schema {
    return there(this.api.components.schemas[name]);
  }

  member(schema: string, name: string): Schema {
    return there(this.schema(schema).properties[name]);
  }
}

function there<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('There is nothing to change');
  return value;
}

const trending = '/api/trending_videos';
const videos = '/api/user/videos';
const followers = '/apis/tt/user/followers';
const likes = '/api/user/{user_id}/{video_id}/likes_count';
const wanted = (name: string, required: boolean): Parameter => ({
  name,
  in: 'query',
  required,
  schema: { type: 'string' },
});

const breaking: Record<string, (change: Change) => void> = {
  'a removed path': ({ api }) => delete api.paths[trending],
  'a removed method': ({ api }) => delete api.paths[videos]?.post,
  'a member that was always there and is removed': (change) => {
    const schema = change.schema('Statistic');
    delete schema.properties.title;
    schema.required = schema.required.filter((name) => name !== 'title');
  },
  'a member that was sometimes there and is removed': (change) =>
    delete change.schema('MobileUser').properties.nickname,
  'a member that is no longer always there': (change) => {
    const schema = change.schema('Statistic');
    schema.required = schema.required.filter((name) => name !== 'title');
  },
  'a new parameter that must be given': (change) =>
    change.operation(trending).parameters.push(wanted('shade', true)),
  'a parameter that must be given now': (change) =>
    (change.parameter(trending, 'count').required = true),
  'a removed parameter': (change) => change.operation(trending).parameters.pop(),
  'a parameter of another type': (change) =>
    (change.parameter(trending, 'region').schema.type = 'integer'),
  'a parameter with fewer values': (change) =>
    (change.parameter(trending, 'links').schema.enum = ['own']),
  'a parameter with a lower maximum': (change) =>
    (change.parameter(trending, 'count').schema.maximum = 20),
  'a body with a new member that must be given': (change) => {
    const schema = change.schema('UserVideosBody');
    schema.properties.shade = { type: 'string', properties: {}, required: [] };
    schema.required.push('shade');
  },
  'a member of another type': (change) => (change.member('Statistic', 'title').type = 'integer'),
  'a member that may be null now': (change) =>
    (change.member('Statistic', 'title').type = ['string', 'null']),
  'a member that may be of another kind now': (change) => {
    const links = ['LinkList', 'WebUser'].map((name) => ({ $ref: `#/components/schemas/${name}` }));
    change.schema('MobileUser').properties.avatar_thumb = { anyOf: links } as unknown as Schema;
  },
  'another name of a method': (change) => (change.operation(trending).operationId = 'getTrends'),
  'an answer that is no longer to be had as text': (change) =>
    delete change.operation(likes).responses['200']?.content?.['text/plain'],
};

const harmless: Record<string, (change: Change) => void> = {
  'nothing at all': () => undefined,
  'a new operation': ({ api }) => {
    api.paths['/api/new'] = {
      get: { operationId: 'getNew', parameters: [], responses: { 200: {} } },
    };
  },
  'a new member of answers': (change) => {
    const schema = change.schema('Statistic');
    schema.properties.shade = { type: 'string', properties: {}, required: [] };
    schema.required.push('shade');
  },
  'a new parameter that may be left out': (change) =>
    change.operation(trending).parameters.push(wanted('shade', false)),
  'a new member of a body that may be left out': (change) =>
    (change.schema('UserVideosBody').properties.shade = {
      type: 'string',
      properties: {},
      required: [],
    }),
  'a parameter with more values': (change) =>
    change.parameter(trending, 'links').schema.enum?.push('both'),
  'a parameter with a higher maximum': (change) =>
    (change.parameter(trending, 'count').schema.maximum = 40),
  'a member that is never null now': (change) =>
    (change.member('Statistic', 'region').type = 'string'),
  'another description': (change) => (change.operation(trending).description = 'More words.'),
};

/** The document of some paths alone, with what they speak of: it is compared sooner. */
function withPaths(document: Document, names: readonly string[]): Document {
  const { paths, components } = document as unknown as Api & {
    components: Record<string, Record<string, unknown>>;
  };
  const few = Object.fromEntries(names.map((name) => [name, there(paths[name])]));
  const used: Record<string, Record<string, unknown>> = {};
  const visit = (piece: unknown): void => {
    const references = JSON.stringify(piece).matchAll(/#\/components\/(\w+)\/([^"]+)/g);
    for (const [, kind = '', name = ''] of references) {
      const ofKind = (used[kind] ??= {});
      if (name in ofKind) continue;
      ofKind[name] = components[kind]?.[name];
      visit(ofKind[name]);
    }
  };
  visit(few);
  return { ...document, paths: few, components: used };
}

describeWithTools('what was released', () => {
  const present = read('openapi.json');
  const few = withPaths(present, [trending, likes, videos, followers, '/api/tiktok/statistic']);
  const after = (make: (change: Change) => void): Document => {
    const change = new Change(few);
    make(change);
    return change.api as unknown as Document;
  };

  it('is still to be had (docs/openapi.md says how a release renews openapi-released.json)', () => {
    expect(breakingChanges(read('openapi-released.json'), present)).toEqual([]);
  });

  it.each(Object.entries(breaking))('would not survive %s', (_, make) => {
    expect(breakingChanges(few, after(make))).not.toEqual([]);
  });

  it.each(Object.entries(harmless))('survives %s', (_, make) => {
    expect(breakingChanges(few, after(make))).toEqual([]);
  });
});
