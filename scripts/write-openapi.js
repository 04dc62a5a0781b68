// Calls every operation of the built app on a sandbox, and writes what it answers to src/openapi/sandbox-answers.json and the
// OpenAPI document with it to docs/openapi.json, or to the file named.
const { writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { createApp } = require('../dist/src/app.factory');
const { loadConfig } = require('../dist/src/config/app-config');
const { buildOpenApiDocument } = require('../dist/src/openapi');
const { collectExamples } = require('../dist/test/support/openapi-examples/collect-examples');

const root = join(__dirname, '..');

function write(path, value) {
  writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`);
  process.stdout.write(`${path}\n`);
}

async function main() {
  const examples = await collectExamples();
  write(join(root, 'src/openapi/sandbox-answers.json'), examples);
  const config = loadConfig({ LOG_LEVEL: 'silent' }, []);
  const app = await createApp(config);
  write(
    process.argv[2] ?? join(root, 'docs/openapi.json'),
    buildOpenApiDocument(app, config, examples),
  );
  await app.close();
}

main().catch((error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
