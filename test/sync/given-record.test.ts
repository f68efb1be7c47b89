import {expect} from '@open-wc/testing';
import {createStaticClient} from '../../src/api/static-client.js';
import type {FhirResource} from '../../src/model/fhir-json.js';
import {compareEntries} from '../../src/model/merge.js';
import {createRecordSource} from '../../src/sync/record-source.js';
import {createRandom} from '../support/random.js';
import '../support/whole-entries.js';
import {VirtualClock} from '../support/virtual-clock.js';

const patient = {resourceType: 'Patient', id: 'p1', birthDate: '1953-08-04'} as FhirResource;

function measurement(id: string, date: string, subject = 'Patient/p1'): FhirResource {
  return {
    resourceType: 'Observation',
    id,
    status: 'final',
    code: {text: 'Body weight'},
    subject: {reference: subject},
    effectiveDateTime: date,
    valueQuantity: {value: 80, unit: 'kg'},
  } as FhirResource;
}

function open(resources: unknown) {
  const clock = new VirtualClock();
  const source = createRecordSource({
    clients: [createStaticClient({resources, patient: 'p1'})],
    schedule: clock,
  });
  return {source, clock, reader: source.timeline({pageSize: 20})};
}

describe('a record that a page was given', () => {
  it('is shown whole and in order, however long and unsorted it is', async () => {
    const random = createRandom(7);
    const resources = Array.from({length: 3000}, (_, index) =>
      measurement(
        `o${String(index)}`,
        new Date(Date.UTC(2000, 0, random.between(1, 9000))).toISOString(),
      ),
    );
    const {reader, clock} = open([patient, ...resources]);

    await clock.pass(200);

    const {rows, late, complete, coverage} = reader.state;
    expect(rows).to.have.length(3000);
    expect([...rows].sort(compareEntries)).to.deep.equal(rows);
    expect(late.size).to.equal(0);
    expect(coverage.find(({kind}) => kind === 'results')).to.include({state: 'complete'});
    expect(complete).to.equal(true);
  });

  it('does not say that there are none of a kind that nobody said it covers', async () => {
    const {reader, clock} = open([patient, measurement('o1', '2024-01-01')]);

    await clock.pass(100);

    expect(reader.state.coverage.find(({kind}) => kind === 'allergies')?.state).to.equal('notHere');
  });

  it('resolves who it is about inside its Bundle', async () => {
    const bundle = {
      resourceType: 'Bundle',
      type: 'collection',
      entry: [
        {fullUrl: 'urn:uuid:00000000-0000-4000-8000-000000000001', resource: patient},
        {
          fullUrl: 'urn:uuid:00000000-0000-4000-8000-000000000002',
          resource: measurement(
            'o1',
            '2024-01-01',
            'urn:uuid:00000000-0000-4000-8000-000000000001',
          ),
        },
      ],
    };
    const {reader, clock} = open(bundle);

    await clock.pass(100);

    expect(reader.state.rows.map(({reference}) => reference)).to.deep.equal(['Observation/o1']);
    expect(reader.state.coverage.some(({state}) => state === 'unsafe')).to.equal(false);
  });

  it('tells whose it is', async () => {
    const {source} = open([patient]);

    const {value} = await source.person({signal: new AbortController().signal});

    expect(value.birthDate?.text).to.equal('1953-08-04');
  });
});
