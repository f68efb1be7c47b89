/** What `test/support/records-plugin.mjs` serves. */
declare module 'virtual:real-records' {
  interface Resource {
    readonly resourceType: string;
    readonly id: string;
    readonly [element: string]: unknown;
  }
  interface Corpus {
    /** Who and where: what entries refer to. */
    readonly beside: readonly Resource[];
    readonly people: readonly {readonly patient: string; readonly resources: readonly Resource[]}[];
  }
  export const r4: Corpus;
  /** `null` when it is not at hand. */
  export const ukCore: Corpus | null;
}
