import type { TestApi } from '../support/api';
import { startApi } from '../support/api';
import { documentedOperationIds, lenientOperationIds } from './documented-operations';
import { DocumentedAnswers } from './documented-answer';
import { familyOf } from './families';
import type { GeneratedRequest } from './generated-request';
import { Sender } from './generated-request';
import { goodRequests, type KnownValues } from './good-requests';
import { lenientRequests } from './lenient-requests';
import { mediaValues } from './media-values';
import type { Operation } from './openapi-document';
import { OpenApiDocument } from './openapi-document';
import { holds, runs } from './runs';

describe('generated requests as the document allows them', () => {
  let api: TestApi;
  let sender: Sender;
  let document: OpenApiDocument;
  let documented: DocumentedAnswers;
  let media: KnownValues;

  beforeAll(async () => {
    api = await startApi();
    sender = new Sender(api.url);
    document = await OpenApiDocument.of(api);
    documented = new DocumentedAnswers(document);
    media = await mediaValues(api);
  });

  afterAll(async () => {
    await sender.close();
    await api.close();
  });

  const knownOf = ({ template }: Operation): KnownValues =>
    template.startsWith('/media/') ? media : {};

  /** The status, after everything that holds for every answer. */
  async function statusOf(operation: Operation, request: GeneratedRequest): Promise<number> {
    const answer = await sender.send(request);
    expect(documented.problems(operation, answer)).toEqual([]);
    // The sandbox refuses nothing, so neither it nor we have a reason to fail.
    if (answer.status !== 520) expect(answer.status).toBeLessThan(500);
    return answer.status;
  }

  it('are made for every operation', () => {
    expect(
      document
        .operations()
        .map(({ operationId }) => operationId)
        .sort(),
    ).toEqual([...documentedOperationIds].sort());
  });

  it.each(documentedOperationIds)('%s answers what it says it does', async (id) => {
    const operation = document.operation(id);
    const { refusals } = familyOf(operation.template);
    const requests = goodRequests(operation, { certainty: 'surely', known: knownOf(operation) });
    await holds(
      requests,
      async (request) => expect(refusals).not.toContain(await statusOf(operation, request)),
      2 * runs,
    );
  });

  it.each(lenientOperationIds)('%s passes over what it does not know', async (id) => {
    const operation = document.operation(id);
    const { refusals } = familyOf(operation.template);
    await holds(
      lenientRequests(operation, knownOf(operation)),
      async (request) => expect(refusals).not.toContain(await statusOf(operation, request)),
      runs,
    );
  });

  it.each(documentedOperationIds)('%s survives any text', async (id) => {
    const operation = document.operation(id);
    const requests = goodRequests(operation, { certainty: 'perhaps' });
    await holds(requests, async (request) => void (await statusOf(operation, request)), runs);
  });
});
