import type { LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import type { buildConnector } from 'undici';
import { guardedConnector, publicOnly } from './guarded-connector';

const resolverOf =
  (...addresses: string[]): LookupFunction =>
  (_hostname, options, callback) => {
    const all = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    if (options.all) callback(null, all);
    else callback(null, all[0]?.address ?? '', all[0]?.family);
  };

const resolve = (lookup: LookupFunction, all: boolean) =>
  new Promise<string | LookupAddress[]>((done, fail) => {
    publicOnly(lookup)('www.tiktok.com', { all }, (error, found) =>
      error ? fail(error) : done(found),
    );
  });

const connect = (
  target: Partial<buildConnector.Options>,
  options: { baseUrl?: string; lookup?: LookupFunction } = {},
) =>
  new Promise<Error | null>((done) => {
    const connector = guardedConnector({ connectTimeoutMs: 1_000, ...options });
    const usual = { protocol: 'https:', hostname: 'www.tiktok.com', port: '' };
    connector({ ...usual, ...target }, (error, socket) => {
      socket?.destroy();
      done(error);
    });
  });

describe('publicOnly', () => {
  it('gives the very addresses that it checked', async () => {
    const lookup = resolverOf('8.8.8.8', '2606:4700::1111');
    expect(await resolve(lookup, true)).toEqual([
      { address: '8.8.8.8', family: 4 },
      { address: '2606:4700::1111', family: 6 },
    ]);
    expect(await resolve(lookup, false)).toBe('8.8.8.8');
  });

  it.each([
    [['127.0.0.1']],
    [['8.8.8.8', '10.0.0.1']],
    [['8.8.8.8', '::ffff:192.168.0.1']],
    [['fe80::1%lo']],
    [[]],
  ])('refuses a name with %j', async (addresses) => {
    for (const all of [true, false])
      await expect(resolve(resolverOf(...addresses), all)).rejects.toMatchObject({
        code: 'FORBIDDEN_ADDRESS',
      });
  });

  it('asks for every address, also where the socket wants one', async () => {
    const lookup = jest.fn(resolverOf('8.8.8.8'));
    await resolve(lookup, false);
    expect(lookup.mock.calls.map(([, options]) => options.all)).toEqual([true]);
  });

  it('passes on what the resolver fails with', async () => {
    const lookup: LookupFunction = (_host, _options, callback) =>
      callback(Object.assign(new Error('none'), { code: 'ENOTFOUND' }), '');
    await expect(resolve(lookup, true)).rejects.toMatchObject({ code: 'ENOTFOUND' });
  });
});

describe('guardedConnector', () => {
  it.each([
    ['another host', { hostname: 'example.com' }],
    ['a host that only ends like TikTok', { hostname: 'nottiktok.com' }],
    ['a literal address', { hostname: '127.0.0.1' }],
    ['another port', { port: '8443' }],
    ['plain http', { protocol: 'http:' }],
  ])('opens nothing to %s', async (_, target) => {
    const lookup = jest.fn(resolverOf('8.8.8.8'));
    expect(await connect(target, { lookup })).toMatchObject({ code: 'FORBIDDEN_ADDRESS' });
    expect(lookup).not.toHaveBeenCalled();
  });

  it('opens nothing where a name of TikTok leads inside', async () => {
    const error = await connect({}, { lookup: resolverOf('127.0.0.1') });
    expect(error).toMatchObject({ code: 'FORBIDDEN_ADDRESS' });
  });

  it('exempts the base address with its port, and nothing beside it', async () => {
    const baseUrl = 'http://127.0.0.1:1';
    const local = { protocol: 'http:', hostname: '127.0.0.1' };
    expect(await connect({ ...local, port: '1' }, { baseUrl })).toMatchObject({
      code: 'ECONNREFUSED',
    });
    for (const other of [{ port: '2' }, { port: '' }, { port: '1', hostname: '127.0.0.2' }])
      expect(await connect({ ...local, ...other }, { baseUrl })).toMatchObject({
        code: 'FORBIDDEN_ADDRESS',
      });
  });
});
