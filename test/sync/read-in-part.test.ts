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

  it('does not count what is damaged twice when a page is read again after a failure', async () => {
    const resources = Array.from({length: 60}, (_, index) =>
      fakeResource('Procedure', String(index), `${String(2020 - index)}-01-01`),
    );
    const server = new FakeClient({
      Procedure: {resources, damaged: 2, fails: (page) => (page === 1 ? 'server' : undefined)},
    });
    const {reader, clock} = openReader(server, {kinds: ['procedures']});
    void reader.readAll();
    await clock.pass(200);
    server.types = {Procedure: {resources, damaged: 2}};

    void reader.retry();
    await clock.pass(200);

    expect(reader.state.withheld).to.deep.equal([{kind: 'procedures', count: 2}]);
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

  it('counts what is new so far, and does not say that the record moved, while only the newest was read', async () => {
    const since = Date.UTC(2024, 0, 1);
    const resources = Array.from({length: 100}, (_, index) =>
      fakeResource('Procedure', String(index), `${String(2025 - index)}-01-01`, {
        recorded: index < 30 ? since + 1 : since - 1,
      }),
    );
    const server = new FakeClient({Procedure: {resources}});
    const {reader, clock} = openReader(server, {kinds: ['procedures'], since, pageSize: 10});

    await clock.pass(200);

    expect(reader.state.complete).to.equal(false);
    expect(reader.state.newUnknown).to.equal(undefined);
    expect(reader.state.newReferences?.size).to.be.greaterThan(0);
  });

  it('tells how far back a kind goes, also of what is not final yet', async () => {
    const server = new FakeClient({
      Condition: {
        resources: [
          fakeResource('Condition', 'a', '2020-01-01'),
          fakeResource('Condition', 'b', '1961'),
          fakeResource('Condition', 'c', undefined),
        ],
      },
      Procedure: {
        resources: Array.from({length: 100}, (_, index) =>
          fakeResource('Procedure', String(index), `${String(2025 - index)}-01-01`),
        ),
      },
    });
    const {reader, clock} = openReader(server, {kinds: ['conditions', 'procedures'], pageSize: 5});

    await clock.pass(200);

    expect(reader.state.rows.map(({reference}) => reference)).to.not.include('Condition/b');
    expect(reader.state.coverage[0]?.oldest?.text).to.equal('1961');
  });
});
