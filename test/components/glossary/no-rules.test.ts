/** A glossary that has its terms, but not the rules that tell a term from a word of every day: it marks nothing, and is there to be asked. */
import {expect, fixture, html, waitUntil} from '@open-wc/testing';
import {ContextConsumer} from '@lit/context';
import {LitElement, html as draw} from 'lit';
import {within} from 'shadow-dom-testing-library';
import '../../../src/components/glossary/glossary.define.js';
import '../../../src/components/glossary-search/glossary-search.define.js';
import {part} from '../../../src/components/glossary/term-store.js';
import type {PhrGlossary} from '../../../src/components/glossary/glossary.js';
import {glossaryContext} from '../../../src/context/glossary-context.js';
import {term, termsOf} from '../../support/glossary-terms.js';

/** A widget as ours are, with one line of the record. */
class RuledRow extends LitElement {
  readonly #glossary = new ContextConsumer(this, {context: glossaryContext, subscribe: true});

  protected override render() {
    const scope = {about: {}, marked: new Set<string>()};
    const text = 'Known AF. Saw Dr Graves.';
    return draw`<p>${this.#glossary.value?.explain(text, scope) ?? text}</p>`;
  }
}
customElements.define('test-ruled-row', RuledRow);

const own = [
  term('af', {term: 'AF', means: 'An uneven heartbeat.'}),
  term('graves', {term: 'Graves', means: 'A gland in the neck that is too busy.'}),
];
const {load} = part;
const offline = () => Promise.reject(new TypeError('no network'));

async function page(properties: Partial<PhrGlossary> = {}) {
  const root = await fixture<HTMLElement>(html`<div></div>`);
  const glossary = document.createElement('phr-glossary');
  Object.assign(glossary, {ownTermsOnly: true, terms: own, ...properties});
  const row = new RuledRow();
  const told: string[] = [];
  glossary.addEventListener('phr-error', (event) => told.push(event.detail.message));
  glossary.append(row, document.createElement('phr-glossary-search'));
  const paragraph = document.createElement('p');
  paragraph.textContent = 'You have AF.';
  glossary.append(paragraph);
  root.append(glossary);
  await termsOf(glossary);
  const view = within(root);
  const lookUp = (word: string) => {
    view.getByShadowRole<HTMLInputElement>('searchbox').value = word;
    view.getByShadowRole('button', {name: 'Look up'}).click();
  };
  const marked = () =>
    [...(row.shadowRoot?.querySelectorAll('phr-term') ?? [])].map(({textContent}) => textContent);
  const shown = () => row.shadowRoot?.querySelector('p')?.textContent;
  return {glossary, view, lookUp, marked, shown, told};
}

const found = {name: '1 word found'};

describe('A glossary whose rules cannot be fetched', () => {
  beforeEach(() => {
    part.load = offline;
  });

  afterEach(() => {
    part.load = load;
  });

  it('marks nothing, so that no name is explained as an illness, and shows the whole text', async () => {
    const {marked, shown} = await page();

    expect(marked()).to.deep.equal([]);
    expect(shown()).to.equal('Known AF. Saw Dr Graves.');
  });

  it('still explains a word that is looked up', async () => {
    const {view, lookUp} = await page();

    lookUp('AF');

    await view.findByShadowRole('heading', found);
    view.getByShadowRole('button', {name: 'AF'}).click();
    const panel = await view.findByShadowRole('dialog', {name: 'AF'});
    expect(within(panel).getByShadowText('An uneven heartbeat.')).not.to.equal(null);
  });

  it('tells the page why nothing is marked', async () => {
    const {told} = await page();

    await waitUntil(() => told.length > 0);

    expect(told[0]).to.contain('rules not fetched');
  });

  it('marks words once a later try has them, and still no name', async () => {
    const {view, lookUp, marked} = await page();
    part.load = load;

    lookUp('AF');

    await view.findByShadowRole('heading', found);
    await waitUntil(() => marked().length > 0);
    expect(marked()).to.deep.equal(['AF']);
  });

  it('lists the words of the page’s own text once a later try has them', async () => {
    const {view, lookUp} = await page({annotate: true});
    part.load = load;

    // A try that began before, when the page had time, may still be on its way: the look-up after it is a new one.
    await waitUntil(
      () => {
        lookUp('AF');
        return view.queryByShadowText('Words explained here (1)');
      },
      'the words are listed',
      {interval: 100, timeout: 5000},
    );
  });

  it('does not try again while nobody asks', async () => {
    let tries = 0;
    part.load = () => {
      tries++;
      return offline();
    };
    const {glossary} = await page();
    const before = tries;

    glossary.requestUpdate();
    await glossary.updateComplete;

    expect(tries).to.equal(before);
    expect(before).to.be.greaterThan(0);
  });
});
