import { idIn } from '../../http/exact-json';
import { folded, QUERY_FIELDS, QUERY_OPERATIONS, VIDEO_LENGTHS } from '../../world/video-query';
import type { QueryCondition, VideoQuery } from '../../world/video-query';
import { ResearchRefusal } from './research-refusal';
import type { ResearchBody } from './research-request';

const DAY = 86_400;
const MOST_DAYS = 30;

/** The query of `/v2/research/video/query/`, with its dates; the last day belongs to it. */
export function queryIn(body: ResearchBody): VideoQuery {
  const conditions = objectIn(body['query'], 'query');
  const [and, or, not] = ['and', 'or', 'not'].map((name) => listIn(conditions[name], name));
  if (!and || !or || !not || and.length + or.length + not.length === 0) {
    throw new ResearchRefusal('The query is invalid: it has no condition');
  }
  const from = dayIn(body, 'start_date');
  const until = dayIn(body, 'end_date');
  if (until < from || until - from > MOST_DAYS * DAY) {
    throw new ResearchRefusal(
      `The end_date is invalid: it is 0 to ${MOST_DAYS} days after start_date`,
    );
  }
  return { and, or, not, from, until: until + DAY - 1 };
}

function listIn(value: unknown, name: string): QueryCondition[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw new ResearchRefusal(`The query is invalid: ${name} is no list`);
  return value.map((row: unknown) => conditionIn(objectIn(row, name)));
}

function conditionIn(row: ResearchBody): QueryCondition {
  const field = QUERY_FIELDS.find((known) => known === row['field_name']);
  const operation = QUERY_OPERATIONS.find((known) => known === row['operation']);
  if (!field) throw invalid(`no field is called ${shown(row['field_name'])}`);
  if (!operation) throw invalid(`no operation is called ${shown(row['operation'])}`);
  if (field !== 'create_date' && operation !== 'EQ' && operation !== 'IN') {
    throw invalid(`${operation} does not go with ${field}`);
  }
  const given: unknown = row['field_values'];
  const texts = Array.isArray(given) ? given.map(textOf) : [];
  const values = texts.map((text) => folded(field, text));
  if (values.length === 0 || values.includes('')) throw invalid(`${field} has no value`);
  const isLength = (value: string) => VIDEO_LENGTHS.some((length) => length === value);
  if (field === 'video_length' && !values.every(isLength)) throw invalid('no such video_length');
  if (field === 'create_date') for (const value of values) secondsOfDay(value, 'create_date');
  return { field, operation, values };
}

/** Values are texts; ids and dates are taken as numbers, too. */
function textOf(value: unknown): string {
  return idIn(value) ?? (typeof value === 'string' ? value : '');
}

function dayIn(body: ResearchBody, name: string): number {
  return secondsOfDay(textOf(body[name]), name);
}

/** YYYYMMDD in UTC; a day that no calendar has is refused. */
function secondsOfDay(text: string, name: string): number {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? [];
  const ms = Date.parse(`${year}-${month}-${day}T00:00:00Z`);
  const isDay = !Number.isNaN(ms) && new Date(ms).getUTCDate() === Number(day);
  if (!isDay) throw new ResearchRefusal(`The ${name} is invalid: it is written YYYYMMDD`);
  return ms / 1000;
}

function objectIn(value: unknown, name: string): ResearchBody {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ResearchRefusal(`The ${name} is invalid`);
  }
  return value as ResearchBody;
}

function invalid(reason: string): ResearchRefusal {
  return new ResearchRefusal(`The query is invalid: ${reason}`);
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : 'that';
}
