/** A link in a panel, in a page as a trust writes it: who opens the page of somebody else. */
import {expect, fixture, html} from '@open-wc/testing';
import {render} from 'lit';
import {within} from 'shadow-dom-testing-library';
import '../../../src/components/glossary/glossary.define.js';
import '../../../src/components/provider/provider.define.js';
import type {PhrGlossary} from '../../../src/components/glossary/glossary.js';
import type {PhrProvider} from '../../../src/components/provider/provider.js';
import {term, termsOf} from '../../support/glossary-terms.js';

const address = 'https://www.nhs.uk/conditions/atrial-fibrillation/';
const own = [term('af', {term: 'AF', source: {name: 'the NHS website', url: address}})];
const page = globalThis as {nhsapp?: unknown};

type Opener = (url: string) => void;

/** Presses the link in the panel of a word inside a provider and a glossary. Gives back what the link says, and what the browser does. */
async function press(provider: {openExternal?: Opener}, glossary: {openExternal?: Opener} = {}) {
  const root = await fixture<HTMLElement>(html`<div></div>`);
  const outer: PhrProvider = document.createElement('phr-provider');
  Object.assign(outer, {resources: [], patient: 'a', ...provider});
  const inner: PhrGlossary = document.createElement('phr-glossary');
  Object.assign(inner, {ownTermsOnly: true, terms: own, ...glossary});
  render(html`<p>Known <phr-term>AF</phr-term>.</p>`, inner);
  outer.append(inner);
  root.append(outer);
  await termsOf(inner);
  (await within(root).findByShadowRole('button', {name: 'AF'})).click();
  const link = within(await within(root).findByShadowRole('dialog')).getByRole('link');
  let isLeft = true;
  root.addEventListener('click', (event) => {
    isLeft = !event.defaultPrevented;
    // No tab of a page of somebody else in a test.
    event.preventDefault();
  });
  link.click();
  return {says: link.textContent, isLeft};
}

describe('A link in the panel of a word', () => {
  afterEach(() => {
    delete page.nhsapp;
  });

  it('is opened by the app around the page, where the provider was told how', async () => {
    const opened: string[] = [];
    const {says, isLeft} = await press({openExternal: (url) => opened.push(url)});
    expect(opened).to.deep.equal([address]);
    expect(isLeft).to.equal(false);
    expect(says).to.equal('More about this on the NHS website');
  });

  it('is opened by the NHS App inside it, without a word from the page', async () => {
    const opened: string[] = [];
    page.nhsapp = {
      tools: {isOpenInNHSApp: () => true},
      navigation: {openBrowserOverlay: (url: string) => opened.push(url)},
    };
    const {isLeft} = await press({});
    expect(opened).to.deep.equal([address]);
    expect(isLeft).to.equal(false);
  });

  it('is opened as the page says, also inside the NHS App', async () => {
    const opened: string[] = [];
    page.nhsapp = {
      tools: {isOpenInNHSApp: () => true},
      navigation: {openBrowserOverlay: () => opened.push('by the app')},
    };
    await press({openExternal: () => opened.push('by the page')});
    expect(opened).to.deep.equal(['by the page']);
  });

  it('is opened as the glossary says, where it has a way of its own', async () => {
    const opened: string[] = [];
    await press(
      {openExternal: () => opened.push('provider')},
      {openExternal: () => opened.push('glossary')},
    );
    expect(opened).to.deep.equal(['glossary']);
  });

  it('is left to the browser, in a new tab, where nobody else opens it', async () => {
    const {says, isLeft} = await press({});
    expect(isLeft).to.equal(true);
    expect(says).to.equal('More about this on the NHS website (opens in a new tab)');
  });
});
