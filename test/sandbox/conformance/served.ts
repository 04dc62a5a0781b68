import { matchRoute } from '../../../src/sandbox/routes';

/** Whether the sandbox has a route for this path of the main host. */
export function isServed(path: string, host: Parameters<typeof matchRoute>[0] = 'www'): boolean {
  return matchRoute(host, path).name !== 'unknown';
}

/** `it` for a route that is there, `it.skip` for one that is yet to come. */
export function whenServed(path: string, host?: Parameters<typeof matchRoute>[0]): jest.It {
  return isServed(path, host) ? it : it.skip;
}
