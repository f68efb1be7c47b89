/** A `PhrClient` that plays a server in memory: pages, order, delays, refusals and faults as a test says. */
import {PhrError, type PhrErrorKind} from '../../src/api/errors.js';
import {get} from '../../src/model/fhir-json.js';
import type {FhirResource} from '../../src/model/fhir-json.js';
import type {
  Answer,
  Notice,
  PhrClient,
  PhrEntry,
  PhrPage,
  SearchOptions,
} from '../../src/api/phr-client.js';

/** One search as the server saw it. */
export interface Asked {
  readonly type: string;
  readonly page: number;
  readonly count: number;
  readonly parameters: Readonly<Record<string, string>>;
}

/** How the server treats one type of record. */
export interface TypeScript {
  /** Every resource, in the order it is served. */
  resources?: readonly FhirResource[];
  /** Resources included in each page, for example Provenance. */
  included?: (page: readonly FhirResource[]) => readonly FhirResource[];
  /** Serves pages of this size whatever was asked for. */
  pageSize?: number;
  /** Fails instead of answering a page; the page counts from 0. */
  fails?: (page: number) => PhrErrorKind | PhrError | undefined;
  /** Holds an answer back until the promise resolves. */
  delay?: (page: number) => Promise<unknown> | undefined;
  /** Search parameters the server says it kept; all asked ones unless set. `null`: it does not say. */
  kept?: readonly string[] | null;
  cut?: PhrPage['cut'];
  /** How many entries of its first page are no resources. */
  damaged?: number;
  /** What the server says beside each page. */
  notices?: readonly Notice[];
  /** True when the server counts matches, and sends none. */
  lacking?: boolean;
  /** Only these categories are answered; a search without one is refused. */
  categories?: Readonly<Record<string, readonly FhirResource[]>>;
  /** What a search by code, or by time of recording, is answered with. */
  find?: (parameters: Readonly<Record<string, string>>) => readonly FhirResource[] | undefined;
}

/** The base of the fake server. */
export const fakeBase = 'https://fhir.example/r4/';

/** Plays one server for one person. */
export class FakeClient implements PhrClient {
  readonly base: string;
  readonly patient: string;
  readonly patientBound?: boolean;
  /** Every page that was asked for, in order. */
  readonly asked: Asked[] = [];
  /** Requests that were aborted by the caller. */
  aborted = 0;
  types: Record<string, TypeScript>;
  person: FhirResource | PhrErrorKind;
  offered: (type: string, parameter: string) => Answer = () => 'unknown';
  /** Whether a type can be searched, as `/metadata` or granted scopes say. */
  searchable: (type: string) => Answer = () => 'unknown';
  /** Queries that a granted scope narrows a type to. */
  narrowedTo: (type: string) => readonly string[] = () => [];

  constructor(
    types: Record<string, TypeScript> = {},
    options: {
      base?: string;
      patient?: string;
      person?: FhirResource | PhrErrorKind;
      patientBound?: boolean;
    } = {},
  ) {
    this.types = types;
    this.base = options.base ?? fakeBase;
    this.patient = options.patient ?? 'p1';
    this.person =
      options.person ?? ({resourceType: 'Patient', id: this.patient} satisfies FhirResource);
    if (options.patientBound !== undefined) this.patientBound = options.patientBound;
  }

  /** How many resources were asked for in all. */
  get askedFor(): number {
    return this.asked.reduce((sum, {count}) => sum + count, 0);
  }

  capabilities() {
    return Promise.resolve({
      can: (type: string) => this.searchable(type),
      searches: (type: string, parameter: string) => this.offered(type, parameter),
      includes: (): Answer => 'unknown',
      limits: (type: string) => this.narrowedTo(type),
    });
  }

  async read(type: string, id: string): Promise<PhrEntry> {
    await Promise.resolve();
    this.asked.push({type, page: 0, count: 0, parameters: {_id: id}});
    if (type === 'Patient') {
      if (typeof this.person === 'string') throw new PhrError(this.person);
      return {resource: this.person, url: `${this.base}Patient/${id}`};
    }
    const script = this.types[type];
    const failure = script?.fails?.(0);
    if (failure) throw failure instanceof PhrError ? failure : new PhrError(failure);
    const resource = script?.resources?.find((item) => item.id === id);
    if (!resource) throw new PhrError('notFound');
    return {resource, url: `${this.base}${type}/${id}`};
  }

  search(
    type: string,
    parameters: readonly (readonly [string, string])[],
    options: SearchOptions = {},
  ): AsyncIterableIterator<PhrPage> {
    return this.#pages(type, Object.fromEntries(parameters), options);
  }

  async *#pages(
    type: string,
    parameters: Record<string, string>,
    {signal, count = 50}: SearchOptions,
  ): AsyncGenerator<PhrPage> {
    const script = this.types[type] ?? {};
    for (let page = 0; ; page++) {
      await Promise.resolve();
      this.asked.push({type, page, count, parameters});
      const delay = script.delay?.(page);
      if (delay) {
        await Promise.race([
          delay,
          new Promise((resolve) => {
            signal?.addEventListener('abort', resolve, {once: true});
          }),
        ]);
      }
      if (signal?.aborted) {
        this.aborted++;
        throw new PhrError('aborted');
      }
      const failure = script.fails?.(page);
      if (failure) throw failure instanceof PhrError ? failure : new PhrError(failure);
      const category = parameters['category'];
      if (script.categories && category === undefined) {
        throw new PhrError('badRequest', {status: 400, needs: 'category'});
      }
      const all =
        script.find?.(parameters) ??
        (script.categories ? script.categories[category ?? ''] : script.resources) ??
        [];
      const size = script.pageSize ?? count;
      const matches = all.slice(page * size, (page + 1) * size);
      const last = (page + 1) * size >= all.length;
      const names = ['patient', ...Object.keys(parameters), '_count'];
      const kept = script.kept === undefined ? names : script.kept;
      yield {
        matches: matches.map((resource) => ({
          resource,
          ...(resource.id && {url: `${this.base}${type}/${resource.id}`}),
        })),
        included: (script.included?.(matches) ?? []).map((resource) => ({resource})),
        notices: script.notices ?? [],
        ...(script.lacking && {lacking: true}),
        ...(page === 0 && script.damaged && {damaged: script.damaged}),
        ...(kept && {kept: new Set(kept)}),
        asked: new Set(names),
        ...(last && script.cut && {cut: script.cut}),
        last,
        asOf: 1000,
      };
      if (last) return;
    }
  }
}

/** A resource with a date in the element that its type is sorted by, about this person unless said otherwise. */
export function fakeResource(
  type: string,
  id: string,
  date: string | undefined,
  more: Readonly<Record<string, unknown>> = {},
): FhirResource {
  const patient = {reference: 'Patient/p1'};
  const subject =
    type === 'Appointment'
      ? {participant: [{actor: patient}]}
      : type === 'AllergyIntolerance' || type === 'Immunization'
        ? {patient}
        : {subject: patient};
  return {
    resourceType: type,
    id,
    ...subject,
    ...(date !== undefined && {[dateElements[type] ?? 'date']: date}),
    ...more,
  } as FhirResource;
}

/** The element whose date each type is sorted by. */
export const dateElements: Readonly<Record<string, string>> = {
  Condition: 'recordedDate',
  AllergyIntolerance: 'recordedDate',
  MedicationRequest: 'authoredOn',
  MedicationStatement: 'dateAsserted',
  Immunization: 'occurrenceDateTime',
  DiagnosticReport: 'effectiveDateTime',
  Observation: 'effectiveDateTime',
  Procedure: 'performedDateTime',
  Encounter: 'period',
  DocumentReference: 'date',
  Appointment: 'start',
  CarePlan: 'period',
};

/** Text of an element, for fakes that decode. */
export function textOf(resource: unknown, element: string): string | undefined {
  const value = get(resource, element);
  return typeof value === 'string' ? value : undefined;
}
