import {expect} from '@open-wc/testing';
import {createFhirClient} from '../../src/api/fhir-client.js';
import {createRecordSource} from '../../src/sync/record-source.js';
import {FakeClient, fakeResource, type TypeScript} from '../support/fake-client.js';
import {fakeDecode} from '../support/fake-decode.js';
import {openReader} from '../support/open-reader.js';

async function coverageOf(script: TypeScript) {
  const server = new FakeClient({AllergyIntolerance: script});
  const {reader, clock} = openReader(server, {kinds: ['allergies']});
  await clock.pass(200);
  const [{state, read, partial} = {}] = reader.state.coverage;
  return {state, read, partial, complete: reader.state.complete};
}

const one = [fakeResource('AllergyIntolerance', 'a', '2020-01-01')];
const failed = {state: 'failed', read: 0, partial: undefined, complete: false};

describe('an answer that does not stand by being empty', () => {
  for (const severity of ['fatal', 'error'] as const) {
    it(`is not taken for 'none recorded' when it brings a ${severity} notice`, async () => {
      expect(await coverageOf({notices: [{severity, code: 'exception'}]})).to.deep.equal(failed);
    });
  }

  it("is not taken for 'none recorded' when the server warns that it is not all", async () => {
    const notices = [{severity: 'warning', code: 'incomplete'}] as const;

    expect(await coverageOf({notices})).to.deep.equal(failed);
  });

  it("is not taken for 'none recorded' when the server says that there are some", async () => {
    expect(await coverageOf({lacking: true})).to.deep.equal(failed);
  });

  it("is taken for 'none recorded' when the server only tells of something else", async () => {
    const notices = [{severity: 'information', code: 'informational'}] as const;

    const {state, complete} = await coverageOf({notices});

    expect([state, complete]).to.deep.equal(['complete', true]);
  });

  it('shows what came with a fault, and says that it is a part', async () => {
    const found = await coverageOf({resources: one, notices: [{severity: 'error'}]});

    expect([found.state, found.read, found.partial]).to.deep.equal(['complete', 1, true]);
  });

  it('is read again when the person tries again', async () => {
    const server = new FakeClient({AllergyIntolerance: {notices: [{severity: 'error'}]}});
    const {reader, clock} = openReader(server, {kinds: ['allergies']});
    await clock.pass(200);
    server.types = {AllergyIntolerance: {resources: one}};

    void reader.retry();
    await clock.pass(200);

    expect(reader.state.coverage[0]).to.include({state: 'complete', read: 1});
    expect(reader.state.coverage[0]?.partial).to.equal(undefined);
  });

  it('is known by its total and its outcome in a Bundle of a server', async () => {
    const answers: Readonly<Record<string, object>> = {
      Procedure: {total: 5},
      Immunization: {
        entry: [
          {
            resource: {
              resourceType: 'OperationOutcome',
              issue: [{severity: 'error', code: 'timeout'}],
            },
            search: {mode: 'outcome'},
          },
        ],
      },
      AllergyIntolerance: {total: 0},
    };
    const client = createFhirClient({
      baseUrl: 'https://phr.example/fhir',
      patient: 'p1',
      checkVersion: false,
      fetch: (input) => {
        const url = new URL(input instanceof Request ? input.url : input);
        const type = url.pathname.split('/').at(-1) ?? '';
        const answer = answers[type];
        const body = {resourceType: 'Bundle', type: 'searchset', ...answer};
        return Promise.resolve(
          new Response(JSON.stringify(body), {
            status: !answer ? 404 : type === 'Immunization' ? 207 : 200,
            headers: {'Content-Type': 'application/fhir+json'},
          }),
        );
      },
    });
    const source = createRecordSource({clients: [client], decode: fakeDecode});
    const reader = source.timeline({
      pageSize: 10,
      kinds: ['procedures', 'vaccinations', 'allergies'],
    });

    await reader.readAll();

    const states = Object.fromEntries(reader.state.coverage.map(({kind, state}) => [kind, state]));
    source.close();
    expect(states).to.deep.equal({
      allergies: 'complete',
      vaccinations: 'failed',
      procedures: 'failed',
    });
  });
});
