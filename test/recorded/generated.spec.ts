import * as fc from 'fast-check';
import { bodyOf, carrierOf, everyParser, type ParserName } from './every-parser';
import { changes, mutate } from './mutate';
import { payloads } from './payloads';
import { damage, readOrRefuse } from './survival';

const names = Object.keys(payloads).filter((name): name is ParserName => name in everyParser);
const runs = { numRuns: 120 };

describe.each(names)('%s on generated payloads', (name) => {
  const parse = everyParser[name];
  const payload: fc.Arbitrary<unknown> = payloads[name];
  const carrier = carrierOf(name);

  it('reads most of them, and no value that is not there', () => {
    let readCount = 0;
    fc.assert(
      fc.property(payload, (value) => {
        readCount += readOrRefuse(parse, bodyOf(value, carrier)) === 'read' ? 1 : 0;
      }),
      runs,
    );
    expect(readCount).toBeGreaterThan(runs.numRuns / 10);
  });

  it('throws nothing but its own errors, and invents nothing, when members are gone or of another type', () => {
    fc.assert(
      fc.property(payload, changes, (value, wanted) => {
        readOrRefuse(parse, bodyOf(mutate(value, wanted), carrier));
      }),
      runs,
    );
  });

  it('does so when the bytes break off or are damaged', () => {
    fc.assert(
      fc.property(payload, fc.nat(), fc.option(fc.nat(255)), (value, at, byte) => {
        readOrRefuse(parse, damage(bodyOf(value, carrier), at, byte ?? undefined));
      }),
      runs,
    );
  });
});
