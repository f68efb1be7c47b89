/** Code that comes after the first requests have gone out. */

/** One such part. */
export interface LaterPart<T> {
  /** The part, once it is there. */
  here: T | undefined;
  /**
   * Fetches it, once; undefined when it cannot be had now, and then the next call tries again. `fetch` is replaced in tests.
   */
  load(fetch?: () => Promise<T>): Promise<T | undefined>;
}

/** A part that `fetch` brings. `arrived` is called when it is there. */
export function laterPart<T>(fetch: () => Promise<T>, arrived?: () => void): LaterPart<T> {
  let loading: Promise<T | undefined> | undefined;
  const part: LaterPart<T> = {
    here: undefined,
    load: (from = fetch) =>
      (loading ??= from().then(
        (module) => {
          part.here = module;
          arrived?.();
          return module;
        },
        () => (loading = undefined),
      )),
  };
  return part;
}
