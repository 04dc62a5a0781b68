import type { Universe } from '../universe';
import type { Surroundings } from '../visitor';

/** Something that callers do: one request, or several that hang together. */
export interface Scenario {
  /** The family in which its requests are counted. */
  readonly name: string;
  /** How often it is done beside the others. */
  readonly weight: number;
  readonly run: (surroundings: Surroundings, universe: Universe) => Promise<void>;
}
