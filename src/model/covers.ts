/**
 * What an opened entry, its chart and its people lines may name while entries are covered on this screen. The person
 * asked to see one entry, and nothing that stands covered beside it.
 */

/** Something beside an opened entry that it would name: another resource of the record. */
export interface Named {
  /** Its FHIR reference, for example `Condition/123`. Absent when nobody can tell. Never shown. */
  readonly reference?: string | undefined;
  /** Codes of its security labels. Absent: it could not be read, and so cannot be judged. Never shown. */
  readonly labels?: readonly string[] | undefined;
  /** When the server last changed it, in milliseconds since 1970. */
  readonly recorded?: number | undefined;
  /** True for a result inside what was opened, and for what is contained in it. */
  readonly isInside?: boolean;
}

/** True for what is covered on this screen, and so must not be named. */
export type Covers = (named: Named) => boolean;
