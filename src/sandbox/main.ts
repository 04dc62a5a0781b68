import { HELP, readOptions } from './command-line';
import { startSandbox, type Sandbox } from './sandbox';

function greeting({ origin, signerUrl, world }: Sandbox): string {
  const account = world.user('gabrielymayra');
  const [post] = account ? world.userPosts(account, { limit: 1 }) : [];
  const list = `aid=1988&device_id=7250000000000000001`;
  return `The sandbox listens on ${origin}. All of its data are invented.

It serves pages, embeds, the web API, the player, oEmbed, short links and media, as the Host header
says; a Host that is none of TikTok's counts as www.tiktok.com. Try:
  ${origin}/@gabrielymayra
  ${origin}/@gabrielymayra/video/${post?.id ?? ''}
  ${origin}/embed/@luna_the_pantera
  ${origin}/api/creator/item_list/?${list}&secUid=${account?.secUid ?? ''}&type=1&count=15
  ${origin}/oembed?url=https://www.tiktok.com/@luna_the_pantera/video/6943996796519681281

Signer   ${signerUrl}
Control  ${origin}/__sandbox/
`;
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options === 'help') {
    process.stdout.write(HELP);
    return;
  }
  const sandbox = await startSandbox(options);
  process.stdout.write(greeting(sandbox));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void sandbox.stop());
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
