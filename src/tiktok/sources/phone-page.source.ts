import { phoneUserAgent } from '../constants';
import { parsePostPage } from '../parsers/post-page.parser';
import type { Source } from './source';
import { ask, type Upstream } from './upstream';

/** The post page as a phone gets it: another state, rounded counters, and another bot check. */
export class PhonePageSource implements Source {
  readonly name = 'phone-page';

  constructor(private readonly upstream: Upstream) {}

  readonly handlers: Source['handlers'] = {
    post: async ({ id }, context) => {
      const headers = { 'user-agent': phoneUserAgent };
      const path = `/@_/video/${id}`;
      return parsePostPage(
        (await ask(this.upstream, { kind: 'page', path, headers, ...context })).body,
      );
    },
  };
}
