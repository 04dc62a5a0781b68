import type { Dispatcher } from 'undici';
import { Agent, Pool, ProxyAgent } from 'undici';
import type { GuardOptions } from './guarded-connector';
import { guardedConnector } from './guarded-connector';
import type { ProxyAddress } from './proxy-address';

export interface DispatcherOptions extends GuardOptions {
  readonly headersTimeoutMs: number;
  /** Between two pieces of a body. */
  readonly bodyTimeoutMs: number;
  /** Of an answer's body, before and after decompression; -1 for any size. */
  readonly maxBodyBytes: number;
  readonly maxConnectionsPerHost: number;
}

/** The pools of connections: one for our own address, one for each proxy, all under the same limits. */
export class Dispatchers {
  private readonly direct: Dispatcher;
  // By object and not by address: rotating proxies share one address and differ in their credentials.
  private readonly byProxy = new Map<ProxyAddress, Dispatcher>();

  constructor(private readonly options: DispatcherOptions) {
    this.direct = new Agent({ ...this.limits(), connect: guardedConnector(options) });
  }

  through(proxy: ProxyAddress | undefined): Dispatcher {
    if (!proxy) return this.direct;
    let dispatcher = this.byProxy.get(proxy);
    if (!dispatcher) {
      dispatcher = this.proxyAgent(proxy);
      this.byProxy.set(proxy, dispatcher);
    }
    return dispatcher;
  }

  async close(): Promise<void> {
    await Promise.all([this.direct, ...this.byProxy.values()].map((each) => each.close()));
  }

  /** Ends what is under way, too. */
  async destroy(): Promise<void> {
    await Promise.all([this.direct, ...this.byProxy.values()].map((each) => each.destroy()));
  }

  /** The proxy resolves TikTok's names; which of them it is asked for has been checked before. */
  private proxyAgent(proxy: ProxyAddress): Dispatcher {
    const { connectTimeoutMs: timeout } = this.options;
    return new ProxyAgent({
      ...this.limits(),
      uri: proxy.origin,
      token: proxy.authorization(),
      proxyTls: { timeout },
      requestTls: { timeout },
      // A proxy that takes the connection and then says nothing counts as not connecting.
      clientFactory: (origin, options) => new Pool(origin, { ...options, headersTimeout: timeout }),
    });
  }

  private limits(): Agent.Options {
    return {
      connections: this.options.maxConnectionsPerHost,
      pipelining: 1,
      keepAliveTimeout: 30_000,
      headersTimeout: this.options.headersTimeoutMs,
      bodyTimeout: this.options.bodyTimeoutMs,
      maxResponseSize: this.options.maxBodyBytes,
    };
  }
}
