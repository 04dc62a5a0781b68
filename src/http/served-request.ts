/** One request, when its answer has left. */
export interface ServedRequest {
  readonly method: string;
  /** The template of its route, never its address. */
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
}
