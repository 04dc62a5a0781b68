import type { JsonObject } from './rendering';

/** The state of a page sits in this element, which is only one of many scripts. */
export const CARRIER_ID = '__UNIVERSAL_DATA_FOR_REHYDRATION__';

/** All elements that have held the state of pages, the present one first. */
export const CARRIER_IDS = [
  CARRIER_ID,
  'SIGI_STATE',
  '__NEXT_DATA__',
  '__FRONTITY_CONNECT_STATE__',
] as const;

const HEAD = `<!DOCTYPE html>
<html lang="en">
  <head>
    <meta charset="UTF-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1.0" />
    <title>TikTok - Make Your Day</title>
    <!-- Sandbox: every account, post and number on this page is invented. -->
${decoys()}`;

const BODY = `  </head>
  <body>
    <div id="app"></div>
    <noscript>This is a sandbox. Its data are in the script element below.</noscript>
`;

const TAIL = `
    <script data-chunk="webapp-desktop" async="async" src="/sandbox/static/webapp-desktop.js"></script>
  </body>
</html>
`;

export function pageHtml(state: JsonObject): string {
  return pageWithoutCarrier(carrier(CARRIER_ID, state));
}

/** The same page around another carrier, or around none. */
export function pageWithoutCarrier(script = '', meta = ''): string {
  return `${HEAD}${meta}${BODY}${script}${TAIL}`;
}

export function carrier(id: string, state: JsonObject, attributes = ''): string {
  return `<script id="${id}" type="application/json"${attributes}>${escapedJson(state)}</script>`;
}

/** The carrier of 2019-21; clients of those years look for all of its attributes. */
export function nextCarrier(state: JsonObject, nonce: string): string {
  return carrier('__NEXT_DATA__', state, ` nonce="${nonce}" crossorigin="anonymous"`);
}

/** TikTok escapes what could end a script element, and every slash besides. */
export function escapedJson(state: JsonObject): string {
  return JSON.stringify(state).replace(/[/<>&]/g, (sign) => ESCAPES[sign] ?? sign);
}

const ESCAPES: Readonly<Record<string, string>> = {
  '/': '\\u002F',
  '<': '\\u003C',
  '>': '\\u003E',
  '&': '\\u0026',
};

/** Scripts that stand before the carrier, as on the real pages; some of them hold JSON too. */
function decoys(): string {
  const domains = Array.from(
    { length: 120 },
    (_, n) => `"service-${n}":"https://s${n}.sandbox.example"`,
  );
  const rules = Array.from(
    { length: 160 },
    (_, n) => `{"rule":${n},"match":"/sandbox/${n}","on":true}`,
  );
  return [
    `<script type="application/json" id="pumbaa-rule">[${rules.join(',')}]</script>`,
    `<script id="api-domains" type="application/json">{${domains.join(',')}}</script>`,
    `<script>window.__sandbox_carrier = document.getElementById("${CARRIER_ID}");</script>`,
    '',
  ].join('\n');
}
