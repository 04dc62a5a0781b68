import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Environment } from '../../src/config/environment';
import { variableMeanings } from '../../src/config/variables';
import { read, root } from './fences';

const tools = join(root, 'tools/package.json');
const hasTools = existsSync(join(root, 'tools/node_modules/dockerfile-utils'));
const describeWithTools = hasTools ? describe : describe.skip;
if (!hasTools)
  process.stderr.write('No tools/node_modules: the Dockerfile and compose.yaml are not linted\n');

const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0;
const describeWithSystemd = hasSystemd ? describe : describe.skip;
if (!hasSystemd) process.stderr.write('No systemd-analyze: the unit of systemd is not verified\n');

interface Line {
  readonly stage: number;
  readonly word: string;
  readonly rest: string;
}

/** The instructions of the Dockerfile, each on one line, with the number of their stage. */
function instructions(): Line[] {
  const lines = read('Dockerfile').replaceAll('\\\n', '').split('\n');
  let stage = -1;
  return lines
    .filter((line) => /^[A-Z]/.test(line))
    .map((line) => {
      const [, word = '', rest = ''] = /^([A-Z]+) +(.*)$/.exec(line) ?? [];
      if (word === 'FROM') stage += 1;
      return { stage, word, rest: rest.trim() };
    });
}

const lastStage = Math.max(...instructions().map(({ stage }) => stage));
const ofWord = (wanted: string) =>
  instructions()
    .filter(({ stage, word }) => stage === lastStage && word === wanted)
    .map(({ rest }) => rest);

describe('the Dockerfile', () => {
  it('takes in what is there, and .dockerignore lets it through', () => {
    const ignore = read('.dockerignore').split('\n');
    expect(ignore).toContain('*');
    const sources = instructions()
      .filter(({ word, rest }) => word === 'COPY' && !rest.startsWith('--from'))
      .flatMap(({ rest }) => rest.split(' ').slice(0, -1));
    expect(sources.length).toBeGreaterThan(5);
    for (const source of sources) {
      expect(existsSync(join(root, source))).toBe(true);
      expect(ignore).toContain(`!${source}`);
    }
    expect(ignore.join()).not.toContain('!tools');
  });

  it('ends as a user without rights, and can be asked for its health', () => {
    expect(ofWord('USER')).toEqual(['node']);
    expect(ofWord('RUN')).toEqual([]);
    expect(ofWord('HEALTHCHECK')).toHaveLength(1);
  });

  it('names variables that are there', () => {
    const variables = ofWord('ENV').flatMap((rest) => [...rest.matchAll(/([A-Z_]+)=/g)]);
    const names = variables.map(([, name]) => name).filter((name) => name !== 'NODE_ENV');
    expect(Object.keys(new Environment())).toEqual(expect.arrayContaining(names));
  });

  it('makes a server that runs with its runtime dependencies alone, and says when it is well', async () => {
    execFileSync(process.execPath, ['scripts/build-if-stale.js'], { cwd: root });
    const folder = mkdtempSync(join(tmpdir(), 'image-'));
    for (const name of ['package.json', 'package-lock.json', '.npmrc'])
      cpSync(join(root, name), join(folder, name));
    const [install] = instructions().filter(({ stage, word }) => stage === 0 && word === 'RUN');
    const offline = { ...process.env, npm_config_prefer_offline: 'true' };
    execFileSync('sh', ['-ec', install?.rest ?? 'false'], {
      cwd: folder,
      env: offline,
      stdio: 'ignore',
    });
    mkdirSync(join(folder, 'dist'));
    cpSync(join(root, 'dist/src'), join(folder, 'dist/src'), { recursive: true });
    await expectWell(folder);
  }, 180_000);
});

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
}

/** Starts what ENTRYPOINT says, asks what HEALTHCHECK says until that is content, and stops the server. */
async function expectWell(folder: string): Promise<void> {
  const [, , entry = ''] = /^(\["node", "([^"]+)"\])$/.exec(ofWord('ENTRYPOINT')[0] ?? '') ?? [];
  const environment = { HOST: '127.0.0.1', PORT: String(await freePort()), LOG_LEVEL: 'warn' };
  const options = { cwd: folder, env: { ...process.env, ...environment } };
  const server = spawn(process.execPath, [entry, '--upstream', 'sandbox'], options);
  let complaints = '';
  server.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
  const check = JSON.parse(/CMD (\[.*\])$/.exec(ofWord('HEALTHCHECK')[0] ?? '')?.[1] ?? '[]') as [
    string,
    ...string[],
  ];
  const isWell = (): boolean => spawnSync(process.execPath, check.slice(1), options).status === 0;
  while (!isWell()) {
    if (server.exitCode !== null) throw new Error(`The server ended: ${complaints}`);
    await sleep(200);
  }
  const ended = once(server, 'exit');
  server.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
  expect(isWell()).toBe(false);
}

describeWithTools('linters', () => {
  const load = createRequire(tools);

  it('find nothing in the Dockerfile', () => {
    const { validate } = load('dockerfile-utils') as { validate: (text: string) => unknown[] };
    expect(validate(read('Dockerfile'))).toEqual([]);
    const lint = ['tools/node_modules/.bin/dockerfilelint', 'Dockerfile'];
    const { status, stdout } = spawnSync(process.execPath, lint, { cwd: root, encoding: 'utf8' });
    expect({ status, stdout }).toMatchObject({ status: 0 });
  });
});

interface Service {
  readonly profiles?: readonly string[];
  readonly build?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly depends_on?: readonly string[] | Readonly<Record<string, unknown>>;
}

describeWithTools('compose.yaml', () => {
  const yaml = createRequire(tools)('yaml') as {
    parse(text: string, options: { merge: boolean }): { services: Record<string, Service> };
  };
  const { services } = yaml.parse(read('compose.yaml'), { merge: true });
  const all = Object.entries(services);

  it('is one process unless more is asked for', () => {
    const always = all.filter(([, { profiles }]) => profiles === undefined).map(([name]) => name);
    expect(always).toEqual(['api']);
    const scaled = all.filter(([, { profiles }]) => profiles?.includes('scaled'));
    expect(scaled.map(([name]) => name).sort()).toEqual(['proxy', 'redis', 'replica']);
  });

  it('starts with what depends on each other in one profile', () => {
    for (const [, { profiles, depends_on = [] }] of all) {
      const needed = Array.isArray(depends_on) ? depends_on : Object.keys(depends_on);
      for (const name of needed) expect(services[String(name)]?.profiles).toEqual(profiles);
    }
  });

  it('sets variables that are there, and opens ports to this machine only', () => {
    const set = all.flatMap(([, { build, environment = {} }]) =>
      build === undefined ? [] : Object.keys(environment),
    );
    expect(set).toContain('API_TOKENS');
    expect(Object.keys(variableMeanings)).toEqual(expect.arrayContaining(set));
    const ports = all.flatMap(([, { ports: published = [] }]) => published);
    expect(ports).toHaveLength(2);
    for (const port of ports) expect(port).toMatch(/^\$\{PUBLISH:-127\.0\.0\.1:3000\}:/);
  });

  it('has a proxy that leads to the replicas', () => {
    expect(read('deploy/nginx.conf')).toContain('http://replica:3000;');
    expect(services.replica?.build).toBeDefined();
  });
});

describeWithSystemd('the unit of systemd', () => {
  const unit = readFileSync(join(root, 'deploy/tiktok-data-api.service'), 'utf8');

  function analyze(...args: string[]): void {
    const path = join(mkdtempSync(join(tmpdir(), 'unit-')), 'tiktok-data-api.service');
    writeFileSync(path, unit.replace('/usr/bin/node', process.execPath));
    const { status, stdout, stderr } = spawnSync('systemd-analyze', [...args, path], {
      encoding: 'utf8',
    });
    expect({ status, text: stdout + stderr }).toMatchObject({ status: 0 });
  }

  it('is understood', () => {
    analyze('verify');
  });

  it('leaves little open: 2 of 10 at most', () => {
    analyze('security', '--offline=true', '--threshold=20', '--no-pager');
  });
});
