import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { arch, cpus, release, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { installedVersion } from './tools';

const root = join(__dirname, '../../..');
const compared = ['fastify', '@nestjs/core', '@nestjs/cache-manager', 'undici'];
const ofTools = ['cheerio', '@tobyg74/tiktok-api-dl', 'tiktok-scraper'];

/** What the numbers depend on, as rows of a table. */
export function machineFacts(): readonly (readonly string[])[] {
  const [processor] = cpus();
  return [
    ['Date', new Date().toISOString().slice(0, 16).replace('T', ' ') + ' UTC'],
    ['Commit', commit()],
    ['Processor', `${processor?.model.trim() ?? 'unknown'}, ${cpus().length} cores`],
    ['Memory', `${Math.round(totalmem() / 2 ** 30)} GB`],
    ['System', `${type()} ${release()} ${arch()}`],
    ['Node', process.version],
    ['Redis', outputOf('redis-server', ['--version']).match(/v=(\S+)/)?.[1] ?? 'absent'],
    ...[...compared.map(ownVersion), ...ofTools.map((name) => [name, installedVersion(name)])],
  ];
}

function commit(): string {
  const git = (...args: string[]): string => outputOf('git', ['-C', root, ...args]).trim();
  const hash = git('rev-parse', '--short', 'HEAD');
  if (hash === '') return 'unknown';
  const changed = git('status', '--porcelain', '--', 'src', 'test/bench', 'package.json');
  return changed === '' ? hash : `${hash}, with changes`;
}

function ownVersion(name: string): readonly string[] {
  const text = readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8');
  return [name, (JSON.parse(text) as { version: string }).version];
}

/** Nothing where there is no such program. */
function outputOf(program: string, args: readonly string[]): string {
  try {
    return execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return '';
  }
}
