import {expect, waitUntil} from '@open-wc/testing';
import type {FhirResource} from '../../src/model/fhir-json.js';
import {createRecordSource} from '../../src/sync/record-source.js';
import {FakeClient} from '../support/fake-client.js';

const letter = {
  resourceType: 'DocumentReference',
  id: 'd',
  status: 'current',
  date: '2026-03-01',
  description: 'Discharge letter',
  subject: {reference: 'Patient/p1'},
  custodian: {display: 'Northmoor Hospital'},
} as unknown as FhirResource;

describe('what stands under the names of entries', () => {
  it('is told once it can be read, and names the places they came from', async () => {
    const client = new FakeClient({DocumentReference: {resources: [letter]}});
    const reader = createRecordSource({clients: [client]}).timeline({pageSize: 10});
    const told: (boolean | undefined)[] = [];
    reader.subscribe(() => told.push(reader.state.rows[0]?.pending));

    await waitUntil(() => told.at(-1) === false, 'the rest of the entry comes');

    const {rows, places} = reader.state;
    expect(rows.map(({title, place}) => [title, place])).to.deep.equal([
      ['Discharge letter', 'Northmoor Hospital'],
    ]);
    expect(places).to.deep.equal(['Northmoor Hospital']);
    reader.close();
  });
});
