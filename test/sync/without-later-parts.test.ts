import {expect} from '@open-wc/testing';
import {loadLater} from '../../src/sync/load-later.js';
import {createRecordSource} from '../../src/sync/record-source.js';
import {FakeClient, fakeResource} from '../support/fake-client.js';
import {fakeDecode} from '../support/fake-decode.js';
import {VirtualClock} from '../support/virtual-clock.js';

// The code for what is rare is asked for once here, and does not come.
let lose = (): void => {};
void loadLater(
  () =>
    new Promise((_resolve, reject) => {
      lose = () => {
        reject(new Error('No connection'));
      };
    }),
);

describe('a record whose page cannot fetch the code for what is rare', () => {
  it('shows what came, and takes nothing for empty or complete that is not', async () => {
    const clock = new VirtualClock();
    const client = new FakeClient({
      Immunization: {resources: [fakeResource('Immunization', 'i', '2024-01-01')]},
      Condition: {fails: () => 'server'},
      Procedure: {notices: [{severity: 'warning', code: 'incomplete'}]},
    });
    const source = createRecordSource({clients: [client], schedule: clock, decode: fakeDecode});
    const reader = source.timeline({pageSize: 20});
    await clock.pass(10);

    lose();
    await clock.pass(10);

    const {rows, coverage, complete} = reader.state;
    const stateOf = (kind: string) => coverage.find((item) => item.kind === kind)?.state;
    expect(rows.map(({reference}) => reference)).to.deep.equal(['Immunization/i']);
    expect([stateOf('vaccinations'), stateOf('conditions'), stateOf('procedures')]).to.deep.equal([
      'complete',
      'failed',
      'failed',
    ]);
    expect(complete).to.equal(false);
    reader.close();
  });
});
