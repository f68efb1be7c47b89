import {expect, waitUntil} from '@open-wc/testing';
import * as body from '../../src/model/decode/body/body.js';
import {loadEntryBody} from '../../src/model/decode/entry-body.js';
import type {FhirResource} from '../../src/model/fhir-json.js';
import {createRecordSource} from '../../src/sync/record-source.js';
import {FakeClient} from '../support/fake-client.js';

// What reads unusual resources comes when a test lets it.
let arrive = (): void => {};
const comes = loadEntryBody(
  () =>
    new Promise((resolve) => {
      arrive = () => {
        resolve(body);
      };
    }),
);

const result = (id: string, name: string, more: object): FhirResource =>
  ({
    resourceType: 'Observation',
    id,
    status: 'final',
    code: {text: name},
    subject: {reference: 'Patient/p1'},
    effectiveDateTime: '2026-03-01',
    ...more,
  }) as unknown as FhirResource;

describe('a page with resources that only the later part can read', () => {
  it('is shown once that is there, with nothing withheld that can be read and nothing shown that cannot', async () => {
    const client = new FakeClient({
      Observation: {
        resources: [
          result('plain', 'Body weight', {valueQuantity: {value: 80, unit: 'kg'}}),
          result('period', 'Time asleep', {valuePeriod: {start: '2026-03-01'}}),
          result('markup', 'Body <b>height</b>', {valueString: '170 cm'}),
          result('odd', 'Pulse', {valueRange: {low: {value: 1, comparator: '~'}}}),
        ],
      },
    });
    const reader = createRecordSource({clients: [client]}).timeline({pageSize: 10});
    await waitUntil(() => client.asked.length > 0);

    arrive();
    await comes;
    await waitUntil(() => reader.state.complete, 'all is read');

    const {rows, withheld} = reader.state;
    expect(rows.map(({title}) => title)).to.have.members([
      'Body weight',
      'Time asleep',
      'Body height',
    ]);
    expect(withheld).to.deep.equal([{kind: 'results', count: 1}]);
    reader.close();
  });
});
