import { FAULT_KINDS, type FaultKind } from '../../src/sandbox';

/** The failures that the protocol page wants switchable (section 15.2), in its order. */
const CATALOGUE = {
  'empty 200 with tt_orcas_res: 1': ['empty-200'],
  'WAF page once then ok; WAF page always': ['challenge'],
  'captcha page': ['captcha-page'],
  'page without the script': ['no-script'],
  'page with empty scope': ['empty-scope', 'shell-page'],
  'login redirect': ['login-redirect'],
  '403': ['forbidden-403'],
  '429': ['too-many-429'],
  '444 (socket close)': ['socket-close'],
  '503 overload text': ['overload-503'],
  'TLS/socket reset': ['reset'],
  'slow body': ['slow-body'],
  'truncated JSON': ['truncated-json'],
  'JSON with type verify': ['verify-json'],
  'header bdturing-verify': ['verify-header'],
  'statusCode/status_code disagreement': ['status-mismatch'],
  'numeric strings for codes': ['status-as-text'],
  'hasMore true with an empty page': ['empty-page'],
  'same page repeated': ['same-page'],
  'cursor not advancing': ['stuck-cursor'],
  'duplicated rows across pages': ['repeated-rows', 'duplicate-rows'],
  'pinned rows out of order': ['pinned-out-of-order', 'reversed-rows'],
  'items without video/stats': ['items-without-video', 'items-without-stats'],
  'itemList missing': ['missing-list'],
  'comments: null': ['null-comments'],
  'first signed call of a session empty': ['first-signed-empty'],
  'per-IP budget on post/item_list': ['address-budget'],
  'unknown scope names': ['unknown-scopes'],
  'unknown entry types in search': ['unknown-entries'],
  'key order and unknown keys': ['disordered-keys'],
} as const satisfies Record<string, readonly FaultKind[]>;

/** What the page tells elsewhere: its catalogue of refusals (2), media (11), research (14). */
const ELSEWHERE: readonly FaultKind[] = [
  'blocked-page',
  'not-found-redirect',
  'unauthorized-401',
  'research-500',
  'cut-body',
  'html-instead',
  'link-expired',
  'zero-bytes',
  'head-refused',
];

describe('the catalogue of faults', () => {
  it('has all thirty entries of the protocol page, and no fault stands outside of it', () => {
    const listed: FaultKind[] = Object.values(CATALOGUE).flat();
    expect(Object.keys(CATALOGUE)).toHaveLength(30);
    expect([...listed, ...ELSEWHERE].toSorted()).toEqual([...FAULT_KINDS].toSorted());
  });
});
