// Writes docs/configuration.md and .env.example from the schema of the built app, or to the two files named.
require('reflect-metadata');
const { getMetadataStorage } = require('class-validator');
const { writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { Environment } = require('../dist/src/config/environment');
const { variableMeanings, variablesByQuestion } = require('../dist/src/config/variables');

const defaults = new Environment();
const rules = getMetadataStorage().getTargetValidationMetadatas(Environment, '', false, false);

function ruleOf(variable, name) {
  return rules.find((rule) => rule.propertyName === variable && rule.name === name)?.constraints[0];
}

/** Words that are listed by the schema and not by the text about them are named; so are the bounds of numbers. */
function limitsOf(variable) {
  const [min, max] = [ruleOf(variable, 'min'), ruleOf(variable, 'max')];
  return min === undefined ? '' : ` (${min}-${max})`;
}

function meaningOf(variable) {
  const { means } = variableMeanings[variable];
  const end = /[.;]/.exec(means.replaceAll(/`[^`]*`|e\.g\./g, (text) => '_'.repeat(text.length)));
  return means.slice(0, end.index) + limitsOf(variable) + means.slice(end.index);
}

function defaultOf(variable) {
  const { unset } = variableMeanings[variable];
  const value = defaults[variable];
  if (unset !== undefined) return unset;
  return value === undefined ? 'not set' : value === '' ? 'empty' : `\`${value}\``;
}

const head = `# What can be configured?

Written by \`npm run configuration\` from \`src/config/environment.ts\` and \`src/config/variables.ts\`.

Everything is read once, at start-up, from environment variables. A wrong value stops the start with one message that
names every wrong variable. An empty variable counts as not set. [.env.example](../.env.example) has all of them with their defaults,
for \`docker compose\`, systemd ([deployment.md](deployment.md)) or \`node --env-file=.env dist/src/main\`.

\`--upstream\`, \`--host\` and \`--port\` on the command line go before the variables of the same name.

How long answers are kept per operation is a table in the code; [caching.md](caching.md) shows it.
`;

function sectionOf([question, variables]) {
  const rows = variables.map(
    (variable) => `| \`${variable}\` | ${defaultOf(variable)} | ${meaningOf(variable)} |`,
  );
  return `\n## ${question}\n\n| Variable | Default | Meaning |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
}

const exampleHead = `# Every variable with its default, written by npm run configuration from the schema.
# Copy this file to .env and take the # off the lines that you change. docs/configuration.md says the same as a page.
`;

/** Markdown as a plain text in lines of comment. */
function commentOf(markdown) {
  const text = markdown.replaceAll(/\[[^\]]*\]\(([^)#]+)[^)]*\)/g, 'docs/$1').replaceAll('`', '');
  const lines = text.match(/.{1,110}(?= |$)/g).map((line) => `# ${line.trim()}`);
  return lines.join('\n');
}

function exampleOf(variable) {
  const { unset } = variableMeanings[variable];
  const note = unset === undefined ? '' : `\n${commentOf(`Not set: ${unset}.`)}`;
  return `\n${commentOf(meaningOf(variable))}${note}\n#${variable}=${defaults[variable] ?? ''}\n`;
}

const exampleSectionOf = ([question, variables]) =>
  `\n# --- ${question} ---\n${variables.map(exampleOf).join('')}`;

const sections = Object.entries(variablesByQuestion);
const inProject = (name) => join(__dirname, '..', name);
const [page = inProject('docs/configuration.md'), example = inProject('.env.example')] =
  process.argv.slice(2);
writeFileSync(page, head + sections.map(sectionOf).join(''));
writeFileSync(example, exampleHead + sections.map(exampleSectionOf).join(''));
process.stdout.write(`${page}\n${example}\n`);
