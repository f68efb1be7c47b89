/** What an opened entry names beside itself, while entries may be covered. */
import {expect} from '@open-wc/testing';
import type {Covers, Named} from '../../src/model/covers.js';
import type {EntryDetail} from '../../src/model/detail.js';
import type {FhirResource} from '../../src/model/fhir-json.js';
import {createRecordSource} from '../../src/sync/record-source.js';
import {FakeClient, fakeResource, type TypeScript} from '../support/fake-client.js';
import {VirtualClock} from '../support/virtual-clock.js';

const {signal} = new AbortController();
const labelled = {meta: {security: [{code: 'R'}]}};

/** Covers what carries the label R, and what could not be read. */
const covers: Covers = ({labels}) => labels?.includes('R') ?? true;

const active = {
  clinicalStatus: {
    coding: [{system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: 'active'}],
  },
};
const medicine = (more: object) =>
  fakeResource('MedicationRequest', 'm', '2024-01-01', {
    status: 'active',
    intent: 'order',
    medicationCodeableConcept: {text: 'Tablet'},
    ...more,
  });
const condition = (id: string, name: string, more = {}) =>
  fakeResource('Condition', id, '2020-01-01', {...active, code: {text: name}, ...more});

async function source(types: Record<string, readonly FhirResource[]>, isRead = true) {
  const scripts = Object.entries(types).map(([type, resources]): [string, TypeScript] => [
    type,
    {resources},
  ]);
  const client = new FakeClient(Object.fromEntries(scripts));
  const clock = new VirtualClock();
  const made = createRecordSource({clients: [client], schedule: clock, now: () => 5000});
  if (isRead) made.timeline({pageSize: 20});
  await clock.pass(100);
  return {client, made};
}

const open = async (
  reference: string,
  types: Record<string, readonly FhirResource[]>,
  {by = covers, isRead = true}: {by?: Covers | undefined; isRead?: boolean} = {},
): Promise<EntryDetail> => {
  const {made} = await source(types, isRead);
  return (await made.detail(reference, {signal, ...(by && {covers: by})})).value;
};
const said = (detail: EntryDetail) => JSON.stringify(detail);
const hidden = '{"type":"words","key":"covered"}';

describe('an opened entry, while entries may be covered,', () => {
  const forCondition = medicine({
    reasonReference: [{reference: 'Condition/c', display: 'Private matter'}],
  });

  it('names no reason that is covered', async () => {
    const detail = await open('MedicationRequest/m', {
      MedicationRequest: [forCondition],
      Condition: [condition('c', 'Private matter', labelled)],
    });

    expect(said(detail)).to.contain(hidden).and.not.contain('Private matter');
  });

  it('names a reason that is not covered', async () => {
    const detail = await open('MedicationRequest/m', {
      MedicationRequest: [forCondition],
      Condition: [condition('c', 'Asthma')],
    });

    expect(said(detail)).to.contain('Asthma').and.not.contain(hidden);
  });

  it('reads what was not read yet, and then judges it by its labels', async () => {
    const detail = await open(
      'MedicationRequest/m',
      {
        MedicationRequest: [
          medicine({
            reasonReference: [
              {reference: 'Condition/c', display: 'Private matter'},
              {reference: 'Condition/d', display: 'Asthma'},
            ],
          }),
        ],
        Condition: [condition('c', 'Private matter', labelled), condition('d', 'Asthma')],
      },
      {isRead: false},
    );

    expect(said(detail)).to.contain(hidden).and.contain('Asthma').and.not.contain('Private matter');
  });

  it('does not take the words beside a reference for what cannot be read', async () => {
    const detail = await open('MedicationRequest/m', {MedicationRequest: [forCondition]});

    expect(said(detail)).to.contain(hidden).and.not.contain('Private matter');
  });

  it('does not take the words beside an identifier for what cannot be read', async () => {
    const detail = await open('MedicationRequest/m', {
      MedicationRequest: [
        medicine({reasonReference: [{identifier: {value: '1'}, display: 'Private matter'}]}),
      ],
    });

    expect(said(detail)).to.contain(hidden).and.not.contain('Private matter');
  });

  it('keeps words that lead nowhere: they are its own', async () => {
    const detail = await open('MedicationRequest/m', {
      MedicationRequest: [medicine({reasonReference: [{display: 'Sore knee'}]})],
    });

    expect(said(detail)).to.contain('Sore knee');
  });

  it('asks for nothing more, and names everything, when nothing may be covered', async () => {
    const {client, made} = await source({MedicationRequest: [forCondition]});
    const before = client.asked.length;

    const {value} = await made.detail('MedicationRequest/m', {signal});

    expect(said(value)).to.contain('Private matter');
    expect(client.asked).to.have.length(before);
  });

  const visit = fakeResource('Encounter', 'e', undefined, {
    status: 'finished',
    class: {code: 'AMB'},
    type: [{text: 'Private clinic'}],
    period: {start: '2024-01-01T09:00:00Z', end: '2024-01-01T10:00:00Z'},
    location: [{location: {display: 'Private clinic room'}}],
  });
  const atVisit = {encounter: {reference: 'Encounter/e', display: 'Private clinic'}};

  it('names neither a covered visit nor its dates', async () => {
    const detail = await open('Condition/c', {
      Condition: [condition('c', 'Asthma', atVisit)],
      Encounter: [{...visit, ...labelled} as FhirResource],
    });

    expect(said(detail)).to.contain(hidden).and.not.contain('Private').and.not.contain('2024');
  });

  it('does not tell where a measurement was taken by a covered visit, nor says that it is not recorded', async () => {
    const detail = await open('Observation/o', {
      Observation: [
        fakeResource('Observation', 'o', '2024-01-01', {
          status: 'final',
          category: [
            {
              coding: [
                {
                  system: 'http://terminology.hl7.org/CodeSystem/observation-category',
                  code: 'vital-signs',
                },
              ],
            },
          ],
          code: {text: 'Weight'},
          valueQuantity: {value: 80, unit: 'kg'},
          ...atVisit,
        }),
      ],
      Encounter: [{...visit, ...labelled} as FhirResource],
    });

    expect(said(detail))
      .to.contain(hidden)
      .and.not.contain('Private')
      .and.not.contain('measurementNotRecorded');
  });

  it('does not name somebody who is covered', async () => {
    const detail = await open('Condition/c', {
      Condition: [
        condition('c', 'Asthma', {
          recorder: {reference: '#who', display: 'Secret name'},
          contained: [
            {resourceType: 'Practitioner', id: 'who', ...labelled, name: [{text: 'Secret name'}]},
          ],
        }),
      ],
    });

    expect(said(detail)).to.contain(hidden).and.not.contain('Secret name');
  });

  it('names people and places that cannot be read: who wrote an entry is a part of it', async () => {
    const detail = await open('Condition/c', {
      Condition: [
        condition('c', 'Asthma', {
          recorder: {reference: 'Practitioner/nobody', display: 'Dr Amy Lee'},
          asserter: {identifier: {value: 'X1'}, display: 'Nidd Valley Surgery'},
        }),
      ],
    });

    expect(said(detail)).to.contain('Dr Amy Lee').and.contain('Nidd Valley Surgery');
  });

  const report = fakeResource('DiagnosticReport', 'r', '2024-01-01', {
    status: 'final',
    code: {text: 'Blood test'},
    result: [{reference: 'Observation/a'}, {reference: 'Observation/b', display: 'Private test'}],
  });
  const test = (id: string, name: string, more = {}) =>
    fakeResource('Observation', id, '2024-01-01', {
      status: 'final',
      code: {text: name},
      valueQuantity: {value: 4, unit: 'mmol/L'},
      ...more,
    });

  it('shows neither name nor value of a covered result that came after it was opened', async () => {
    const detail = await open(
      'DiagnosticReport/r',
      {
        DiagnosticReport: [report],
        Observation: [test('a', 'Iron'), test('b', 'Private test', labelled)],
      },
      {isRead: false},
    );

    const [iron, other] = detail.groups.flatMap(({results}) => results);
    expect(iron?.name).to.equal('Iron');
    expect(other?.name).to.equal(undefined);
    expect(other?.value).to.deep.equal({type: 'words', key: 'covered'});
    expect(said(detail)).not.to.contain('Private test');
  });

  it('tells the cover which results are inside what was opened', async () => {
    const asked: Named[] = [];
    await open(
      'DiagnosticReport/r',
      {DiagnosticReport: [report], Observation: [test('a', 'Iron'), test('b', 'Zinc')]},
      {
        by: (named) => {
          asked.push(named);
          return false;
        },
      },
    );

    expect(
      asked.filter(({isInside}) => isInside).map(({reference}) => reference),
    ).to.include.members(['Observation/a', 'Observation/b']);
  });

  it('does not compare with a result that is covered', async () => {
    const coded = {code: {text: 'Iron', coding: [{system: 'https://lab.example', code: 'iron'}]}};
    const detail = await open('Observation/now', {
      Observation: [
        {...test('now', 'Iron', coded), effectiveDateTime: '2024-01-01'} as FhirResource,
        {
          ...test('old', 'Iron', {...coded, ...labelled}),
          effectiveDateTime: '2019-01-01',
        } as FhirResource,
      ],
    });

    expect(detail.groups[0]?.results[0]?.previous).to.equal(undefined);
  });

  it('names no goal, step or finding that is covered', async () => {
    const detail = await open('CarePlan/p', {
      CarePlan: [
        fakeResource('CarePlan', 'p', undefined, {
          status: 'active',
          intent: 'plan',
          title: 'Plan',
          period: {start: '2024-01-01'},
          goal: [{reference: 'Goal/g', display: 'Private goal'}],
          activity: [{reference: {reference: 'Task/t', display: 'Private step'}}],
          addresses: [{reference: 'Condition/c', display: 'Private matter'}],
        }),
      ],
    });

    expect(said(detail)).to.contain(hidden).and.not.contain('Private');
  });

  it('takes no name for a sample from what is covered', async () => {
    const detail = await open('Observation/o', {
      Observation: [
        test('o', 'Culture', {specimen: {reference: 'Specimen/s', display: 'Private swab'}}),
      ],
      Specimen: [
        {
          resourceType: 'Specimen',
          id: 's',
          ...labelled,
          type: {text: 'Private swab'},
        } as FhirResource,
      ],
    });

    expect(said(detail)).to.contain(hidden).and.not.contain('Private swab');
  });
});
