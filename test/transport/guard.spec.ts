import type { LookupFunction } from 'node:net';
import { TikTokUnreachableError } from '../../src/tiktok/tiktok.errors';
import { errorOf, startServer, transportTo } from './upstream-server';

describe('the guard on addresses', () => {
  it.each(['127.0.0.1', '10.0.0.1', '169.254.169.254', '::1', '::ffff:127.0.0.1', 'fd00::1'])(
    'makes no connection where TikTok resolves to %s, and does not try again',
    async (address) => {
      const lookup = jest.fn<void, Parameters<LookupFunction>>((_host, _options, callback) =>
        callback(null, [
          { address: '8.8.8.8', family: 4 },
          { address, family: address.includes(':') ? 6 : 4 },
        ]),
      );
      const transport = transportTo(undefined, { lookup, maxRetries: 2 });
      const error = await errorOf(transport.ask());
      expect(error).toBeInstanceOf(TikTokUnreachableError);
      expect(error).toMatchObject({ cause: { code: 'FORBIDDEN_ADDRESS' } });
      expect(lookup).toHaveBeenCalledTimes(1);
      await transport.close();
    },
  );

  it('asks the resolver about nothing but TikTok', async () => {
    const lookup = jest.fn();
    const transport = transportTo(undefined, { lookup });
    for (const url of ['https://example.com/', 'https://127.0.0.1/', 'https://www.tiktok.com:1/'])
      await errorOf(transport.ask({ url }));
    expect(lookup).not.toHaveBeenCalled();
    await transport.close();
  });

  it('exempts the base address, whatever resolves', async () => {
    const server = await startServer((_, response) => void response.end('fine'));
    const transport = transportTo(server.origin, { lookup: jest.fn() });
    expect((await transport.ask()).body.toString()).toBe('fine');
    expect(server.requests[0]?.headers.host).toBe('www.tiktok.com');
    await transport.close();
    await server.close();
  });
});
