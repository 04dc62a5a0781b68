import { idIn, parseExactly } from '../../http/exact-json';
import type { SandboxRequest } from '../../http/sandbox-request';
import type { Account } from '../../world/account';
import type { Post } from '../../world/post';
import type { World } from '../../world/world';
import { ResearchRefusal } from './research-refusal';

/** JSON that a researcher sent; wide ids in it are not rounded. */
export type ResearchBody = Readonly<Record<string, unknown>>;

/** The content type does not matter: a wrapper in use sends `text/plain`. */
export function bodyOf({ body }: SandboxRequest): ResearchBody {
  const value = parsed(body);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ResearchRefusal('The request body is not a JSON object');
  }
  return value as ResearchBody;
}

/** `fields` has to be there, and to name what there is. */
export function fieldsAsked({ query }: SandboxRequest, known: readonly string[]): string[] {
  const fields = (query.get('fields') ?? '').split(',').map((field) => field.trim());
  const asked = fields.filter((field) => field !== '');
  if (asked.length === 0) throw new ResearchRefusal('The fields are required');
  const unknown = asked.find((field) => !known.includes(field));
  if (unknown !== undefined) throw new ResearchRefusal(`The field ${unknown} is not supported`);
  return asked;
}

/** A number that may be left out, or be null: both are seen in wrappers. */
export function numberIn(
  body: ResearchBody,
  name: string,
  range: { usual: number; least: number; most: number },
): number {
  const value = body[name] ?? range.usual;
  const number = typeof value === 'number' ? value : Number(idIn(value) ?? NaN);
  if (Number.isSafeInteger(number) && number >= range.least && number <= range.most) return number;
  throw new ResearchRefusal(
    `The ${name} is invalid: it is a number from ${range.least} to ${range.most}`,
  );
}

export function countIn(body: ResearchBody, usual: number): number {
  return numberIn(body, 'max_count', { usual, least: 1, most: 100 });
}

export function placeIn(body: ResearchBody): number {
  return numberIn(body, 'cursor', { usual: 0, least: 0, most: Number.MAX_SAFE_INTEGER });
}

export function idAsked(body: ResearchBody, name: string): string {
  const id = idIn(body[name]);
  if (id === undefined) throw new ResearchRefusal(`The ${name} is invalid`);
  return id;
}

/**
 * The account of `username`, if researchers may read about it. The messages are those that wrappers
 * look for; no source names the code of the refusals with status 403.
 */
export function accountIn(world: World, body: ResearchBody): Account {
  const username = typeof body['username'] === 'string' ? body['username'] : '';
  const account = world.user(username);
  if (!account || account.state === 'missing') {
    throw new ResearchRefusal(`Username ${username} is invalid: cannot find the user`);
  }
  if (account.state === 'private') {
    throw new ResearchRefusal(`The user ${username} is private`, { httpStatus: 403 });
  }
  if (account.state === 'banned' || account.state === 'restricted') {
    throw new ResearchRefusal("API cannot return this user's information");
  }
  return account;
}

/** A post that everybody can see. */
export function isPublic(post: Post | undefined): post is Post {
  return post?.state === 'open' && post.author.state === 'open';
}

export function withheld(): ResearchRefusal {
  return new ResearchRefusal('The information cannot be returned', { httpStatus: 403 });
}

function parsed(text: string): unknown {
  try {
    return parseExactly(text);
  } catch {
    return undefined;
  }
}
