import {expect} from '@open-wc/testing';
import {createFhirClient, type FhirClientOptions} from '../../src/api/fhir-client.js';
import {createRecordSource} from '../../src/sync/record-source.js';
import {fakeDecode} from '../support/fake-decode.js';
import {createScriptedServer} from '../support/scripted-server.js';
import {failureOf, pagesOf} from '../support/scripted/collect.js';
import {setUp} from '../support/scripted/set-up.js';

async function readWith(more: Partial<FhirClientOptions>) {
  const server = createScriptedServer();
  const client = createFhirClient({
    baseUrl: server.base,
    patient: 'p1',
    fetch: server.fetch,
    ...more,
  });
  const source = createRecordSource({clients: [client], decode: fakeDecode});
  const reader = source.timeline({pageSize: 10, kinds: ['allergies', 'conditions']});
  await reader.readAll();
  const states = reader.state.coverage.map(({kind, state}) => `${kind} ${state}`);
  source.close();
  return {
    states: states.sort(),
    asked: server
      .to('*')
      .map(({url}) => String(url))
      .join(' '),
  };
}

describe('a kind of record that is not to be asked for', () => {
  it('is not asked for when the host says that it is not offered', async () => {
    const {states, asked} = await readWith({capabilities: {AllergyIntolerance: false}});

    expect(states).to.deep.equal(['allergies notHere', 'conditions complete']);
    expect(asked).to.contain('Condition');
    expect(asked).to.not.contain('AllergyIntolerance');
  });

  it('is not asked for when the scopes that were granted leave it out', async () => {
    const {states, asked} = await readWith({scopes: 'openid patient/Condition.rs'});

    expect(states).to.deep.equal(['allergies notHere', 'conditions complete']);
    expect(asked).to.not.contain('AllergyIntolerance');
  });

  it('is not asked for when the scopes that come with the token leave it out', async () => {
    const {states, asked} = await readWith({
      getToken: () => ({accessToken: 'x', scope: 'openid patient/Condition.rs'}),
    });

    expect(states).to.deep.equal(['allergies notHere', 'conditions complete']);
    expect(asked).to.contain('Condition');
    expect(asked).to.not.contain('AllergyIntolerance');
  });

  it('is asked for when a later token grants it', async () => {
    let scope = 'patient/Condition.rs';
    const {client, server} = setUp({}, {getToken: () => ({accessToken: 'x', scope})});
    const refused = await failureOf(pagesOf(client, 'AllergyIntolerance'));
    scope += ' patient/AllergyIntolerance.rs';
    await pagesOf(client, 'Condition');
    await pagesOf(client, 'AllergyIntolerance');

    expect(refused['kind']).to.equal('notOffered');
    expect(server.to('AllergyIntolerance')).to.have.length(1);
  });
});
