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

describe('another person in an answer, on a page that cannot fetch the code for that', () => {
  it('shows nothing of what came with them, and says that it could not be read', async () => {
    const clock = new VirtualClock();
    const theirs = {subject: {reference: 'Patient/p2'}};
    const client = new FakeClient({
      Procedure: {resources: [fakeResource('Procedure', 'mine', '2024-01-01')]},
      Condition: {
        resources: [
          fakeResource('Condition', 'mine', '2024-01-03'),
          fakeResource('Condition', 'theirs', '2024-01-02', theirs),
        ],
      },
    });
    const source = createRecordSource({clients: [client], schedule: clock, decode: fakeDecode});
    const reader = source.timeline({pageSize: 20});
    const shown = new Set<string>();
    reader.subscribe(() => {
      for (const {reference} of reader.state.rows) shown.add(reference);
    });
    await clock.pass(2000);

    lose();
    await clock.pass(10);
    // What says why a kind could not be read is asked for again, and comes.
    await loadLater();
    await clock.pass(10);

    const {coverage, complete} = reader.state;
    expect([...shown]).to.deep.equal(['Procedure/mine']);
    expect(coverage.find(({kind}) => kind === 'conditions')?.state).to.equal('failed');
    expect(complete).to.equal(false);
    reader.close();
  });
});
