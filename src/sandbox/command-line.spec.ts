import { HELP, readOptions } from './command-line';
import { FAULT_KINDS } from './faults/fault-kinds';
import { ROUTE_NAMES } from './routes';
import { SWITCH_NAMES } from './switches';

describe('command line', () => {
  it('has a port of its own when nothing is said', () => {
    expect(readOptions([])).toEqual({ port: 4010, latencyMs: 0, faults: [] });
  });

  it('reads every option', () => {
    const line =
      '--port 0 --host ::1 --seed x --now 2026-11-21T12:00:00Z --latency-ms 30 --faults *:reset:2 --signer-port 0 --carrier next --strict --switches page-weight=full';
    expect(readOptions(line.split(' '))).toEqual({
      port: 0,
      host: '::1',
      seed: 'x',
      nowMs: Date.parse('2026-11-21T12:00:00Z'),
      latencyMs: 30,
      faults: [{ route: '*', fault: 'reset', times: 2 }],
      signerPort: 0,
      switches: { carrier: 'next', seals: 'strict', 'page-weight': 'full' },
    });
    expect(readOptions(['--now', '1795262400000'])).toMatchObject({ nowMs: 1795262400000 });
  });

  it.each([
    [['--port', 'many'], '--port'],
    [['--latency-ms', '-1'], '--latency-ms'],
    [['--now', 'yesterday'], '--now'],
    [['--faults', 'a:b'], 'a'],
    [['--speed', '9'], '--speed'],
    [['--signer-port', 'x'], '--signer-port'],
    [['--carrier', 'pigeon'], 'pigeon'],
    [['--switches', 'pace=fast'], 'pace'],
  ])('names what is wrong in %j', (args, name) => {
    expect(() => readOptions(args)).toThrow(name);
  });

  it('names every route and every fault in its help', () => {
    expect(readOptions(['--help'])).toBe('help');
    for (const name of [...ROUTE_NAMES, ...FAULT_KINDS, ...SWITCH_NAMES])
      expect(HELP).toContain(name);
  });
});
