/** Everything useful in one entry, in the order it should be read. */
export interface EntryDetail {
  readonly reference: string;
}
