/** All orders of sources, from the page to the panel: whose meaning stands first, and when the server is asked. */
import {aTimeout, expect, fixture, html, waitUntil} from '@open-wc/testing';
import {within} from 'shadow-dom-testing-library';
import '../../../src/components/glossary/glossary.define.js';
import '../../../src/components/glossary-search/glossary-search.define.js';
import {part} from '../../../src/components/term/panel-part.js';
import {bundledTerms} from '../../../src/glossary/terms/index.js';
import {snomedSystem} from '../../../src/model/glossary.js';
import {term} from '../../support/glossary-terms.js';
import {
  answer,
  designation,
  display,
  parameters,
  parametersOf,
  valueSet,
} from '../../support/terminology-answers.js';

/** A term that is bundled, and has neither topic nor another meaning. */
const bundled = bundledTerms.find(({id}) => id === 'doac');

const own = [
  // In place of the bundled one, and one that is the trust's alone.
  term('doac', {term: 'DOAC', means: 'Our words of the trust.', snomed: ['1000001', 'x']}),
  term('zzx', {term: 'ZZX', means: 'Our words of the trust.', snomed: ['1000002', 'x']}),
];

const ours = 'Our words of the trust.';
const theirs = 'The words of a server';
const {fetch: realFetch} = window;

async function page(order: string | undefined, word: string) {
  const asked: string[] = [];
  const heard: string[] = [];
  window.fetch = (input, init) => {
    const url = new URL(String(input), location.href);
    if (!url.pathname.includes('/terms-of-order/')) return realFetch(input, init);
    const asks = parametersOf(init);
    asked.push(String(asks['code'] ?? asks['filter']));
    const use = {code: '1', display: 'Patient friendly term'};
    const json = asks['code']
      ? parameters(display('Name of a concept'), designation(use, theirs))
      : valueSet({system: snomedSystem, code: '698247007', display: 'ZZX of a server'});
    return Promise.resolve(answer(json));
  };
  const root = await fixture<HTMLElement>(html`<div></div>`);
  root.addEventListener('phr-error', (event) => {
    heard.push((event as unknown as CustomEvent<{message: string}>).detail.message);
  });
  const glossary = document.createElement('phr-glossary');
  Object.assign(glossary, {
    terms: own,
    reviewer: 'Northmoor',
    order,
    terminologyUrl: '/terms-of-order/fhir',
  });
  const element = document.createElement('phr-term');
  element.textContent = word;
  const search = document.createElement('phr-glossary-search');
  glossary.append(element, search);
  root.append(glossary);
  await part.load();
  const view = within(root);
  const button = await view.findByShadowRole('button', {name: word}, {timeout: 8000});
  const open = async () => {
    button.click();
    const panel = await view.findByShadowRole('dialog', {name: word}, {timeout: 4000});
    await waitUntil(() => panel.textContent.includes(theirs));
    return panel.textContent.replace(/\s+/g, ' ');
  };
  return {asked, heard, view, search, open};
}

/** Of some words, those that stand in a text, in their order there. */
const inOrder = (text: string, ...words: string[]) =>
  words.filter((one) => text.includes(one)).sort((a, b) => text.indexOf(a) - text.indexOf(b));

describe('The order of sources that a page sets', () => {
  const bundledMeans = bundled?.means ?? 'The bundled term is not there';

  afterEach(() => {
    window.fetch = realFetch;
  });

  for (const [order, both, ownAlone] of [
    [undefined, [ours, theirs], [ours, theirs]],
    ['own bundled terminology', [ours, theirs], [ours, theirs]],
    ['own terminology bundled', [ours, theirs], [ours, theirs]],
    ['bundled own terminology', [bundledMeans, theirs], [ours, theirs]],
    ['bundled terminology own', [bundledMeans, theirs], [theirs, ours]],
    ['terminology own bundled', [theirs, ours], [theirs, ours]],
    ['terminology bundled own', [theirs, bundledMeans], [theirs, ours]],
  ] as const) {
    it(`decides which meaning stands first: ${order ?? 'as usual'}`, async () => {
      const {open} = await page(order, 'ZZX');
      expect(inOrder(await open(), ours, theirs)).to.deep.equal(ownAlone);
    });

    it(`asks the server when the word is selected, and not before: ${order ?? 'as usual'}`, async () => {
      const {asked, open} = await page(order, 'ZZX');
      await aTimeout(50);
      expect(asked).to.deep.equal([]);
      await open();
      expect(asked).to.deep.equal(['1000002']);
    });

    it(`decides whose meaning it is where two have it: ${order ?? 'as usual'}`, async () => {
      // The bundled term has no code: it is asked about by that of the trust where the trust's stands.
      const isOurs = both.includes(ours as never);
      const {open, view} = await page(order, 'DOAC');
      if (isOurs) {
        expect(inOrder(await open(), ours, bundledMeans, theirs)).to.deep.equal(both);
        return;
      }
      view.getByShadowRole('button', {name: 'DOAC'}).click();
      const panel = await view.findByShadowRole('dialog', {name: 'DOAC'}, {timeout: 4000});
      expect(inOrder(panel.textContent, ours, bundledMeans)).to.deep.equal([bundledMeans]);
      expect(panel.textContent).to.contain('It is used in place of the one from Northmoor.');
    });

    it(`decides what a look-up lists first: ${order ?? 'as usual'}`, async () => {
      const {view, search} = await page(order, 'ZZX');
      const field = view.getByShadowRole<HTMLInputElement>('searchbox');
      field.value = 'ZZX';
      view.getByShadowRole('button', {name: 'Look up'}).click();
      await view.findByShadowRole('heading', {name: '2 words found'}, {timeout: 4000});
      const listed = [...(search.shadowRoot?.querySelectorAll('phr-term') ?? [])].map(
        ({textContent}) => textContent,
      );
      const isServerFirst = ownAlone[0] === theirs;
      expect(listed).to.deep.equal(
        isServerFirst ? ['ZZX of a server', 'ZZX'] : ['ZZX', 'ZZX of a server'],
      );
    });
  }

  it('puts the server before what is bundled alone, and after what is the trust’s, where it stands between them', async () => {
    const {view, search} = await page('own terminology bundled', 'ZZX');
    const field = view.getByShadowRole<HTMLInputElement>('searchbox');
    field.value = 'HbA1c';
    view.getByShadowRole('button', {name: 'Look up'}).click();
    await view.findByShadowRole('heading', {name: /words found/}, {timeout: 4000});
    const [first] = search.shadowRoot?.querySelectorAll('phr-term') ?? [];
    expect(first?.textContent).to.equal('ZZX of a server');
  });

  it('is told to the page when a word of it is none of them, and what is meant still counts', async () => {
    const {heard, open} = await page('terminolgy bundled own', 'ZZX');
    expect(inOrder(await open(), ours, theirs)).to.deep.equal([ours, theirs]);
    await waitUntil(() => heard.length > 0, 'not told', {timeout: 4000});
    expect(heard).to.deep.equal(['order: own, bundled and terminology, with spaces between them']);
  });
});
