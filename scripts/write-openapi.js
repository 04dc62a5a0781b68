// Writes the OpenAPI document of the built app to docs/openapi.json, or to the file named.
const { writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { createApp } = require('../dist/src/app.factory');
const { loadConfig } = require('../dist/src/config/app-config');
const { buildOpenApiDocument } = require('../dist/src/openapi');

async function main() {
  const target = process.argv[2] ?? join(__dirname, '../docs/openapi.json');
  const config = loadConfig({ LOG_LEVEL: 'silent' }, []);
  const app = await createApp(config);
  writeFileSync(target, `${JSON.stringify(buildOpenApiDocument(app, config), null, 2)}\n`);
  await app.close();
  process.stdout.write(`${target}\n`);
}

main().catch((error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
