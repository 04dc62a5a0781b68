// Writes docs/routes.md, or the file named: every operation of the OpenAPI document, called with the examples of the
// document on a sandbox whose clock stands still, and what it answered.
const { once } = require('node:events');
const { writeFileSync } = require('node:fs');
const http = require('node:http');
const { join } = require('node:path');
const { createApp } = require('../dist/src/app.factory');
const { loadConfig } = require('../dist/src/config/app-config');
const { startSandbox } = require('../dist/src/sandbox');
const { shortened, withoutState } = require('./shortened-answer');

const nowMs = Date.parse('2026-11-01T12:00:00Z');
// The day whose units the examples ask for.
const unitsNowMs = Date.parse('2026-11-21T12:00:00Z');
const written = 'http://127.0.0.1:3000';
const mediaLink = `link=$(curl -s '${written}/api/tiktok/downloader?url=6943996796519681281' \\
  | node -p 'JSON.parse(fs.readFileSync(0)).data.media.no_watermark')`;

const head = `# What does each route answer?

Written by \`npm run routes\`: every operation of the [OpenAPI document](openapi.json), called with the examples of the
document on the sandbox, whose data are invented. A test runs every line. Answers are shortened: \`...\` stands for more,
lists show their first rows, and objects may have further members. [errors.md](errors.md) has what else may come.
`;

async function openServer() {
  const sandbox = await startSandbox({ nowMs });
  const environment = {
    LOG_LEVEL: 'silent',
    UPSTREAM: 'sandbox',
    TIKTOK_BASE_URL: sandbox.origin,
    // A machine that is busy turns nobody away here.
    MAX_EVENT_LOOP_DELAY_MS: '60000',
  };
  const config = loadConfig(environment, []);
  const app = await createApp({
    ...config,
    access: { ...config.access, nowMs: () => unitsNowMs },
    tiktok: { ...config.tiktok, nowMs: () => nowMs },
    signer: { ...config.signer, url: sandbox.signerUrl },
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  return { url: await app.getUrl(), close: () => app.close().then(() => sandbox.stop()) };
}

async function ask(url, { method, body, headers = {} }) {
  const type = body === undefined ? {} : { 'content-type': 'application/json' };
  const asked = http.request(url, { method, headers: { ...type, ...headers }, agent: false });
  asked.end(body);
  const [response] = await once(asked, 'response');
  const chunks = await response.toArray();
  return { response, text: Buffer.concat(chunks).toString() };
}

function exampleOf({ example, examples, schema = {} }) {
  const [named] = Object.values(examples ?? {});
  return example ?? named?.value ?? schema.example ?? schema.examples?.[0] ?? schema.default;
}

function resolve(document, value) {
  if (value?.$ref === undefined) return value;
  return value.$ref
    .split('/')
    .slice(1)
    .reduce((part, key) => part[key], document);
}

/** The required members of a body, with their examples. */
function bodyOf(document, { requestBody }) {
  const media = resolve(document, requestBody)?.content?.['application/json'];
  if (media === undefined) return undefined;
  const schema = resolve(document, media.schema);
  const whole = exampleOf({ ...media, schema: {} }) ?? exampleOf({ schema });
  const members = Object.entries(schema.properties ?? {}).map(([name, member]) => [
    name,
    exampleOf({ schema: resolve(document, member) }),
  ]);
  return JSON.stringify(whole ?? Object.fromEntries(members));
}

function requestOf(document, { path, method, operation }) {
  const parameters = (operation.parameters ?? []).map((parameter) => resolve(document, parameter));
  const query = new URLSearchParams();
  let address = path;
  // Without a seed a random answer would be another one each time.
  const isSent = ({ required, name }) => required || name === 'seed';
  for (const parameter of parameters.filter(isSent)) {
    const value = String(exampleOf(parameter));
    if (parameter.in === 'path')
      address = address.replace(`{${parameter.name}}`, encodeURIComponent(value));
    if (parameter.in === 'query') query.set(parameter.name, value);
  }
  const optional = parameters.filter((line) => !isSent(line) && line.in === 'query');
  return {
    address: query.size > 0 ? `${address}?${readable(query)}` : address,
    method: method.toUpperCase(),
    body: bodyOf(document, operation),
    optional: optional.map(({ name }) => `\`${name}\``),
  };
}

/** What needs no escape in a query is easier to read without one. */
function readable(query) {
  return query
    .toString()
    .replaceAll('%3A', ':')
    .replaceAll('%2F', '/')
    .replaceAll('%40', '@')
    .replaceAll('%3B', ';');
}

function curlOf({ address, method, body }) {
  const data = body === undefined ? '' : ` \\\n  -H 'Content-Type: application/json' -d '${body}'`;
  const option = method === 'HEAD' ? '-I ' : '';
  return `curl ${option}'${written}${address}'${data}`;
}

/** A file has no example in the document: its link ends. So it is asked for first. */
async function mediaAnswer(server, method) {
  const [isHead, range] = [method === 'HEAD', 'bytes=0-999'];
  const found = await ask(`${server.url}/api/tiktok/downloader?url=6943996796519681281`, {});
  const link = JSON.parse(found.text).data.media.no_watermark;
  const { response } = await ask(link, { method, headers: isHead ? {} : { range } });
  const shown = ['accept-ranges', 'content-type', 'content-length', 'content-range'];
  const lines = [`HTTP/1.1 ${response.statusCode} ${response.statusMessage}`];
  for (const name of shown.filter((name) => response.headers[name] !== undefined))
    lines.push('...', `${name}: ${response.headers[name]}`);
  const curl = isHead ? 'curl -I "$link"' : 'curl -D - -o video.mp4 -r 0-999 "$link"';
  return { curl: `${mediaLink}\n${curl}`, language: 'text', answer: `${lines.join('\n')}\n...` };
}

async function answerOf(server, request) {
  if (request.address.startsWith('/media/')) return mediaAnswer(server, request.method);
  const { response, text } = await ask(server.url + request.address, request);
  const curl = curlOf(request);
  if (response.statusCode !== 200) throw new Error(`${curl}\n${response.statusCode} ${text}`);
  if (request.address === '/metrics') {
    const names = text.split('\n').filter((line) => line.startsWith('# HELP'));
    return { curl, language: 'text', answer: `${names.slice(0, 4).join('\n...\n')}\n...` };
  }
  if (!response.headers['content-type'].includes('json'))
    return { curl, language: 'text', answer: text.trim() };
  const here = JSON.parse(text.replaceAll(server.url, written));
  const hangsOnState = /^\/(health\/upstream|apis\/customer)/.test(request.address);
  const told = hangsOnState ? withoutState(here) : here;
  return { curl, language: 'json', answer: JSON.stringify(shortened(told), null, 2) };
}

async function sectionOf(server, document, { path, method, operation }) {
  const request = requestOf(document, { path, method, operation });
  const { curl, language, answer } = await answerOf(server, request);
  const optional =
    request.optional.length > 0 ? `\n\nMay be given: ${request.optional.join(', ')}.` : '';
  const title = `### \`${request.method} ${path}\``;
  return `\n${title}\n\n${operation.summary}.${optional}\n\n\`\`\`sh\n${curl}\n\`\`\`\n\n\`\`\`${language}\n${answer}\n\`\`\`\n`;
}

async function main() {
  const server = await openServer();
  const document = JSON.parse((await ask(`${server.url}/openapi.json`, {})).text);
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  let page = head;
  for (const { name, description } of document.tags) {
    page += `\n## ${name}\n\n${description}\n`;
    for (const line of operations.filter(({ operation }) => operation.tags.includes(name)))
      page += await sectionOf(server, document, line);
  }
  await server.close();
  const target = process.argv[2] ?? join(__dirname, '../docs/routes.md');
  writeFileSync(target, page);
  process.stdout.write(`${target}\n`);
}

main().catch((error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
