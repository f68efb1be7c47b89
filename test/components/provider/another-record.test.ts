/** The whole screen when the record may be another person's, and the ways to a record that are no plain server. */
import {expect, waitUntil} from '@open-wc/testing';
import type {PhrProvider} from '../../../src/components/provider/provider.js';
import {FakeClient, fakeResource} from '../../support/fake-client.js';
import {createScriptedServer} from '../../support/scripted-server.js';
import {showWidget, wordsIn} from '../../widget/widget-page.js';

const patient = (id: string, name: string) => ({
  resourceType: 'Patient',
  id,
  name: [{text: name}],
  birthDate: '1955-03-14',
});
const vaccination = (person: string, name: string) => ({
  resourceType: 'Immunization',
  id: 'v',
  status: 'completed',
  vaccineCode: {text: name},
  patient: {reference: `Patient/${person}`},
  occurrenceDateTime: '2025-10-01',
});
const ann = [patient('a', 'Ann Able'), vaccination('a', 'Flu vaccine')];
const annsServer = () => createScriptedServer({records: ann});

/** Another server, on which the same id is somebody else's. */
const bobsServer = () =>
  createScriptedServer({
    base: 'https://other.example/fhir',
    records: [patient('a', 'Bob Baker'), vaccination('a', 'Tetanus vaccine')],
  });

/** Makes every answer wait until it is let go. */
function holding(send: typeof fetch) {
  let release: () => void = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  const hold: typeof fetch = async (input, init) => {
    await held;
    return send(input, init);
  };
  return {fetch: hold, release};
}

/** Everything that can be read on the page. */
const screen = (provider: PhrProvider) => [provider, ...provider.children].map(wordsIn).join(' ');

const says = (provider: PhrProvider, ...words: readonly string[]) =>
  waitUntil(
    () => words.every((each) => screen(provider).includes(each)),
    `the page says ${words.join(' and ')}`,
    {timeout: 5000},
  ).catch((error: unknown) => {
    throw new Error(`${String(error)}: ${screen(provider)}`);
  });

/** Ann's record on the screen, her name and her vaccination. */
async function showAnn(settings: Partial<PhrProvider> = {}) {
  const {provider, timeline} = await showWidget({
    baseUrl: 'https://phr.example/fhir',
    patient: 'a',
    fetch: annsServer().fetch,
    ...settings,
  });
  await says(provider, 'Ann Able', 'Flu vaccine');
  return {provider, timeline};
}

describe('the screen of one person', () => {
  it('is cleared at once when the page turns to another server, where the same id is somebody else', async () => {
    const {provider, timeline} = await showAnn();
    const other = holding(bobsServer().fetch);

    provider.fetch = other.fetch;
    provider.baseUrl = 'https://other.example/fhir';
    await provider.updateComplete;
    await timeline.updateComplete;

    expect(screen(provider)).to.not.match(/Ann Able|14 March 1955|Flu vaccine/);
    other.release();
    await says(provider, 'Bob Baker', 'Tetanus vaccine');
    expect(screen(provider)).to.not.match(/Ann Able|Flu vaccine/);
  });

  it('says nothing more of the last person to those who listen, when a proxy turns to another', async () => {
    const {provider, timeline} = await showAnn({viewer: 'proxy', viewerName: 'Sam Able'});
    const spoken = () => timeline.shadowRoot?.querySelector('[role=status]')?.textContent ?? '';
    // What is spoken comes at most every 3 seconds.
    await waitUntil(() => spoken().includes('Ann Able'), 'the list of Ann is spoken of', {
      timeout: 8000,
    });

    provider.fetch = holding(bobsServer().fetch).fetch;
    provider.baseUrl = 'https://other.example/fhir';
    await provider.updateComplete;
    await timeline.updateComplete;

    expect(spoken()).to.not.include('Ann');
  });

  it('is not filled by an answer of the last server that comes after the page turned to another', async () => {
    const late = holding(annsServer().fetch);
    const {provider} = await showWidget({
      baseUrl: 'https://phr.example/fhir',
      patient: 'a',
      fetch: late.fetch,
    });
    provider.fetch = bobsServer().fetch;
    provider.baseUrl = 'https://other.example/fhir';
    await says(provider, 'Bob Baker', 'Tetanus vaccine');

    late.release();
    await waitUntil(() => /This was read/.test(screen(provider)), 'everything was read');

    expect(screen(provider)).to.not.match(/Ann Able|Flu vaccine/);
  });

  it('is cleared at once when a token says that somebody else has logged in', async () => {
    let subject = 'ann';
    let send: typeof fetch = annsServer().fetch;
    const {provider, timeline} = await showAnn({
      fetch: (input, init) => send(input, init),
      getToken: () => ({accessToken: 't', subject}),
    });
    subject = 'mallory';
    send = holding(send).fetch;

    timeline.refresh();

    await waitUntil(() => !/Flu vaccine/.test(screen(provider)), 'the list goes');
    expect(screen(provider)).to.not.match(/Ann Able|14 March 1955/);
  });

  it('stays when a new token is of the same person', async () => {
    let tokens = 0;
    const {provider, timeline} = await showAnn({
      getToken: () => ({accessToken: `t${String(++tokens)}`, subject: 'ann'}),
    });
    const before = tokens;

    timeline.refresh();
    await waitUntil(() => tokens > before, 'a new token is asked for');

    expect(screen(provider)).to.include('Flu vaccine').and.include('Ann Able');
  });
});

describe('a client of the page’s own', () => {
  const clientOf = (name: string, vaccine: string) =>
    new FakeClient(
      {
        Immunization: {
          resources: [
            fakeResource('Immunization', 'v', '2025-10-01', {
              status: 'completed',
              vaccineCode: {text: vaccine},
            }),
          ],
        },
      },
      {person: patient('p1', name)},
    );

  it('is read in place of a server, whatever address and person the page names as well', async () => {
    const server = annsServer();
    const client = clientOf('Cara Cole', 'Polio vaccine');
    const {provider} = await showWidget({
      client,
      baseUrl: 'https://phr.example/fhir',
      patient: 'a',
      fetch: server.fetch,
    });

    await says(provider, 'Cara Cole', 'Polio vaccine');

    expect(client.asked.some(({type}) => type === 'Immunization')).to.equal(true);
    expect(server.requests).to.deep.equal([]);
  });

  it('takes the last person off the screen when the page gives another one', async () => {
    const {provider, timeline} = await showWidget({client: clientOf('Cara Cole', 'Polio vaccine')});
    await says(provider, 'Cara Cole', 'Polio vaccine');
    const next = clientOf('Dan Dale', 'Measles vaccine');
    next.types['Immunization'] = {delay: () => new Promise(() => {})};

    provider.client = next;
    await provider.updateComplete;
    await timeline.updateComplete;

    expect(screen(provider)).to.not.match(/Cara Cole|Polio vaccine/);
    await says(provider, 'Dan Dale');
  });
});

describe('a session kept in a cookie', () => {
  const credentialsOf = async (attribute: string | undefined) => {
    const server = annsServer();
    await showAnn({fetch: server.fetch, ...(attribute && {credentials: attribute})});
    return new Set(server.requests.map(({credentials}) => credentials));
  };

  it('is sent with every request when the page says so, and without a token', async () => {
    const server = annsServer();
    const {provider} = await showWidget({patient: 'a', fetch: server.fetch});
    provider.setAttribute('credentials', 'include');
    provider.setAttribute('base-url', 'https://phr.example/fhir');

    await says(provider, 'Ann Able', 'Flu vaccine');

    expect(new Set(server.requests.map(({credentials}) => credentials))).to.deep.equal(
      new Set(['include']),
    );
    expect(server.requests.some(({headers}) => 'authorization' in headers)).to.equal(false);
  });

  it('is sent with no request unless the page says so', async () => {
    expect(await credentialsOf(undefined)).to.deep.equal(new Set(['omit']));
  });

  it('is sent with no request when the page says something that is not understood', async () => {
    expect(await credentialsOf('always')).to.deep.equal(new Set(['omit']));
  });
});
