import {expect} from '@open-wc/testing';
import {matches} from '../../src/model/filter.js';
import type {FhirResource} from '../../src/model/fhir-json.js';
import {createRecordSource} from '../../src/sync/record-source.js';
import {FakeClient, fakeBase} from '../support/fake-client.js';
import {VirtualClock} from '../support/virtual-clock.js';
import '../support/whole-entries.js';

const result = {
  resourceType: 'Observation',
  id: 'o1',
  status: 'final',
  code: {text: 'Serum potassium'},
  subject: {reference: `${fakeBase}Patient/p1`},
  encounter: {reference: `${fakeBase}Encounter/e1`},
  effectiveDateTime: '2024-03-07',
  valueString: 'Within range',
} as FhirResource;

describe('a server that writes whole addresses', () => {
  it('has entries whose visit is known by its reference, and that a search finds', async () => {
    const clock = new VirtualClock();
    const source = createRecordSource({
      clients: [new FakeClient({Observation: {resources: [result]}})],
      now: () => Date.UTC(2024, 5, 1),
      schedule: clock,
    });
    const reader = source.timeline({pageSize: 20});

    await clock.pass(200);

    const [entry] = reader.state.rows;
    expect(entry?.visit).to.equal('Encounter/e1');
    expect(entry && matches(entry, {search: 'potassium'})).to.equal(true);
    source.close();
  });
});
