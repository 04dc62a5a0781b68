import { parsePostPage } from '../parsers/post-page.parser';
import { parseUserPage } from '../parsers/user-page.parser';
import type { Source } from './source';
import { ask, type Upstream } from './upstream';

/** The pages that a browser opens: exact counters and the secUid, behind TikTok's bot check. */
export class PageSource implements Source {
  readonly name = 'page';

  constructor(private readonly upstream: Upstream) {}

  readonly handlers: Source['handlers'] = {
    // TikTok resolves `/@SECUID` like a handle.
    user: async ({ user }, { signal }) =>
      parseUserPage(await this.load(`/@${user.handle ?? user.secUid ?? ''}`, signal)),

    // `/@_/video/ID` resolves whatever the handle, and photo posts too: asked for as `/photo/ID`, a desktop
    // agent gets a shell.
    post: async ({ id }, { signal }) => parsePostPage(await this.load(`/@_/video/${id}`, signal)),
  };

  private async load(path: string, signal?: AbortSignal): Promise<Buffer> {
    return (await ask(this.upstream, { kind: 'page', path, signal })).body;
  }
}
