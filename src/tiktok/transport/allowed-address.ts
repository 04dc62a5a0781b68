import { allowedHostSuffixes, foreignMediaHosts } from '../constants';

/** Whether this is one of TikTok's hosts: a whole name of the list, or one below it. */
export function isTikTokHost(hostname: string): boolean {
  return allowedHostSuffixes.some(
    (suffix) => hostname === suffix || hostname.endsWith(`.${suffix}`),
  );
}

/** Whether media may be fetched from this host: TikTok's, and a few by name that TikTok's answers point to. */
export function isMediaHost(hostname: string): boolean {
  return isTikTokHost(hostname) || foreignMediaHosts.some((host) => host === hostname);
}

/** Whether a request may go there: TikTok's hosts over https at the usual port, and no credentials in the way. */
export function isAllowedAddress(url: URL, isAllowedHost = isTikTokHost): boolean {
  const { protocol, port, hostname, username, password } = url;
  return (
    protocol === 'https:' &&
    port === '' &&
    username === '' &&
    password === '' &&
    isAllowedHost(hostname)
  );
}
