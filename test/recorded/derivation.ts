import { readRecord } from '../../src/tiktok/parsers/read';

/** Words that the models themselves are made of, and no payload. */
const OWN_WORDS = new Set(['video', 'photo', 'h264', 'h265_hvc1']);
/** Counted by the reader, not read. */
const OWN_COUNTS = new Set(['droppedCount']);

interface Leaf {
  readonly name: string;
  readonly value: string | number;
  /** The object that the leaf stands in. */
  readonly owner: unknown;
}

/**
 * The leaves of a model that its payload does not hold and that are none of the documented derivations: the time
 * inside an id, milliseconds as seconds, the expiry that a link names, an address without its protocol, a hashtag
 * without its sign.
 */
export function inventedLeaves(model: unknown, body: Buffer): readonly Leaf[] {
  const text = body.toString();
  const held = new Set<string | number>();
  for (const root of documentsOf(text)) collectHeld(root, held);
  return leavesOf(model).filter((leaf) => !isHeld(leaf, held, text) && !isDerived(leaf, held));
}

function isHeld({ name, value }: Leaf, held: ReadonlySet<string | number>, text: string): boolean {
  if (held.has(value) || OWN_COUNTS.has(name)) return true;
  if (typeof value === 'number') return held.has(String(value));
  // Ids written as numbers have lost their last digits in `held`; the text has them all.
  if (/^-?\d+$/.test(value)) return text.includes(value);
  return OWN_WORDS.has(value) || isPartOf(value, held);
}

/** What an HTML or JSON text inside of the payload says. */
function isPartOf(value: string, held: ReadonlySet<string | number>): boolean {
  for (const other of held) {
    if (typeof other === 'string' && other.includes(value)) return true;
  }
  return false;
}

function isDerived({ name, value, owner }: Leaf, held: ReadonlySet<string | number>): boolean {
  if (typeof value === 'string') {
    return name === 'url' && value.startsWith('https://') && held.has(value.slice('https:'.length));
  }
  switch (name) {
    case 'createdAtSeconds':
      return value === timeOfId(readRecord(owner)?.id);
    case 'durationSeconds': {
      const milliseconds = Math.round(value * 1000);
      return held.has(milliseconds) || held.has(String(milliseconds));
    }
    case 'expiresAtSeconds':
      return isNamedBy(String(readRecord(owner)?.url), value);
    default:
      return false;
  }
}

function isNamedBy(url: string, seconds: number): boolean {
  return url.includes(String(seconds)) || url.toLowerCase().includes(`/${seconds.toString(16)}/`);
}

function timeOfId(id: unknown): number | undefined {
  return typeof id === 'string' ? Number(BigInt(id) >> 32n) : undefined;
}

function leavesOf(model: unknown): readonly Leaf[] {
  const leaves: Leaf[] = [];
  const visit = (value: unknown, name: string, owner: unknown): void => {
    if (typeof value === 'string' && value !== '') leaves.push({ name, value, owner });
    else if (typeof value === 'number') leaves.push({ name, value, owner });
    else if (typeof value === 'object' && value !== null) {
      for (const [key, item] of Object.entries(value)) visit(item, key, value);
    }
  };
  visit(model, '', undefined);
  return leaves;
}

/** Every value and key of a payload, of the JSON inside its strings too. */
function collectHeld(value: unknown, held: Set<string | number>): void {
  if (typeof value === 'number') held.add(value);
  if (typeof value === 'string') {
    held.add(value);
    if (/^\s*[[{]/.test(value)) collectHeld(parsed(value), held);
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [key, item] of Object.entries(value)) {
    if (!Array.isArray(value)) held.add(key);
    collectHeld(item, held);
  }
}

/** A payload is JSON, or a page with JSON in its scripts; a page whose first byte is damaged is still a page. */
function documentsOf(text: string): readonly unknown[] {
  const scripts = text.matchAll(/<script[^>]*>([\s\S]*?)<\/script/g);
  const bodies = [...scripts].map(([, body = '']) => body);
  return [parsed(text), ...bodies.map((body) => parsed(body) ?? wholeScopesIn(body))];
}

/** Of a state that is damaged in one place, the scopes that are whole: they may be read all the same. */
function wholeScopesIn(body: string): unknown {
  return [...body.matchAll(/"webapp\.[\w.-]+":/g)].map(({ 0: key, index }) => {
    const start = index + key.length;
    let scope: unknown;
    for (let end = body.indexOf('}', start); end >= 0 && scope === undefined;) {
      scope = parsed(body.slice(start, end + 1));
      end = body.indexOf('}', end + 1);
    }
    return scope;
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
