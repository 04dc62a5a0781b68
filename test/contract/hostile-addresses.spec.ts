import type { TestApi } from '../support/api';
import { startApi } from '../support/api';
import { hostileAddresses } from '../support/hostile-addresses';

describe('the url of /apis/tt/post/info', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startApi();
  });

  afterAll(() => api.close());

  it.each(hostileAddresses.map((url) => [url.slice(0, 90), url] as const))(
    '%j is refused before anybody is asked',
    async (_, url) => {
      api.sandbox.counters.reset();
      const reply = await api.call(`/apis/tt/post/info?token=t&url=${encodeURIComponent(url)}`);
      expect([422, 462]).toContain(reply.status);
      expect(Object.keys(reply.json())).toEqual(['detail']);
      expect(reply.headers.units_charged).toBe('0');
      expect(api.sandbox.counters.count()).toBe(0);
    },
  );
});
