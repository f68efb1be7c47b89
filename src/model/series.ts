/** One result over time, and all that may be compared with it. */
export interface Series {
  readonly key: string;
}
