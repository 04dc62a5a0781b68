import { named } from '../http/named-component';
import { gatherComponents } from './gather-components';

const tag = named('headers', 'ETag', { description: 'Tag.' });

describe('gatherComponents', () => {
  it('keeps named pieces once, pieces within pieces too, beside what is there already', () => {
    const missing = named('responses', 'NotFound', { description: 'No.', headers: { ETag: tag } });
    const document = {
      paths: { '/a': { get: { responses: { 404: missing } } }, '/b': [missing, tag] },
      components: { headers: { Age: {} } },
    };
    const reference = { $ref: '#/components/responses/NotFound' };
    const tagReference = { $ref: '#/components/headers/ETag' };
    expect(gatherComponents(document)).toEqual({
      paths: { '/a': { get: { responses: { 404: reference } } }, '/b': [reference, tagReference] },
      components: {
        headers: { Age: {}, ETag: { description: 'Tag.' } },
        responses: { NotFound: { description: 'No.', headers: { ETag: tagReference } } },
      },
    });
  });

  it('lets no name stand for two things', () => {
    const other = named('headers', 'ETag', { description: 'Another.' });
    expect(() => gatherComponents({ paths: [tag, other] })).toThrow(
      'Two different headers are called ETag',
    );
  });
});
