/** Pages that faults put in the place of an answer. */
export const CAPTCHA_PAGE = `<html>
<head><meta charset="utf-8"><title>Security Check</title>
<script src="/sandbox/static/captcha/index.js"></script></head>
<body><div class="middle_page_loading"></div></body>
</html>
`;

export const BLOCKED_PAGE = `<!DOCTYPE html>
<html><head><title>TikTok</title></head><body><p>Something went wrong (sandbox)</p></body></html>
`;

export const ACCESS_DENIED_PAGE = '<html><body>Access Denied</body></html>';

/** What `/aweme/v1/play/` answers outside the region of the file. */
export const WRONG_REGION_PAGE = '<html><body>Not available in your region</body></html>';
