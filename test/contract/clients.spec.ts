import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { TestApi } from '../support/api';
import { startApi } from '../support/api';

const run = promisify(execFile);
const root = join(__dirname, '../..');
const preload = join(root, 'clients/ensembledata-redirect.mjs');
const fresh = mkdtempSync(join(tmpdir(), 'clients-'));

interface Outcome {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number;
}

function node(args: readonly string[], environment: Record<string, string>): Promise<Outcome> {
  const env = { PATH: process.env.PATH ?? '', ...environment };
  return run(process.execPath, args, { cwd: root, env }).then(
    (output) => ({ ...output, code: 0 }),
    (failure: Outcome) => failure,
  );
}

const call = `
  const client = new EDClient({ token: 'test-token' });
  const { data, unitsCharged } = await client.tiktok.userInfoFromUsername({ username: 'zachking' });
  console.log(data.user.uniqueId, unitsCharged);`;

afterAll(() => rmSync(fresh, { recursive: true }));

describe('the npm SDK, unmodified', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startApi({ environment: { API_TOKENS: 'test-token' } });
  });

  afterAll(() => api.close());

  const script = (text: string) => ['--input-type=module', '-e', text];

  it('is pointed here by environment variables alone, as an ES module', async () => {
    const { stdout, stderr } = await node(
      script(`import { EDClient } from 'ensembledata';${call}`),
      {
        ENSEMBLEDATA_BASE_URL: `${api.url}/apis`,
        NODE_OPTIONS: `--import ${preload}`,
      },
    );
    expect([stdout, stderr]).toEqual(['zachking 1\n', '']);
  });

  it('is pointed here by environment variables alone, from CommonJS', async () => {
    const text = `void (async () => {
      const { EDClient } = require('ensembledata');${call}
    })()`;
    const { stdout, stderr } = await node(['-e', text], {
      ENSEMBLEDATA_BASE_URL: `${api.url}/apis/`,
      NODE_OPTIONS: `--import ${preload}`,
    });
    expect([stdout, stderr]).toEqual(['zachking 1\n', '']);
  });

  it.each(['before', 'behind'])(
    'is pointed here by a line of code %s its import',
    async (where) => {
      const ours = `import ${JSON.stringify(pathToFileURL(preload).href)};`;
      const theirs = `import { EDClient } from 'ensembledata';`;
      const imports = where === 'before' ? ours + theirs : theirs + ours;
      const environment = { ENSEMBLEDATA_BASE_URL: `${api.url}/apis` };
      const { stdout, stderr } = await node(script(imports + call), environment);
      expect([stdout, stderr]).toEqual(['zachking 1\n', '']);
    },
  );

  it('is left alone without the variable', async () => {
    const text = `
      const before = fetch;
      await import(${JSON.stringify(pathToFileURL(preload).href)});
      console.log(fetch === before);`;
    expect((await node(script(text), {})).stdout).toBe('true\n');
  });

  it.each(['here', 'ftp://127.0.0.1/apis'])(
    'does not start with %s for an address',
    async (given) => {
      const { code, stderr } = await node(['--import', preload, '-e', '0'], {
        ENSEMBLEDATA_BASE_URL: given,
      });
      expect(code).not.toBe(0);
      expect(stderr).toContain(given);
    },
  );

  it('shares fetch with everybody else: other addresses stay, URL and Request are moved too', async () => {
    const other = `${api.url}/health/live`;
    const theirs = 'https://www.ensembledata.com/apis/customer/get-history?days=1&token=test-token';
    const text = `
      const statuses = [];
      for (const resource of ['${other}', '${theirs}', new URL('${theirs}'), new Request('${theirs}')])
        statuses.push((await fetch(resource)).status);
      console.log(...statuses);`;
    const { stdout } = await node(['--import', preload, ...script(text)], {
      ENSEMBLEDATA_BASE_URL: `${api.url}/apis`,
    });
    expect(stdout).toBe('200 200 200 200\n');
  });
});

const hasPython = spawnSync('python3', ['--version']).status === 0;

// The package itself is not to be had here; what stands in for it has its layout and its one variable.
(hasPython ? describe : describe.skip)('sitecustomize.py for the Python SDK', () => {
  const requester = join(fresh, 'ensembledata/api');
  const program = 'from ensembledata.api import address; print(address("/tt/user/info"))';

  beforeAll(() => {
    mkdirSync(requester, { recursive: true });
    writeFileSync(join(fresh, 'ensembledata/__init__.py'), '');
    writeFileSync(join(requester, '__init__.py'), 'from ._requester import address\n');
    writeFileSync(
      join(requester, '_requester.py'),
      'BASE_URL = "https://theirs.test/apis"\ndef address(path): return f"{BASE_URL}{path}"\n',
    );
  });

  function python(text: string, environment: Record<string, string>) {
    const path = [join(root, 'clients/python'), fresh].join(':');
    const env = { PATH: process.env.PATH, PYTHONPATH: path, PYTHONDONTWRITEBYTECODE: '1' };
    return spawnSync('python3', ['-c', text], {
      env: { ...env, ...environment },
      encoding: 'utf8',
    });
  }

  it('sets the address of the package when that is imported', () => {
    const { stdout, stderr } = python(program, {
      ENSEMBLEDATA_BASE_URL: 'http://127.0.0.1:1/apis/',
    });
    expect([stdout, stderr]).toEqual(['http://127.0.0.1:1/apis/tt/user/info\n', '']);
  });

  it('does nothing without the variable, and nothing to programs without the package', () => {
    expect(python(program, {}).stdout).toBe('https://theirs.test/apis/tt/user/info\n');
    const environment = { ENSEMBLEDATA_BASE_URL: 'http://127.0.0.1:1/apis' };
    expect(python('import json; print(json.dumps(1))', environment).stdout).toBe('1\n');
  });

  it('says so when the package has no such variable any more', () => {
    writeFileSync(join(requester, '_requester.py'), 'address = None\n');
    const { status, stderr } = python(program, {
      ENSEMBLEDATA_BASE_URL: 'http://127.0.0.1:1/apis',
    });
    expect([status, stderr]).toEqual([1, expect.stringContaining('no BASE_URL')]);
  });
});
