/** Whose a resource is, where more than the person's own id says so. Part of a lazy chunk. */
import type {PhrClient, PhrEntry} from '../api/phr-client.js';
import type {FhirResource} from '../model/fhir-json.js';
import {judgeReference, judgeSubject, subjectIdentity} from '../model/subject.js';
import type {PersonCheck} from './person-check.js';
import {timelineType} from './queries.js';

/**
 * The whole check of one source: NHS numbers, older ids, resources that stand inside others or come along. `signal` ends the
 * reading of the Patient, which all readers of the source share.
 */
export function createStrictCheck(client: PhrClient, signal: AbortSignal): PersonCheck {
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
