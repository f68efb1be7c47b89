/** Whose a resource is, decided before anything in it is looked at. */
import {noAnswer} from '../api/errors.js';
import type {PhrClient, PhrEntry, PhrPage} from '../api/phr-client.js';
import {get, list, objects, type FhirResource} from '../model/fhir-json.js';
import type {SubjectVerdict} from '../model/subject.js';
import {laterParts, loadLater} from './load-later.js';
import {timelineType} from './queries.js';

/** Knows who the person of one source is. The Patient is read once, and only when an id alone does not tell. */
export interface PersonCheck {
  /** The Patient resource. A failed read is tried again the next time. Fails with `PhrError`. */
  read(): Promise<PhrEntry>;
  /** Whether a FHIR Reference, or its text, points to the person. Throws when what can tell is not there yet. */
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

/**
 * The check of one source. Most servers name the person by their id and nothing else: what all says so needs no more. The rest
 * comes later, and what needs it waits for it. `signal` ends the reading of the Patient, which all readers of the source share.
 */
export function createPersonCheck(client: PhrClient, signal: AbortSignal): PersonCheck {
  const {base, patient} = client;
  const own = [`Patient/${patient}`, `${base}Patient/${patient}`];
  const isOwn = (reference: unknown): boolean =>
    own.some((id) => id === get(reference, 'reference'));
  const isPlain = (resource: FhirResource): boolean => {
    // One of those who take part is enough; of a resource with a subject, every one must be the person.
    const subjects =
      resource.resourceType === 'Appointment'
        ? objects(get(resource, 'participant')).flatMap(({actor}) => (isOwn(actor) ? [actor] : []))
        : [...list(get(resource, 'subject')), ...list(get(resource, 'patient'))];
    return subjects.length > 0 && subjects.every(isOwn);
  };
  let strict: PersonCheck | undefined;
  const check = (): PersonCheck => {
    strict ??= laterParts()?.createStrictCheck(client, signal);
    if (!strict) throw noAnswer();
    return strict;
  };

  return {
    async read() {
      await loadLater();
      return check().read();
    },

    isPatient: (reference) => isOwn(reference) || check().isPatient(reference),

    async judge(entries, page, keptPatient) {
      if (entries.every(({resource}) => !timelineType(resource) || isPlain(resource)))
        return entries.map(() => 'same');
      await loadLater();
      return check().judge(entries, page, keptPatient);
    },
  };
}
