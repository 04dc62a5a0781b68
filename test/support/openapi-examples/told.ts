/** What example links of ours begin with: where `npm run start:sandbox` listens. */
const origin = 'http://127.0.0.1:3000';
const maxRows = 1;
const maxTexts = 2;
const maxIds = 2;
/** Example times that are those of the machine which made them, and not of the sandbox. */
const exampleTime = '2026-11-01T12:00:00.000Z';
const recentMs = 600_000;

export interface Places {
  readonly api: string;
  readonly sandbox: string;
}

/**
 * An answer as an example tells it: long lists cut, nothing in it that opens a link or belongs to this machine,
 * and the same whenever it is made.
 */
export function told(value: unknown, places: Places): unknown {
  if (Array.isArray(value)) {
    const count = typeof value[0] === 'object' ? maxRows : maxTexts;
    return value.slice(0, count).map((item) => told(item, places));
  }
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value);
    const isById = members.length > maxIds && members.every(([name]) => /^\d{15,}$/.test(name));
    return Object.fromEntries(
      members
        .slice(0, isById ? maxIds : undefined)
        .map(([name, member]) => [name, toldMember(name, member, places)]),
    );
  }
  return typeof value === 'string' ? toldText(value, places) : value;
}

/** Seconds until the next minute are others at each call. */
function toldMember(name: string, member: unknown, places: Places): unknown {
  return name === 'retryAfterSeconds' ? 30 : told(member, places);
}

function toldText(text: string, { api, sandbox }: Places): string {
  if (/^\d{4}-\d\d-\d\dT/.test(text) && Math.abs(Date.parse(text) - Date.now()) < recentMs)
    return exampleTime;
  return text
    .replaceAll(api, origin)
    .replaceAll(sandbox, 'https://www.tiktok.com')
    .replace(/\/media\/v1\.[^/]+\//, '/media/TOKEN/')
    .replace(/come back in \d+ s/, 'come back in 30 s')
    .replace(/^(https:\/\/[^?]+)\?.*$/, '$1')
    .replace(/^(https:\/\/[^/]+)\/[0-9a-f]{32}\/[0-9a-f]{8}\//, '$1/');
}
