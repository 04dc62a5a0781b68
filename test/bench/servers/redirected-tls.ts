import http from 'node:http';
import https from 'node:https';

/**
 * Leads what a package asks of TikTok over TLS to the sandbox over plain HTTP, on kept connections: cheaper than the
 * real way, for the package's benefit.
 */
export function redirectTls(origin: string): void {
  const { hostname, port } = new URL(origin);
  const agent = new http.Agent({ keepAlive: true });
  const request = (...given: unknown[]): http.ClientRequest => {
    const onResponse = given.find((each) => typeof each === 'function');
    const address = given.find((each) => typeof each === 'string' || each instanceof URL);
    const options = (given.find((each) => isOptions(each)) ?? {}) as http.RequestOptions;
    const asked = address === undefined ? undefined : new URL(String(address));
    const host = asked?.host ?? options.hostname ?? options.host ?? '';
    if (!/(^|\.)tiktok\.com$/.test(host))
      throw new Error(`Nothing but TikTok is asked, not ${host}`);
    const path = asked ? asked.pathname + asked.search : options.path;
    const headers = { ...(options.headers as http.OutgoingHttpHeaders), host };
    const { method } = options;
    return http.request(
      { hostname, port, path, method, headers, agent },
      onResponse as (response: http.IncomingMessage) => void,
    );
  };
  https.request = request;
  https.get = (...given: unknown[]) => {
    const asked = request(...given);
    asked.end();
    return asked;
  };
}

function isOptions(given: unknown): boolean {
  return typeof given === 'object' && given !== null && !(given instanceof URL);
}
