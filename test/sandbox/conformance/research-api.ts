import { Session, type Response } from './session';

export type ResearchRow = Record<string, unknown>;

export interface ResearchAnswer {
  status: number;
  body: { data: ResearchRow; error: { code: string; message: string; log_id: string } };
  /** As it came: int64 ids stand in it as numbers. */
  text: string;
}

const ORIGIN = 'https://open.tiktokapis.com';

/** A client of the Research API (14), written from the protocol page alone. */
export class ResearchApi {
  private token = '';
  private readonly session: Session;

  constructor(port: number) {
    this.session = new Session(port);
  }

  close(): void {
    this.session.close();
  }

  /** The token endpoint with these fields of its form; keeps the token that it gives. */
  async authorize(form: Readonly<Record<string, string>> = CREDENTIALS): Promise<Response> {
    const answer = await this.session.send(`${ORIGIN}/v2/oauth/token/`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(form).toString(),
    });
    const { access_token: token } = JSON.parse(answer.text) as { access_token?: string };
    if (token !== undefined) this.token = token;
    return answer;
  }

  /** `path` begins after `/v2/research`; a body that is text goes out as it is. */
  async ask(
    path: string,
    body: object | string,
    options: { fields?: string; token?: string } = {},
  ): Promise<ResearchAnswer> {
    const { fields, token = this.token } = options;
    const query = fields === undefined ? '' : `?fields=${encodeURIComponent(fields)}`;
    const answer = await this.session.send(`${ORIGIN}/v2/research${path}${query}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    const { status, text } = answer;
    return { status, body: readWide(text) as ResearchAnswer['body'], text };
  }

  /** Every page of a list until `has_more` is false; cursor and search id go back unchanged. */
  async walk(
    path: string,
    body: object,
    { key, fields }: { key: string; fields?: string },
  ): Promise<{ rows: ResearchRow[]; pages: ResearchRow[] }> {
    const rows: ResearchRow[] = [];
    const pages: ResearchRow[] = [];
    let paging: ResearchRow = {};
    for (;;) {
      const question = { ...body, ...paging };
      const answer = await this.ask(path, question, fields === undefined ? {} : { fields });
      if (answer.status !== 200) throw new Error(`${path} ${answer.status}: ${answer.text}`);
      const { data } = answer.body;
      pages.push(data);
      rows.push(...(data[key] as ResearchRow[]));
      if (data['has_more'] !== true) return { rows, pages };
      if (pages.length > 300) throw new Error(`${path} does not end`);
      const { cursor, search_id: searchId } = data;
      paging = { cursor, ...(searchId === undefined ? {} : { search_id: searchId }) };
    }
  }
}

export const CREDENTIALS = {
  client_key: 'sandboxkey',
  client_secret: 'sandboxsecret',
  grant_type: 'client_credentials',
};

/** JSON with its unsafe integers as text: a reader that rounds them reads other ids. */
function readWide(text: string): unknown {
  const kept = text.replace(/"(?:[^"\\]|\\.)*"|\d{16,}/g, (token) =>
    token.startsWith('"') ? token : `"${token}"`,
  );
  return JSON.parse(kept);
}
