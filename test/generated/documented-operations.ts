import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Document } from './openapi-document';

const file = join(__dirname, '../../docs/openapi.json');
const { paths } = JSON.parse(readFileSync(file, 'utf8')) as Document;

/** For the names of tests, which must be known before a server runs; that the file is up to date is a test elsewhere. */
export const documentedOperationIds = Object.values(paths).flatMap((operations) =>
  Object.values(operations).map(({ operationId }) => operationId),
);
