import { EarlierBodies } from './earlier-bodies';

describe('EarlierBodies', () => {
  it('has nothing to say of a first answer, nor of the same one again', () => {
    const earlier = new EarlierBodies();
    for (const text of ['{"likes":1}', '{"likes":1}'])
      expect(earlier.difference('GET /a', text)).toBeUndefined();
    expect(earlier.difference('GET /b', '{"likes":2}')).toBeUndefined();
    expect(earlier.size).toBe(2);
  });

  it('shows where another answer differs from the first', () => {
    const earlier = new EarlierBodies();
    earlier.difference('GET /a', '{"likes":1}');
    expect(earlier.difference('GET /a', '{"likes":2}')).toBe(
      'GET /a answered …{"likes":2}… where it was …{"likes":1}…',
    );
  });

  it('remembers more answers than it keeps in full', () => {
    const earlier = new EarlierBodies(1);
    for (const question of ['GET /a', 'GET /b']) earlier.difference(question, 'x');
    expect(earlier.difference('GET /b', 'y')).toBe('GET /b answered otherwise than before');
  });
});
