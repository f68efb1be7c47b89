/** Whose a resource is, decided before anything in it is looked at. */
import {
  judgeReference,
  judgeSubject,
  subjectIdentity,
  type SubjectVerdict,
} from '../model/subject.js';
import type {PhrClient, PhrEntry, PhrPage} from '../api/phr-client.js';
import type {FhirResource} from '../model/fhir-json.js';
import {timelineType} from './queries.js';

/** Knows who the person of one source is. The Patient is read once, and only when an id alone does not tell. */
export interface PersonCheck {
  /** The Patient resource. A failed read is tried again the next time. Fails with `PhrError`. */
  read(): Promise<PhrEntry>;
  /** Whether a FHIR Reference, or its text, points to the person. */
  isPatient(reference: unknown): boolean;
  /**
   * Judges resources of one answer: only those of the `same` person may be shown; what is `unknown` is counted as not shown.
   * Reads the Patient first when one of them needs it. `keptPatient`: the server said that it searched for this person only.
   */
  judge(
    entries: readonly PhrEntry[],
    page: Pick<PhrPage, 'matches' | 'included'>,
    keptPatient: boolean | undefined,
  ): Promise<SubjectVerdict[]>;
}

/** The check of one source. `signal` ends the reading of the Patient, which all readers of the source share. */
export function createPersonCheck(client: PhrClient, signal: AbortSignal): PersonCheck {
  const {base, patient} = client;
  let identity = subjectIdentity(base, patient);
  let reading: Promise<PhrEntry> | undefined;
  let isKnown = false;
  const read = (): Promise<PhrEntry> =>
    (reading ??= client.read('Patient', patient, {signal}).then(
      (entry) => {
        identity = subjectIdentity(base, patient, entry.resource);
        isKnown = true;
        return entry;
      },
      (error: unknown) => {
        reading = undefined;
        throw error;
      },
    ));

  return {
    read,

    isPatient: (reference) =>
      judgeReference(typeof reference === 'string' ? {reference} : reference, identity) === 'same',

    async judge(entries, {matches, included}, keptPatient) {
      let byUrl: Map<string | undefined, FhirResource> | undefined;
      const resolve = (url: string): FhirResource | undefined =>
        (byUrl ??= new Map(
          [...matches, ...included].map((entry) => [entry.url, entry.resource]),
        )).get(url);
      const judgeAll = () =>
        entries.map(({resource}) =>
          // Practitioners and the like are no part of anybody's record: they have no subject to test.
          timelineType(resource) ? judgeSubject(resource, identity, resolve) : 'same',
        );
      let verdicts = judgeAll();
      if (!isKnown && verdicts.some((verdict) => verdict !== 'same')) {
        // Without the Patient an NHS number or an older id cannot be recognised: then the strict verdict stands.
        await read().catch(() => undefined);
        verdicts = judgeAll();
      }
      const unnamed = keptPatient || !base || client.patientBound ? 'same' : 'unknown';
      return verdicts.map((verdict) => (verdict === 'unknown' ? unnamed : verdict));
    },
  };
}
