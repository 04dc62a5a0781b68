import { startProgressBar } from '../../src/progress/progress-bar';
import { help, readOptions } from './options';
import { soak } from './soak';

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options === 'help') {
    process.stdout.write(help);
    return;
  }
  const total = Math.ceil(options.durationMs / 1000);
  const bar = startProgressBar({ label: 'soak', total });
  try {
    const complaints = await soak(options, {
      print: (line) => bar.above(() => process.stdout.write(`${line}\n`)),
      at: (seconds, now) => bar.at(seconds, now),
    });
    if (complaints.length > 0) process.exitCode = 1;
  } finally {
    bar.stop();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exitCode = 1;
});
