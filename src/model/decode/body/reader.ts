/** What every reader of an entry's body has in common. */
import type {FhirResource} from '../../fhir-json.js';
import type {Point, TimelineEntry} from '../../timeline.js';
import type {DecodeContext} from '../entry.js';
import type {Members} from '../members.js';

/** The head of an entry and what it was read from. */
export interface Given {
  readonly entry: TimelineEntry;
  readonly resource: FhirResource;
  readonly context: DecodeContext;
  /** The results inside a report or panel, as they were when the head was read. */
  readonly members: Members | undefined;
}

/** How the rest of one resource type is read. One file per type; `body.ts` holds the registry. */
export interface BodyReader {
  /** What stands under the entry's name. */
  points(given: Given): readonly (Point | undefined)[];
  /** References to those who put it in the record, most telling first. */
  authors?(resource: FhirResource): readonly unknown[];
  /** References to the organisations it came from, most telling first. */
  places?(resource: FhirResource): readonly unknown[];
}
