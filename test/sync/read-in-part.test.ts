import {expect} from '@open-wc/testing';
import {FakeClient, fakeResource} from '../support/fake-client.js';
import {openReader} from '../support/open-reader.js';

describe('a record that is read in part', () => {
  it('counts what came and is no resource with what could not be shown', async () => {
    const resources = [fakeResource('Procedure', 'a', '2020-01-01', {outcome: 'withheld'})];
    const server = new FakeClient({Procedure: {resources, damaged: 2}});
    const {reader, clock} = openReader(server, {kinds: ['procedures']});

    await clock.pass(200);

    expect(reader.state.withheld).to.deep.equal([{kind: 'procedures', count: 3}]);
  });

  it('says that a kind is there in part when a granted scope narrows it', async () => {
    const resources = [fakeResource('Procedure', 'a', '2020-01-01')];
    const server = new FakeClient({Procedure: {resources}});
    server.narrowedTo = (type) => (type === 'Procedure' ? ['category=surgery'] : []);
    const {reader, clock} = openReader(server, {kinds: ['procedures', 'visits']});

    await clock.pass(200);

    const partial = reader.state.coverage.map((kind) => [kind.kind, kind.partial ?? false]);
    expect(partial).to.deep.equal([
      ['procedures', true],
      ['visits', false],
    ]);
  });
});
