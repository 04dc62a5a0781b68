import type { OperationCachePort } from '../cache/operation-cache.port';
import { Admission } from './admission';
import type { ClientOptions } from './call-options';
import { MediaClient } from './media/media.client';
import type { SourceTry } from './source-ladder';
import type { TrialLimits } from './probe/probe-trial';
import { UpstreamProbe } from './probe/upstream-probe';
import { SourceLadder } from './source-ladder';
import { EmbedSource } from './sources/embed.source';
import { OembedSource } from './sources/oembed.source';
import { PageSource } from './sources/page.source';
import { PhonePageSource } from './sources/phone-page.source';
import { PlayerSource } from './sources/player.source';
import { ShortLinkSource } from './sources/short-link.source';
import { SignedApiSource } from './sources/signed-api.source';
import { steadyNowMs } from './steady-clock';
import { WebApiSource } from './sources/web-api.source';
import { TikTokClient } from './tiktok.client';
import { createMediaExchange } from './transport/media.exchange';
import type { HttpSignerOptions } from './transport/http-signer';
import { HttpSigner } from './transport/http-signer';
import type { SessionPoolOptions } from './transport/session-pool';
import { SessionPool } from './transport/session-pool';
import type { TransportOptions } from './transport/transport';
import { createTransport } from './transport/transport';

export interface CreateClientOptions extends ClientOptions {
  readonly transport: TransportOptions;
  readonly sessions?: SessionPoolOptions;
  /** Without an address, what needs a signer service answers that it does. */
  readonly signer?: Omit<HttpSignerOptions, 'url'> & { readonly url?: string };
  readonly media?: {
    /** Files that are fetched from TikTok at once; 256 unless given. */
    readonly maxStreams: number;
  };
  /** Questions under way at once, in all; any number unless given. */
  readonly maxOperations?: number;
  /** Why this process can take no new work at the moment; undefined when it can. */
  readonly strain?: () => string | undefined;
  /** Called when a source was tried. */
  readonly onTry?: (tried: SourceTry) => void;
  /** What sources are tried out with, and how fast. */
  readonly probe?: TrialLimits;
  /** The upstream's clock, when it is not this machine's. */
  readonly upstreamNowMs?: () => number;
}

export interface CreatedClient {
  readonly client: TikTokClient;
  readonly media: MediaClient;
  readonly probe: UpstreamProbe;
  /** Ends what is open towards TikTok and the signer. */
  readonly close: () => Promise<void>;
}

/** The client with all of its sources, over a cache of the caller's. */
export function createTikTokClient(
  options: CreateClientOptions,
  cache: OperationCachePort,
): CreatedClient {
  const { exchange, close, load } = createTransport(options.transport);
  const upstream = { exchange, sessions: createSessions(options) };
  const signer = signerOf(options);
  const admission = new Admission(options);
  const sources = [
    new PageSource(upstream),
    new PhonePageSource(upstream),
    new EmbedSource(upstream),
    new PlayerSource(upstream),
    new OembedSource(upstream),
    new ShortLinkSource(upstream),
    new WebApiSource(upstream, options.upstreamNowMs ?? Date.now),
    ...(signer ? [new SignedApiSource(exchange, signer)] : []),
  ];
  const ladder = new SourceLadder(sources, steadyNowMs, options.onTry);
  const client = new TikTokClient(ladder, cache, {
    ...options,
    admission,
    upstreamFacts: () => ({
      sessions: upstream.sessions.health(),
      signer: signer?.health(),
      queues: load(),
      media: media.client.load(),
      admission: admission.load(),
    }),
  });
  const media = createMedia(options, client, upstream.sessions);
  return {
    client,
    media: media.client,
    probe: new UpstreamProbe(ladder, options.transport.baseUrl === undefined, options.probe),
    close: async () => {
      await Promise.all([close(), media.close(), signer?.close()]);
    },
  };
}

function createMedia(
  { transport, media, strain, upstreamNowMs: nowMs = Date.now }: CreateClientOptions,
  client: TikTokClient,
  { proxies }: SessionPool,
): { readonly client: MediaClient; readonly close: () => Promise<void> } {
  const { maxStreams = 256 } = media ?? {};
  const { exchange, close } = createMediaExchange({
    transport,
    maxConnectionsPerHost: maxStreams,
    proxies,
  });
  const mediaClient = new MediaClient(client, { exchange, nowMs, maxStreams, strain });
  return {
    client: mediaClient,
    close: () => {
      mediaClient.close();
      return close();
    },
  };
}

/** A wrong proxy or cookie file: whoever set it up has to know which, and there is no running without. */
export class ClientSetupError extends Error {}

function createSessions({ sessions }: CreateClientOptions): SessionPool {
  try {
    return new SessionPool(sessions);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new ClientSetupError(`TIKTOK_PROXY_URLS or TIKTOK_COOKIE_FILE: ${message}`, {
      cause: error,
    });
  }
}

function signerOf({ signer }: CreateClientOptions): HttpSigner | undefined {
  return signer?.url === undefined ? undefined : new HttpSigner({ ...signer, url: signer.url });
}
