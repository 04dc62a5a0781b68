import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { familyOf } from './families';
import type { Document } from './openapi-document';

const file = join(__dirname, '../../docs/openapi.json');
const { paths } = JSON.parse(readFileSync(file, 'utf8')) as Document;

/** For the names of tests, which must be known before a server runs; that the file is up to date is a test elsewhere. */
export const documentedOperationIds = Object.values(paths).flatMap(idsOf);

/** Those that pass over what they do not know. */
export const lenientOperationIds = Object.entries(paths).flatMap(([template, operations]) =>
  familyOf(template).isLenient ? idsOf(operations) : [],
);

function idsOf(operations: Document['paths'][string]): string[] {
  return Object.values(operations).map(({ operationId }) => operationId);
}
