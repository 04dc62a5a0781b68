// Sends the calls of the unmodified npm package `ensembledata` to a server of your own:
//
//   ENSEMBLEDATA_BASE_URL=http://127.0.0.1:3000/apis NODE_OPTIONS="--import /path/to/ensembledata-redirect.mjs" node app.mjs
//
// or, in code, before the first call: import './ensembledata-redirect.mjs'. Without the variable nothing is changed.
// The package looks `fetch` up at each call, so it does not matter which of the two is loaded first.

const theirs = /^https:\/\/(?:www\.)?ensembledata\.com\/apis(?=[/?#]|$)/i;
const given = process.env.ENSEMBLEDATA_BASE_URL;

if (given) {
  const { protocol, href } = new URL(given);
  if (!/^https?:$/.test(protocol))
    throw new TypeError(`ENSEMBLEDATA_BASE_URL must be http(s)://HOST:PORT/apis, not ${given}`);
  redirect(href.replace(/\/+$/, ''));
}

function redirect(ours) {
  const fetchAsBefore = globalThis.fetch;

  globalThis.fetch = function fetch(resource, options) {
    const address = resource instanceof Request ? resource.url : String(resource);
    if (!theirs.test(address)) return fetchAsBefore.call(this, resource, options);
    const moved = address.replace(theirs, ours);
    const target = resource instanceof Request ? new Request(moved, resource) : moved;
    return fetchAsBefore.call(this, target, options);
  };
}
