/** Whose a resource is, decided before anything in it is looked at. */
import {isPlainlyAbout, namesPatient} from '../model/plain-subject.js';
import type {SubjectVerdict} from '../model/subject.js';
import {PhrError} from '../api/errors.js';
import type {PhrClient, PhrEntry, PhrPage} from '../api/phr-client.js';
import type {FhirResource} from '../model/fhir-json.js';
import {laterParts, loadLater} from './load-later.js';
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
   * Fails with `PhrError` when what judges the unusual cannot be had: nothing is shown that was not judged.
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
  let found: FhirResource | undefined;
  let reading: Promise<PhrEntry> | undefined;
  const read = (): Promise<PhrEntry> =>
    (reading ??= client.read('Patient', patient, {signal}).then(
      (entry) => {
        found = entry.resource;
        return entry;
      },
      (error: unknown) => {
        reading = undefined;
        throw error;
      },
    ));

  return {
    read,

    isPatient(sent) {
      const reference = typeof sent === 'string' ? {reference: sent} : sent;
      if (namesPatient(reference, client)) return true;
      // What `judge` saw that is not said in that way has brought them.
      const parts = laterParts();
      const identity = parts?.subjectIdentity(base, patient, found);
      return !!identity && parts?.judgeReference(reference, identity) === 'same';
    },

    async judge(entries, {matches, included}, keptPatient) {
      // Practitioners and the like are no part of anybody's record: they have no subject to test.
      const tested = ({resource}: PhrEntry) => timelineType(resource);
      if (entries.every((entry) => !tested(entry) || isPlainlyAbout(entry.resource, client)))
        return entries.map(() => 'same');
      const parts = await loadLater();
      if (!parts) throw new PhrError('offline');
      const urls = new Map([...matches, ...included].map(({url, resource}) => [url, resource]));
      const judgeAll = (): SubjectVerdict[] => {
        const identity = parts.subjectIdentity(base, patient, found);
        return entries.map((entry) =>
          tested(entry)
            ? parts.judgeSubject(entry.resource, identity, (url) => urls.get(url))
            : 'same',
        );
      };
      let verdicts = judgeAll();
      if (!found && verdicts.some((verdict) => verdict !== 'same')) {
        // Without the Patient an NHS number or an older id cannot be recognised: then the strict verdict stands.
        await read().catch(() => undefined);
        verdicts = judgeAll();
      }
      const unnamed = keptPatient || !base || client.patientBound ? 'same' : 'unknown';
      return verdicts.map((verdict) => (verdict === 'unknown' ? unnamed : verdict));
    },
  };
}
