import { allowedHostSuffixes } from '../constants';

/** Whether this is one of TikTok's hosts: a whole name of the list, or one below it. */
export function isTikTokHost(hostname: string): boolean {
  return allowedHostSuffixes.some(
    (suffix) => hostname === suffix || hostname.endsWith(`.${suffix}`),
  );
}

/** Whether a request may go there: TikTok's hosts over https at the usual port, and no credentials in the way. */
export function isAllowedAddress(url: URL): boolean {
  const { protocol, port, hostname, username, password } = url;
  return (
    protocol === 'https:' &&
    port === '' &&
    username === '' &&
    password === '' &&
    isTikTokHost(hostname)
  );
}
