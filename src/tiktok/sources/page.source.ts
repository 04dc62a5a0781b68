import { parsePostPage } from '../parsers/post-page.parser';
import { parseUserPage } from '../parsers/user-page.parser';
import type { CallContext, Source } from './source';
import { ask, type Upstream } from './upstream';

/** The pages that a browser opens: exact counters and the secUid, behind TikTok's bot check. */
export class PageSource implements Source {
  readonly name = 'page';

  constructor(private readonly upstream: Upstream) {}

  readonly handlers: Source['handlers'] = {
    // TikTok resolves `/@SECUID` like a handle.
    user: async ({ user }, context) =>
      parseUserPage(await this.load(`/@${user.handle ?? user.secUid ?? ''}`, context)),

    // `/@_/video/ID` resolves whatever the handle, and photo posts too: asked for as `/photo/ID`, a desktop
    // agent gets a shell.
    post: async ({ id }, context) => parsePostPage(await this.load(`/@_/video/${id}`, context)),
  };

  private async load(path: string, context: CallContext): Promise<Buffer> {
    return (await ask(this.upstream, { kind: 'page', path, ...context })).body;
  }
}
