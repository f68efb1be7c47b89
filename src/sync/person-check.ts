/** Whose a resource is, decided before anything in it is looked at. */
import {
  judgeReference,
  judgeSubject,
  subjectIdentity,
  type SubjectIdentity,
} from '../model/subject.js';
import type {PhrClient, PhrEntry, PhrPage} from '../api/phr-client.js';
import type {FhirResource} from '../model/fhir-json.js';

/** What to do with a resource: show it, count it as not shown, or treat it as another person's. */
export type PersonVerdict = 'show' | 'withhold' | 'other';

/** Knows who the person of one source is. The Patient is read once, and only when an id alone does not tell. */
export class PersonCheck {
  readonly #client: PhrClient;
  readonly #signal: AbortSignal;
  #identity: SubjectIdentity;
  #patient: Promise<PhrEntry> | undefined;
  #known = false;

  /** `signal` ends the reading of the Patient, which all readers of one source share. */
  constructor(client: PhrClient, signal: AbortSignal) {
    this.#client = client;
    this.#signal = signal;
    this.#identity = subjectIdentity(client.base, client.patient);
  }

  /** The Patient resource. A failed read is tried again the next time. Fails with `PhrError`. */
  read(): Promise<PhrEntry> {
    const options = {signal: this.#signal};
    this.#patient ??= this.#client.read('Patient', this.#client.patient, options).then(
      (entry) => {
        this.#identity = subjectIdentity(this.#client.base, this.#client.patient, entry.resource);
        this.#known = true;
        return entry;
      },
      (error: unknown) => {
        this.#patient = undefined;
        throw error;
      },
    );
    return this.#patient;
  }

  /** Whether a FHIR Reference, or its text, points to the person. */
  isPatient(reference: unknown, within?: FhirResource): boolean {
    const found = typeof reference === 'string' ? {reference} : reference;
    return judgeReference(found, this.#identity, within) === 'same';
  }

  /**
   * Judges resources of one answer. Reads the Patient first when one of them needs it. `keptPatient`: the
   * server said that it searched for this person only.
   */
  async judge(
    entries: readonly PhrEntry[],
    page: Pick<PhrPage, 'matches' | 'included'>,
    keptPatient: boolean,
  ): Promise<PersonVerdict[]> {
    let byUrl: Map<string | undefined, FhirResource> | undefined;
    const resolve = (url: string): FhirResource | undefined => {
      byUrl ??= new Map(
        [...page.matches, ...page.included].map((entry) => [entry.url, entry.resource]),
      );
      return byUrl.get(url);
    };
    const judgeAll = () =>
      entries.map(({resource}) => judgeSubject(resource, this.#identity, resolve));
    let verdicts = judgeAll();
    if (!this.#known && verdicts.some((verdict) => verdict !== 'same')) {
      // Without the Patient an NHS number or an older id cannot be recognised: then the strict verdict stands.
      await this.read().catch(() => undefined);
      verdicts = judgeAll();
    }
    const bound = keptPatient || this.#client.base === '' || this.#client.patientBound;
    return verdicts.map((verdict) =>
      verdict === 'same' || (verdict === 'unknown' && bound)
        ? 'show'
        : verdict === 'other'
          ? 'other'
          : 'withhold',
    );
  }
}
