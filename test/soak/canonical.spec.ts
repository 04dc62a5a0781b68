import { canonical } from './canonical';

const seal = 'r0vXnYNpxwEkqmeAEZzfHr8mhUh0nRXSF-xPOx1JlH4';
const link = (end: string, seal_: string, id = '6943996796519681281'): string =>
  `http://127.0.0.1:3000/media/v1.${id}.video~w.${end}.${seal_}/a-${id}.mp4`;

describe('canonical', () => {
  it('leaves out when an answer was made', () => {
    const body = { a: 1, server_time: 'now', data: { fetched_at: 'then' } };
    expect(canonical(body)).toBe('{"a":1,"data":{}}');
  });

  it('takes links of ours to one file for equal, whatever their end and their seal', () => {
    expect(canonical([link('toyx89', seal)])).toBe(
      canonical([link('toyx90', seal.replace('r0', 'aa'))]),
    );
    expect(canonical([link('toyx89', seal)])).not.toBe(
      canonical([link('toyx89', seal, '6943996796519681282')]),
    );
  });

  it("takes TikTok's links to one file for equal", () => {
    const signed = (proof: string, query: string): string =>
      `https://v16m.tiktokcdn-us.com/${proof}/6b0488f5/video/tos/x/?${query}`;
    expect(canonical([signed('a'.repeat(32), 'l=1')])).toBe(
      canonical([signed('b'.repeat(32), 'l=2')]),
    );
  });

  it('sees a digit, a missing row and another order', () => {
    const body = { rows: [{ id: '1', likes: 10 }, { id: '2' }] };
    expect(canonical(body)).not.toBe(canonical({ rows: [{ id: '1', likes: 11 }, { id: '2' }] }));
    expect(canonical(body)).not.toBe(canonical({ rows: body.rows.slice(1) }));
    expect(canonical(body)).not.toBe(canonical({ rows: body.rows.toReversed() }));
  });
});
