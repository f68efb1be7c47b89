/** Whose record it is, once the log in has ended: the next who looks at this screen may be somebody else. */
import {expect, waitUntil} from '@open-wc/testing';
import '../../../src/components/person/person.define.js';
import type {PhrPerson} from '../../../src/components/person/person.js';
import type {PhrProvider} from '../../../src/components/provider/provider.js';
import {createScriptedServer} from '../../support/scripted-server.js';
import {showWidget, wordsIn} from '../../widget/widget-page.js';

const records = [
  {
    resourceType: 'Patient',
    id: 'a',
    name: [{text: 'Ann Able'}],
    birthDate: '1955-03-14',
    identifier: [{system: 'https://fhir.nhs.uk/Id/nhs-number', value: '9990000018'}],
  },
  {
    resourceType: 'Immunization',
    id: 'v',
    status: 'completed',
    vaccineCode: {text: 'Flu vaccine'},
    patient: {reference: 'Patient/a'},
    occurrenceDateTime: '2025-10-01',
  },
];

/** Everything that can be read on the page. */
const screen = (provider: PhrProvider) => [provider, ...provider.children].map(wordsIn).join(' ');

const says = (provider: PhrProvider, words: RegExp) =>
  waitUntil(() => words.test(screen(provider)), `the page says ${String(words)}`, {timeout: 5000});

/** Ann's record on the screen, and a server that can refuse her log in and take it again. */
async function showAnn(settings: Partial<PhrProvider> = {}) {
  const server = createScriptedServer({records});
  let isLoggedIn = true;
  const {provider, timeline} = await showWidget({
    baseUrl: 'https://phr.example/fhir',
    patient: 'a',
    fetch: (input, init) =>
      isLoggedIn ? server.fetch(input, init) : Promise.resolve(new Response('{}', {status: 401})),
    ...settings,
  });
  await says(provider, /Flu vaccine/);
  await says(provider, /Ann Able/);
  /** The server no longer takes the log in, or takes it again; the list is asked for once more. */
  const logIn = (isNow: boolean) => {
    isLoggedIn = isNow;
    timeline.refresh();
  };
  return {provider, logIn};
}

describe('the person of a record whose log in has ended', () => {
  it('leaves the screen with the list: no name, date of birth or NHS number', async () => {
    const {provider, logIn} = await showAnn();

    logIn(false);

    await says(provider, /You were logged out/);
    await waitUntil(() => !/Ann Able/.test(screen(provider)), 'the name goes');
    expect(screen(provider)).to.not.match(/Able|1955|999\s?000/);
  });

  it('is not told to a widget that is put on the page after it', async () => {
    const {provider, logIn} = await showAnn();
    logIn(false);
    await waitUntil(() => !/Ann Able/.test(screen(provider)), 'the name goes');
    const late = document.createElement('phr-person');

    provider.append(late);

    await late.updateComplete;
    expect(wordsIn(late)).to.equal('');
  });

  it('comes back when the record can be read again', async () => {
    const {provider, logIn} = await showAnn();
    logIn(false);
    await waitUntil(() => !/Ann Able/.test(screen(provider)), 'the name goes');

    logIn(true);

    await says(provider, /Ann Able.*14 March 1955.*999 000 0018.*Flu vaccine/);
  });

  it('is not named to a proxy either, nor is the proxy said to be logged in', async () => {
    const {provider, logIn} = await showAnn({viewer: 'proxy', viewerName: 'Sam Able'});
    await says(provider, /Ann Able’s record.*You are logged in as Sam Able/);

    logIn(false);

    await waitUntil(() => !/Ann Able/.test(screen(provider)), 'the name goes');
    const person = provider.querySelector<PhrPerson>('phr-person');
    expect(person && wordsIn(person)).to.equal('');
    expect(screen(provider)).to.not.match(/Sam Able/);
  });

  it('is told to the page when it can be read again, and only then', async () => {
    const {provider, logIn} = await showAnn();
    const told: string[] = [];
    provider.addEventListener('phr-status', ({detail}) =>
      told.push((detail as {type: string}).type),
    );
    logIn(true);
    await says(provider, /Flu vaccine/);
    logIn(false);
    await waitUntil(() => !/Ann Able/.test(screen(provider)), 'the name goes');
    expect(told).to.not.include('read');

    logIn(true);

    await waitUntil(() => told.includes('read'), 'the page is told');
    expect(told.filter((type) => type === 'read')).to.have.length(1);
  });

  it('is told to the page again when a second log in ends', async () => {
    const {provider, logIn} = await showAnn();
    let ended = 0;
    provider.addEventListener('phr-session-expired', () => ended++);
    logIn(false);
    await waitUntil(() => ended === 1, 'the first end is told');
    logIn(true);
    await says(provider, /Ann Able/);

    logIn(false);

    await waitUntil(() => ended === 2, 'the second end is told');
  });

  it('does not come back with an answer that was on its way', async () => {
    const server = createScriptedServer({records});
    let answer = () => {};
    const held = new Promise<void>((go) => (answer = go));
    const {provider, timeline} = await showWidget({
      baseUrl: 'https://phr.example/fhir',
      patient: 'a',
      fetch: async (input, init) => {
        const url = new Request(input, init).url;
        if (!/Patient/.test(url)) return new Response('{}', {status: 401});
        await held;
        return server.fetch(input, init);
      },
    });
    await says(provider, /You were logged out/);

    answer();

    await timeline.source?.person({signal: new AbortController().signal});
    await provider.updateComplete;
    const person = provider.querySelector<PhrPerson>('phr-person');
    expect(person && wordsIn(person)).to.equal('');
  });
});
