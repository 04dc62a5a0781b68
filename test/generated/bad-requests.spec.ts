import type { TestApi } from '../support/api';
import { startApi } from '../support/api';
import { badRequests } from './bad-requests';
import { DocumentedAnswers } from './documented-answer';
import { documentedOperationIds } from './documented-operations';
import { familyOf, isRefusalOf } from './families';
import { inWords, Sender } from './generated-request';
import { OpenApiDocument } from './openapi-document';
import { holds, runs } from './runs';

describe('generated requests with one thing wrong', () => {
  let api: TestApi;
  let sender: Sender;
  let document: OpenApiDocument;
  let documented: DocumentedAnswers;

  beforeAll(async () => {
    api = await startApi();
    sender = new Sender(api.url);
    document = await OpenApiDocument.of(api);
    documented = new DocumentedAnswers(document);
  });

  afterAll(async () => {
    await sender.close();
    await api.close();
  });

  it.each(documentedOperationIds)('%s names it, and TikTok is not asked', async (id) => {
    const operation = document.operation(id);
    const family = familyOf(operation.template);
    const found: string[] = [];
    for (const { kind, parameter, requests } of badRequests(operation)) {
      const check = holds(
        requests,
        async (request) => {
          const answer = await sender.send(request);
          const isRefused = operation.method === 'HEAD' || isRefusalOf(family, answer, parameter);
          const problems = [
            ...(isRefused ? [] : [`${answer.status} ${answer.text.slice(0, 300)}`]),
            ...documented.problems(operation, answer),
            ...(api.sandbox.counters.count() === 0 ? [] : ['TikTok was asked']),
          ];
          if (problems.length > 0) throw new Error(`${problems.join('; ')}: ${inWords(request)}`);
        },
        runs,
      );
      await check.catch((error: unknown) =>
        found.push(`${kind} of ${parameter}: ${String(error)}`),
      );
      api.sandbox.counters.reset();
    }
    expect(found).toEqual([]);
  });
});
