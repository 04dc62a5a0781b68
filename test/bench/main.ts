import { fullSearch } from './full-search.bench';
import { hits } from './hits.bench';
import { media } from './media.bench';
import { parsing } from './parsing.bench';
import { paging } from './paging.bench';
import { sandbox } from './sandbox.bench';

/** One measurement: a name, and what is printed of it. */
export type Bench = () => Promise<readonly string[]>;

const benches: Readonly<Record<string, Bench>> = {
  parsing,
  hits,
  paging,
  sandbox,
  media,
  'full-search': fullSearch,
};

async function main(names: readonly string[]): Promise<void> {
  const unknown = names.filter((name) => !(name in benches));
  if (unknown.length > 0) {
    process.stderr.write(
      `No bench ${unknown.join(', ')}; there are ${Object.keys(benches).join(', ')}\n`,
    );
    process.exitCode = 1;
    return;
  }
  for (const [name, bench] of Object.entries(benches)) {
    if (names.length > 0 && !names.includes(name)) continue;
    process.stdout.write(`${name}\n`);
    for (const line of await bench()) process.stdout.write(`  ${line}\n`);
  }
}

void main(process.argv.slice(2));
