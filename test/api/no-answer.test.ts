import {expect} from '@open-wc/testing';
import {createFhirClient} from '../../src/api/fhir-client.js';
import '../../src/api/hard-cases.js';
import {createRecordSource} from '../../src/sync/record-source.js';
import {fakeDecode} from '../support/fake-decode.js';
import {createScriptedServer, type Step} from '../support/scripted-server.js';
import {withoutNetwork} from '../support/without-network.js';

/** How a record stands whose server does this and nothing else. */
async function recordBehind(step: Step) {
  const server = createScriptedServer({rules: [{do: [step]}]});
  const {base: baseUrl, fetch} = server;
  const client = createFhirClient({baseUrl, patient: 'p1', fetch, timeout: 20});
  const source = createRecordSource({clients: [client], decode: fakeDecode});
  const reader = source.timeline({pageSize: 10, kinds: ['conditions']});
  await reader.readAll();
  const {offline, unreachable = false, coverage} = reader.state;
  source.close();
  return {offline, unreachable, states: coverage.map(({state}) => state)};
}

describe('a server that gives no answer', () => {
  for (const [name, step] of [
    ['refuses the origin of the page, or is down', {drop: 'before'}],
    ['breaks off in the middle', {drop: 'mid-body'}],
    ['answers with a redirect', {redirect: 'https://evil.example/fhir/Condition'}],
    ['does not answer in time', {hang: true}],
  ] as const) {
    it(`is not taken for a device without a network when it ${name}`, async () => {
      expect(await recordBehind(step)).to.deep.equal({
        offline: false,
        unreachable: true,
        states: ['failed'],
      });
    });
  }

  it('is told from a device without a network by what the browser says', async () => {
    const found = await withoutNetwork(() => recordBehind({drop: 'before'}));

    expect(found).to.deep.equal({offline: true, unreachable: false, states: ['failed']});
  });
});
