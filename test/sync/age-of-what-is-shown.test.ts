import {expect} from '@open-wc/testing';
import {FakeClient, fakeResource} from '../support/fake-client.js';
import {openReader} from '../support/open-reader.js';

const hour = 3_600_000;

/** A server whose answers carry the time of a test. */
class TimedClient extends FakeClient {
  time = 1000;

  override async *search(...args: Parameters<FakeClient['search']>) {
    for await (const page of super.search(...args)) yield {...page, asOf: this.time};
  }
}

const procedures = Array.from({length: 60}, (_, index) =>
  fakeResource('Procedure', String(index), `${String(2020 - index)}-01-01`),
);

describe('when a record was read', () => {
  it('stays when older entries are shown an hour later', async () => {
    const server = new TimedClient({Procedure: {resources: procedures}});
    const {reader, clock} = openReader(server, {kinds: ['procedures'], pageSize: 10});
    await clock.pass(200);
    server.time += hour;

    void reader.readAll();
    await clock.pass(200);

    expect(reader.state.rows).to.have.length(60);
    expect(reader.state.asOf).to.equal(1000);
  });

  it('stays when one kind that failed is read later', async () => {
    const server = new TimedClient({
      Procedure: {resources: procedures.slice(0, 5)},
      Encounter: {fails: () => 'server'},
    });
    const {reader, clock} = openReader(server, {kinds: ['procedures', 'visits']});
    await clock.pass(200);
    server.time += hour;
    server.types['Encounter'] = {resources: [fakeResource('Encounter', 'e', '2020-01-01')]};

    void reader.retry();
    await clock.pass(200);

    expect(reader.state.complete).to.equal(true);
    expect(reader.state.asOf).to.equal(1000);
  });
});
