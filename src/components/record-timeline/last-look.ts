import type {RecordSource} from '../../context/record-context.js';
import type {Settings} from '../../context/settings-context.js';
import {parseFhirDate} from '../../model/fhir-date.js';
import {lastLooked, type Look} from '../../platform/last-looked.js';

/** One look of a person at a record: the same person at the same record, however often it is read. */
export interface Visit {
  readonly source?: RecordSource;
  /** Whose look it is and at what; absent where nothing may be kept. */
  readonly look?: Look;
  /** When it began, in milliseconds since 1970. */
  readonly startedAt: number;
  /** When this person looked before, in milliseconds since 1970. */
  readonly before?: number;
}

/** The visit in which a record is about to be read: the one that goes on, or a new one. */
export function visitTo(
  source: RecordSource | undefined,
  {remember, viewer, now}: Partial<Settings> = {},
  last?: Visit,
): Visit {
  const record = source?.key;
  const look =
    remember && viewer && record !== undefined
      ? {viewer: `${viewer.as}\n${viewer.id ?? ''}`, record}
      : undefined;
  if (last && last.source === source && last.look?.viewer === look?.viewer) return last;
  return {source, look, startedAt: (now ?? Date.now)(), before: look && lastLooked(look)};
}

/** When the person last looked, in milliseconds since 1970: what the page says comes before what is kept on the device. */
export const lastLook = (since: string | undefined, visit: Visit | undefined) =>
  parseFhirDate(since)?.from ?? visit?.before;
