import { webAppId } from '../constants';
import type { Session } from '../transport/session';

export interface WebCall {
  /** The page of the site that the call belongs to, e.g. `user` or `fyp`. */
  readonly fromPage: string;
  readonly region?: string;
  /** Parameters of the endpoint itself. */
  readonly own: Readonly<Record<string, string>>;
}

/** The query of a web API call as the site sends it: the common parameters in its order, then the endpoint's own. */
export function webQuery(session: Session, { fromPage, region = 'US', own }: WebCall): string {
  const parameters: Record<string, string> = {
    WebIdLastTime: String(Math.floor(session.startedAtMs / 1000)),
    aid: webAppId,
    app_language: 'en',
    app_name: 'tiktok_web',
    browser_language: 'en-US',
    browser_name: 'Mozilla',
    browser_online: 'true',
    browser_platform: 'Win32',
    browser_version: session.userAgent.replace(/^Mozilla\//, ''),
    channel: 'tiktok_web',
    cookie_enabled: 'true',
    // TikTok answers every endpoint with nothing when this one is missing.
    device_id: session.deviceId,
    device_platform: 'web_pc',
    focus_state: 'true',
    from_page: fromPage,
    history_len: '3',
    is_fullscreen: 'false',
    is_page_visible: 'true',
    language: 'en',
    os: 'windows',
    priority_region: region,
    region,
    screen_height: '1080',
    screen_width: '1920',
    tz_name: 'America/New_York',
    user_is_login: 'false',
    verifyFp: session.verifyFp,
    webcast_language: 'en',
    ...own,
  };
  // Spaces as %20, as browsers encode them here: URLSearchParams would write "+".
  return Object.entries(parameters)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
}
