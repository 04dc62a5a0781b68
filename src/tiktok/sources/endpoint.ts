import type { OperationName, ParamsOf, ResultOf } from '../operations';
import type { CannotServe } from './source';

/** How one operation is asked of one endpoint of the web API. */
export interface Endpoint<Name extends OperationName> {
  readonly path: string;
  /** The page of the site that makes this call, as it names it. */
  readonly fromPage: string;
  /** The endpoint's own parameters, or why these cannot be asked here. */
  readonly own: (params: ParamsOf<Name>) => Readonly<Record<string, string>> | CannotServe;
  /** The path of the page that a browser would come from. */
  readonly referer: (params: ParamsOf<Name>) => string;
  readonly region?: (params: ParamsOf<Name>) => string | undefined;
  readonly parse: (body: Buffer, params: ParamsOf<Name>) => ResultOf<Name>;
}
