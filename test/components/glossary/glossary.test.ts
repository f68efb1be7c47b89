import {aTimeout, expect, fixture, html, waitUntil} from '@open-wc/testing';
import {LitElement, html as draw, render} from 'lit';
import {ContextConsumer} from '@lit/context';
import {within} from 'shadow-dom-testing-library';
import '../../../src/components/glossary/glossary.define.js';
import '../../../src/components/glossary-search/glossary-search.define.js';
import '../../../src/components/provider/provider.define.js';
import type {PhrGlossary} from '../../../src/components/glossary/glossary.js';
import {glossaryContext} from '../../../src/context/glossary-context.js';
import type {RecordSource} from '../../../src/context/record-context.js';
import type {GlossaryTerm} from '../../../src/model/glossary.js';
import {term, termsOf} from '../../support/glossary-terms.js';

const own: readonly GlossaryTerm[] = [
  term('af', {term: 'AF', full: 'atrial fibrillation', means: 'An uneven heartbeat.'}),
  term('sob', {term: 'SOB', full: 'shortness of breath', means: 'Being short of breath.'}),
  term('marac', {term: 'MARAC', topic: 'safeguarding', means: 'A meeting.', kind: 'record'}),
];

/** A widget as ours are: it passes a text of the record through the glossary around it. */
class TestEntry extends LitElement {
  static override properties = {text: {}};
  text = '';
  readonly #glossary = new ContextConsumer(this, {context: glossaryContext, subscribe: true});

  protected override render() {
    const scope = {about: {reference: 'Condition/1'}, marked: new Set<string>()};
    return draw`<p>${this.#glossary.value?.explain(this.text, scope) ?? this.text}</p>`;
  }
}
customElements.define('test-entry', TestEntry);

interface Setting extends Partial<PhrGlossary> {
  readonly content?: unknown;
}

/** A glossary of the host's own three terms around something, once its terms are there. */
async function around(content: unknown, properties: Setting = {}) {
  const root = await fixture<HTMLElement>(html`<div></div>`);
  const glossary = document.createElement('phr-glossary');
  // All of it before it is on the page: it gathers its terms once.
  Object.assign(glossary, {
    ownTermsOnly: true,
    terms: own,
    reviewer: 'Northmoor Hospitals',
    ...properties,
  });
  render(content, glossary);
  root.append(glossary);
  await ready(glossary);
  return {root, glossary, view: within(root)};
}

/** Terms, and what is drawn with them. */
async function ready(glossary: PhrGlossary) {
  await termsOf(glossary);
  await aTimeout(0);
}

const entry = (text: string) => html`<test-entry .text=${text}></test-entry>`;
const marked = (root: HTMLElement) =>
  within(root)
    .queryAllByShadowRole('button')
    .filter((button) => button.classList.contains('word'))
    .map((button) => (button.getRootNode() as ShadowRoot).host.textContent);
const panel = (root: HTMLElement) => within(root).findByShadowRole('dialog');
const open = async (root: HTMLElement, name: string) => {
  within(root).getByShadowRole('button', {name}).click();
  await aTimeout(0);
  return panel(root);
};
const sourceOf = () => ({}) as RecordSource;

describe('A glossary around our widgets', () => {
  it('marks each word once in an entry', async () => {
    const {root} = await around(entry('AF and SOB. AF again.'));
    expect(marked(root)).to.deep.equal(['AF', 'SOB']);
  });

  it('marks each time when the page asks for it', async () => {
    const {root} = await around(entry('AF and SOB. AF again.'), {every: true});
    expect(marked(root)).to.deep.equal(['AF', 'SOB', 'AF']);
  });

  it('draws the text first and marks it when the terms have come', async () => {
    const root = await fixture<HTMLElement>(
      html`<phr-glossary own-terms-only .terms=${own}>${entry('AF')}</phr-glossary>`,
    );
    const shown = () =>
      root.querySelector('test-entry')?.shadowRoot?.querySelector('p')?.textContent;
    expect(shown()).to.equal('AF');
    expect(marked(root)).to.deep.equal([]);
    await ready(root as PhrGlossary);
    expect(shown()).to.equal('AF');
    expect(marked(root)).to.deep.equal(['AF']);
  });

  it('never marks a word of safeguarding', async () => {
    const {root} = await around(entry('Discussed at MARAC. AF.'));
    expect(marked(root)).to.deep.equal(['AF']);
  });

  it('says whose meaning it is, and that they have not checked it', async () => {
    const {root} = await around(entry('AF'));
    const text = (await open(root, 'AF')).textContent.replace(/\s+/g, ' ');
    expect(text).to.contain('Northmoor Hospitals has not checked this meaning.');
    expect(text).to.contain('Explained by Northmoor Hospitals.');
  });

  it('takes the host’s review term by term', async () => {
    const {root} = await around(entry('AF and SOB'), {
      reviewed: [{id: 'af', on: '2026-10-03', by: 'Dr A Example'}],
    });
    expect((await open(root, 'AF')).textContent).to.contain('by Dr A Example.');
    expect((await open(root, 'SOB')).textContent).to.contain('Not yet clinically reviewed.');
  });

  it('takes new terms while a person reads', async () => {
    const {root, glossary} = await around(entry('AF and SOB'));
    glossary.terms = [own[1]];
    await waitUntil(() => marked(root).length === 1);
    expect(marked(root)).to.deep.equal(['SOB']);
  });

  it('leaves bad terms out and tells the page which, without what stands in them', async () => {
    const heard: CustomEvent<{message: string}>[] = [];
    const root = await fixture<HTMLElement>(html`<div></div>`);
    root.addEventListener('phr-error', (event) => heard.push(event as never));
    const glossary = document.createElement('phr-glossary');
    glossary.ownTermsOnly = true;
    glossary.terms = [own[0], {id: 'x', term: 'Private words'}];
    render(entry('AF'), glossary);
    root.append(glossary);
    await waitUntil(() => heard.length > 0);
    expect(heard[0]?.detail.message).to.contain('term 1: means');
    expect(heard[0]?.detail.message).not.to.contain('Private words');
  });

  it('keeps two glossaries on a page apart', async () => {
    const first = await around(entry('AF and SOB'));
    const second = await around(entry('AF and SOB'), {terms: [own[1]]});
    expect(marked(second.root)).to.deep.equal(['SOB']);
    first.glossary.off = true;
    await first.glossary.updateComplete;
    await aTimeout(0);
    expect(marked(second.root)).to.deep.equal(['SOB']);
  });
});

describe('Switching words off', () => {
  afterEach(() => localStorage.clear());

  it('takes every mark away and leaves the text, and brings them back', async () => {
    const {root, view} = await around(entry('AF and SOB'));
    view.getByShadowRole('button', {name: 'Stop underlining words'}).click();
    await waitUntil(() => marked(root).length === 0);
    expect(root.querySelector('test-entry')?.shadowRoot?.textContent).to.contain('AF and SOB');
    view.getByShadowRole('button', {name: 'Underline words that can be explained'}).click();
    await waitUntil(() => marked(root).length === 2);
  });

  it('is not remembered unless the page allows it', async () => {
    const {view} = await around(entry('AF'));
    view.getByShadowRole('button', {name: 'Stop underlining words'}).click();
    expect(localStorage.length).to.equal(0);
  });

  it('is remembered where the page allows it, and nothing else is', async () => {
    const {view, glossary, root} = await around(entry('AF'), {remember: true});
    const dialog = await open(root, 'AF');
    within(dialog).getByRole('button', {name: 'Close'}).click();
    await aTimeout(0);
    view.getByShadowRole('button', {name: 'Stop underlining words'}).click();
    expect({...localStorage}).to.deep.equal({'phr-glossary': 'off'});
    glossary.remove();
    const again = document.createElement('phr-glossary');
    again.remember = true;
    root.append(again);
    expect(again.off).to.equal(true);
  });

  it('is remembered the other way too, where the page begins with words switched off', async () => {
    const {view, glossary, root} = await around(entry('AF'), {remember: true, off: true});
    view.getByShadowRole('button', {name: 'Underline words that can be explained'}).click();
    glossary.remove();
    const again = document.createElement('phr-glossary');
    Object.assign(again, {remember: true, off: true});
    root.append(again);
    expect(again.off).to.equal(false);
  });

  it('is not offered in a panel while they are off', async () => {
    const {view, root, glossary} = await around(html`<phr-glossary-search></phr-glossary-search>`, {
      off: true,
    });
    view.getByShadowRole<HTMLInputElement>('searchbox').value = 'AF';
    view.getByShadowRole('button', {name: 'Look up'}).click();
    (await view.findByShadowRole('button', {name: 'AF'})).click();
    const dialog = await panel(root);
    expect(within(dialog).queryByRole('button', {name: 'Stop underlining words'})).to.equal(null);
    (await glossary.desk()).stop(false);
    expect(glossary.off).to.equal(true);
  });
});

describe('Questions to ask', () => {
  const ask = async (root: HTMLElement, word: string) => {
    const dialog = await open(root, word);
    within(dialog).getByRole('button', {name: 'Add to questions to ask'}).click();
    await aTimeout(0);
  };
  const listed = (root: HTMLElement) =>
    within(root)
      .queryAllByShadowText(/^What does ‘/)
      .map((item) => item.textContent);

  it('tells the page the word and its entry, and lists it once, in however many entries it stands', async () => {
    const {root, glossary} = await around(html`${entry('AF and SOB')}${entry('AF')}`);
    const heard: unknown[] = [];
    glossary.addEventListener('phr-question', (event) =>
      heard.push({detail: event.detail, cancelable: event.cancelable}),
    );
    for (const button of within(root).getAllByShadowRole('button', {name: 'AF'})) {
      button.click();
      within(await panel(root))
        .getByRole('button', {name: 'Add to questions to ask'})
        .click();
      button.click();
      await waitUntil(() => !within(root).queryByShadowRole('dialog'));
    }
    expect(heard).to.have.length(2);
    expect(heard[0]).to.deep.equal({
      detail: {term: 'AF', reference: 'Condition/1'},
      cancelable: true,
    });
    expect(glossary.questions).to.deep.equal([{term: 'AF', reference: 'Condition/1'}]);
    expect(listed(root)).to.deep.equal(['What does ‘AF’ mean?']);
  });

  it('leaves the question to a page that keeps it itself', async () => {
    const {root, glossary} = await around(entry('AF'));
    glossary.addEventListener('phr-question', (event) => event.preventDefault());
    await ask(root, 'AF');
    expect(listed(root)).to.deep.equal([]);
  });

  it('can be removed', async () => {
    const {root, view, glossary} = await around(entry('AF'));
    await ask(root, 'AF');
    const list = glossary.shadowRoot?.querySelector<HTMLDetailsElement>('details');
    if (list) list.open = true;
    view.getByShadowRole('button', {name: 'Remove ‘AF’'}).click();
    await glossary.updateComplete;
    expect(listed(root)).to.deep.equal([]);
  });

  it('say which one was removed, and leave the focus at the next, or above them where none is left', async () => {
    const {root, view, glossary} = await around(entry('AF and SOB'));
    await ask(root, 'AF');
    await ask(root, 'SOB');
    const list = glossary.shadowRoot?.querySelector<HTMLDetailsElement>('details');
    if (list) list.open = true;
    const said = () =>
      view
        .getAllByShadowRole('status')
        .map((one) => one.textContent.trim())
        .join('');
    const remove = async (word: string) => {
      const button = view.getByShadowRole('button', {name: `Remove ‘${word}’`});
      button.focus();
      button.click();
      await glossary.updateComplete;
      await aTimeout(0);
      return [said(), glossary.shadowRoot?.activeElement?.textContent?.trim()];
    };

    const first = await remove('AF');
    const last = await remove('SOB');

    expect([first, last]).to.deep.equal([
      ['‘AF’ is removed from the questions to ask.', 'Remove ‘SOB’'],
      ['‘SOB’ is removed from the questions to ask.', 'Stop underlining words'],
    ]);
  });

  it('are not kept around a provider, where nobody says that it is another person’s record', async () => {
    const {root, glossary} = await around(html`<phr-provider></phr-provider>${entry('AF')}`);
    const heard: string[] = [];
    glossary.addEventListener('phr-error', (event) =>
      heard.push((event as CustomEvent<{code: string}>).detail.code),
    );
    await ask(root, 'AF');
    expect(glossary.questions).to.deep.equal([]);
    expect(heard).to.deep.equal(['outside-provider']);
    expect((await panel(root)).textContent).to.contain('Call the GP surgery or hospital team.');
  });

  it('go when the provider around them turns to another person', async () => {
    const patients = ['1', '2'].map((id) => ({resourceType: 'Patient', id}));
    const root = await fixture<HTMLElement>(html`<div></div>`);
    const provider = document.createElement('phr-provider');
    Object.assign(provider, {resources: [patients[0]], patient: '1'});
    const glossary = document.createElement('phr-glossary');
    Object.assign(glossary, {ownTermsOnly: true, terms: own});
    render(entry('AF'), glossary);
    provider.append(glossary);
    root.append(provider);
    await ready(glossary);
    await waitUntil(() => glossary.source, 'the record has come');
    await ask(root, 'AF');
    const before = glossary.questions.length;

    Object.assign(provider, {resources: [patients[1]], patient: '2'});
    await waitUntil(() => glossary.questions.length === 0, 'the questions have gone');

    expect(before).to.equal(1);
    expect(listed(root)).to.deep.equal([]);
  });

  it('can be saved as a text file by the person', async () => {
    const {root, view, glossary} = await around(entry('AF'));
    await ask(root, 'AF');
    const list = glossary.shadowRoot?.querySelector<HTMLDetailsElement>('details');
    if (list) list.open = true;
    const {createObjectURL} = URL;
    const {click} = HTMLAnchorElement.prototype;
    const saved: Blob[] = [];
    const names: string[] = [];
    try {
      URL.createObjectURL = (blob) => {
        saved.push(blob as Blob);
        return 'blob:nothing';
      };
      HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
        names.push(this.download);
      };
      view.getByShadowRole('button', {name: 'Save the list as a text file'}).click();
    } finally {
      URL.createObjectURL = createObjectURL;
      HTMLAnchorElement.prototype.click = click;
    }
    expect(names).to.deep.equal(['Questions to ask.txt']);
    expect(await saved[0]?.text()).to.contain('What does ‘AF’ mean?');
  });

  it('go when the page shows another person’s record', async () => {
    const {root, glossary} = await around(entry('AF'), {source: sourceOf()});
    await ask(root, 'AF');
    glossary.source = sourceOf();
    await glossary.updateComplete;
    expect(listed(root)).to.deep.equal([]);
    expect(glossary.questions).to.deep.equal([]);
  });

  it('tells the page which meaning looks wrong, and no text of the record', async () => {
    const {root, glossary} = await around(entry('Known AF since March'));
    const heard: unknown[] = [];
    glossary.addEventListener('phr-term-report', (event) => heard.push(event.detail));
    const dialog = await open(root, 'AF');
    within(dialog).getByRole('button', {name: 'This does not look right'}).click();
    expect(heard).to.deep.equal([{term: 'AF', meanings: ['af'], sources: ['Northmoor Hospitals']}]);
  });
});

describe('Reading in private', () => {
  it('leaves what was opened in no event, title, address or storage', async () => {
    const {root} = await around(entry('AF and SOB'), {remember: true});
    const state = () =>
      [document.title, location.href, JSON.stringify({...localStorage, ...sessionStorage})].join();
    const before = state();
    const heard: string[] = [];
    const {dispatchEvent} = EventTarget.prototype;
    try {
      EventTarget.prototype.dispatchEvent = function (event: Event) {
        if (event.type.startsWith('phr-')) heard.push(event.type);
        return dispatchEvent.call(this, event);
      };
      await open(root, 'AF');
      await open(root, 'SOB');
    } finally {
      EventTarget.prototype.dispatchEvent = dispatchEvent;
    }
    expect(heard).to.deep.equal([]);
    expect(state()).to.equal(before);
  });
});
