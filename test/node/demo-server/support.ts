/** Two small records and a server over them, for the tests of the demo server. */
import {after} from 'node:test';
import {startDemoServer} from '../../../demo/server/demo-server.js';
import type {DemoServer, DemoServerOptions} from '../../../demo/server/demo-server.js';
import {demoLogin} from '../../../demo/server/logins.js';
import {withholdSystem} from '../../../demo/server/types.js';
import type {DemoRecord, FhirResource} from '../../../demo/server/types.js';

/** A FHIR answer as the tests read it: JSON of any shape. */
export interface Json {
  readonly [name: string]: Json;
}

export const nhsNumber = 'https://fhir.nhs.uk/Id/nhs-number';
export const clock = Date.UTC(2026, 10, 21, 12);

const about = (patient: string) => ({subject: {reference: `Patient/${patient}`}});

/** One Observation of a person. */
export function observation(
  id: string,
  patient: string,
  more: Partial<FhirResource> = {},
): FhirResource {
  return {
    resourceType: 'Observation',
    id,
    status: 'final',
    category: [{coding: [{system: 'urn:category', code: 'laboratory'}]}],
    code: {coding: [{system: 'urn:codes', code: 'test'}], text: 'A test'},
    ...about(patient),
    ...more,
  };
}

/** A label that holds an entry back. */
export function withheld(code: 'proxy' | 'patient'): Partial<FhirResource> {
  return {meta: {tag: [{system: withholdSystem, code}]}};
}

const shared: readonly FhirResource[] = [
  {resourceType: 'Organization', id: 'surgery', name: 'Nidd Valley Surgery'},
  {resourceType: 'Practitioner', id: 'doctor', name: [{text: 'Dr Test', family: 'Test'}]},
];

function person(id: string, number: string): FhirResource {
  return {
    resourceType: 'Patient',
    id,
    identifier: [{system: nhsNumber, value: number}],
    name: [{text: `Person ${id}`, family: id}],
    birthDate: '1955-03-02',
  };
}

/** The record of `anna`: dates of every precision, a report with its result, a medicine by reference, Provenance. */
export function annasRecord(): readonly FhirResource[] {
  return [
    ...shared,
    person('anna', '9990000018'),
    observation('whole-year', 'anna', {effectiveDateTime: '2019'}),
    observation('month', 'anna', {effectiveDateTime: '2019-06'}),
    observation('day', 'anna', {
      effectiveDateTime: '2019-06-15',
      category: [{coding: [{system: 'urn:category', code: 'vital-signs'}]}],
      code: {coding: [{system: 'urn:other', code: 'test'}]},
    }),
    observation('moment', 'anna', {
      effectiveDateTime: '2019-06-15T23:30:00Z',
      status: 'amended',
      identifier: [{system: 'urn:ids', value: '7'}],
    }),
    observation('period', 'anna', {
      effectivePeriod: {start: '2019-06-01', end: '2019-08-31'},
      code: {text: 'No coding'},
    }),
    observation('undated', 'anna', {performer: [{reference: 'Practitioner/doctor'}]}),
    {
      resourceType: 'DiagnosticReport',
      id: 'report',
      status: 'final',
      code: {text: 'Blood test'},
      ...about('anna'),
      effectiveDateTime: '2019-06-15',
      result: [{reference: 'Observation/day'}, {reference: 'Observation/moment'}],
    },
    {resourceType: 'Medication', id: 'tablets', code: {text: 'Test tablets'}},
    {
      resourceType: 'MedicationRequest',
      id: 'request',
      status: 'active',
      intent: 'order',
      ...about('anna'),
      authoredOn: '2020-01-01',
      medicationReference: {reference: 'Medication/tablets'},
    },
    {
      resourceType: 'Provenance',
      id: 'provenance',
      target: [{reference: 'Observation/day'}],
      recorded: '2019-06-15T10:00:00Z',
      agent: [{who: {reference: 'Practitioner/doctor'}}],
    },
    {
      resourceType: 'Appointment',
      id: 'visit',
      status: 'booked',
      start: '2026-12-01T09:00:00Z',
      end: '2026-12-01T09:10:00Z',
      participant: [
        {actor: {reference: 'Patient/anna'}, status: 'accepted'},
        {actor: {reference: 'Practitioner/doctor'}, status: 'accepted'},
      ],
    },
    {
      resourceType: 'Condition',
      id: 'by-number',
      subject: {identifier: {system: nhsNumber, value: '9990000018'}},
      code: {text: 'Recorded by NHS number'},
      recordedDate: '2018-02',
    },
  ];
}

/** The record of `ben`, with a report that refers into Anna's record by mistake. */
export function bensRecord(): readonly FhirResource[] {
  return [
    ...shared,
    person('ben', '9990000026'),
    observation('bens', 'ben', {effectiveDateTime: '2020'}),
    {
      resourceType: 'DiagnosticReport',
      id: 'crossed',
      status: 'final',
      code: {text: 'Report with a result of another person'},
      ...about('ben'),
      result: [{reference: 'Observation/day'}, {reference: 'Observation/bens'}],
    },
    {
      resourceType: 'Provenance',
      id: 'both',
      target: [{reference: 'Observation/bens'}, {reference: 'Observation/day'}],
      recorded: '2020-01-01T00:00:00Z',
      agent: [{who: {reference: 'Practitioner/doctor'}}],
    },
  ];
}

export const records: readonly DemoRecord[] = [
  {patient: 'anna', resources: annasRecord()},
  {patient: 'ben', resources: bensRecord()},
];

/** Log ins of the tests: two people, and those around Anna. */
export const logins = [
  demoLogin({key: 'anna', name: 'Anna', role: 'patient', for: 'anna'}),
  demoLogin({key: 'ben', name: 'Ben', role: 'patient', for: 'ben'}),
  demoLogin({key: 'carer', name: 'Carer', role: 'proxy', for: 'anna'}),
  demoLogin({key: 'father', name: 'Father', role: 'proxy', for: 'anna', kinds: ['appointments']}),
  demoLogin({key: 'former', name: 'Former', role: 'proxy', for: 'anna', until: '2026-11-20'}),
  demoLogin({key: 'doctor', name: 'Doctor', role: 'staff', for: 'anna'}),
];

/** What came back over HTTP. */
export interface Got {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: Json;
}

/** Asks over HTTP, as a log in. */
export type Ask = (
  path: string,
  options?: {
    readonly as?: string | null;
    readonly method?: string;
    readonly body?: unknown;
    readonly headers?: Readonly<Record<string, string>>;
  },
) => Promise<Got>;

/** Starts a server for a test file and ends it after its tests. Paths without a scheme are below the FHIR base. */
export async function serve(
  options: Partial<DemoServerOptions> = {},
): Promise<{readonly server: DemoServer; readonly ask: Ask}> {
  const server = await startDemoServer({
    host: '127.0.0.1',
    records,
    logins,
    now: () => clock,
    ...options,
  });
  after(() => server.close());
  const ask: Ask = async (path, {as = 'anna', method = 'GET', body, headers = {}} = {}) => {
    const url = path.startsWith('http') ? path : `${server.fhirBase}/${path}`;
    const answer = await fetch(url, {
      method,
      redirect: 'manual',
      headers: {
        ...(as !== null && {Authorization: `Bearer ${server.token(as)}`}),
        ...(body !== undefined && {'Content-Type': 'application/fhir+json'}),
        ...headers,
      },
      ...(body !== undefined && {body: typeof body === 'string' ? body : JSON.stringify(body)}),
    });
    const text = await answer.text();
    let parsed: unknown = {};
    try {
      parsed = JSON.parse(text);
    } catch {
      // Not every answer is JSON; the tests that care read `text`.
    }
    return {status: answer.status, headers: answer.headers, text, body: parsed as Json};
  };
  return {server, ask};
}

/** The entries of a Bundle, of one mode. */
export function entries(body: Json, mode = 'match'): readonly Json[] {
  const all = (body['entry'] ?? []) as unknown as readonly Json[];
  return all.filter((entry) => String(entry['search']?.['mode']) === mode);
}

/** Ids of the resources of a Bundle, of one mode, in order. */
export function ids(body: Json, mode = 'match'): readonly string[] {
  return entries(body, mode).map((entry) => String(entry['resource']?.['id']));
}

/** The address of a link of a Bundle. */
export function link(body: Json, relation: string): string | undefined {
  const links = (body['link'] ?? []) as unknown as readonly Json[];
  const found = links.find((item) => String(item['relation']) === relation);
  return found && String(found['url']);
}

/** Every page of an answer, from the first. */
export async function pages(ask: Ask, path: string, as = 'anna'): Promise<readonly Json[]> {
  const read: Json[] = [];
  let next: string | undefined = path;
  while (next !== undefined && read.length < 100) {
    const {body}: Got = await ask(next, {as});
    read.push(body);
    next = link(body, 'next');
  }
  return read;
}
