import {aTimeout, expect, fixture, html, waitUntil} from '@open-wc/testing';
import {ContextProvider} from '@lit/context';
import {render} from 'lit';
import {within} from 'shadow-dom-testing-library';
import '../../../src/components/glossary-search/glossary-search.define.js';
import type {PhrGlossarySearch} from '../../../src/components/glossary-search/glossary-search.js';
import type {Explainer} from '../../../src/context/glossary-context.js';
import {recordContext, type RecordSource} from '../../../src/context/record-context.js';
import {Lexicon} from '../../../src/glossary/lexicon.js';
import {deskOf, setOf, term} from '../../support/glossary-terms.js';

const lexicon = new Lexicon([
  setOf(
    'Northmoor Hospitals',
    term('af', {term: 'atrial fibrillation', forms: ['AF'], means: 'An uneven heartbeat.'}),
    term('marac', {term: 'MARAC', topic: 'safeguarding', means: 'A meeting.', kind: 'record'}),
  ),
]);
const explainer: Explainer = {
  explain: (text) => text,
  meaningsOf: (word, about) => lexicon.meaningsOf(word, about),
  asks: false,
  desk: () => Promise.resolve(deskOf(lexicon)),
  lang: () => 'en',
  dir: () => 'ltr',
};

const sourceOf = () => ({}) as RecordSource;

/** The element, and what a person can find in it. */
async function search(given: Explainer | undefined = explainer) {
  const root = await fixture<HTMLElement>(
    html`<div><phr-glossary-search .explainer=${given}></phr-glossary-search></div>`,
  );
  const element = root.querySelector<PhrGlossarySearch>('phr-glossary-search');
  if (!element) throw new Error('No search');
  await element.updateComplete;
  const view = within(root);
  const field = view.getByShadowRole<HTMLInputElement>('searchbox', {name: 'Look up a word'});
  const ask = async (words: string) => {
    field.value = words;
    view.getByShadowRole('button', {name: 'Look up'}).click();
    if (words.trim() !== '') await view.findByShadowRole('heading');
    await element.updateComplete;
  };
  return {root, element, view, field, ask};
}

describe('Look up a word', () => {
  it('finds a word by its shorthand, and moves focus to how many were found', async () => {
    const {view, element, ask} = await search();
    await ask('AF');
    const heading = view.getByShadowRole('heading', {name: '1 word found'});
    expect(element.shadowRoot?.activeElement).to.equal(heading);
    expect(view.getByShadowRole('button', {name: 'AF'})).to.be.instanceOf(HTMLElement);
  });

  it('finds a word with a slip of spelling', async () => {
    const {view, ask} = await search();
    await ask('atrial fibrilation');
    expect(view.getByShadowRole('button', {name: 'atrial fibrillation'})).not.to.equal(null);
  });

  it('finds a word that is never marked in a text', async () => {
    const {view, ask} = await search();
    await ask('marac');
    view.getByShadowRole('button', {name: 'MARAC'}).click();
    expect((await view.findByShadowRole('dialog', {name: 'MARAC'})).textContent).to.contain(
      'A meeting.',
    );
    expect(lexicon.find('Referred to MARAC')).to.deep.equal([]);
  });

  it('says what to do when there is no such word', async () => {
    const {view, root, ask} = await search();
    await ask('<b>xyzzy</b>');
    expect(
      view.getByShadowRole('heading', {name: 'We could not find ‘<b>xyzzy</b>’'}),
    ).not.to.equal(null);
    expect(view.getByShadowText(/Check the spelling/)).not.to.equal(null);
    expect(
      root.querySelector('phr-glossary-search')?.shadowRoot?.querySelector('section b'),
    ).to.equal(null);
  });

  it('says so when there is no glossary, and looks again when there is', async () => {
    const {view, element, ask} = await search(undefined);
    element.explainer = undefined as unknown as Explainer;
    await ask('AF');
    expect(
      view.getByShadowRole('heading', {
        name: 'We cannot explain words at the moment. Try again later.',
      }),
    ).not.to.equal(null);
    element.explainer = explainer;
    expect(await view.findByShadowRole('heading', {name: '1 word found'})).not.to.equal(null);
  });

  it('looks for nothing when nothing is typed, and keeps focus in the field', async () => {
    const {view, element, field, ask} = await search();
    await ask('   ');
    expect(view.queryByShadowRole('heading')).to.equal(null);
    expect(element.shadowRoot?.activeElement).to.equal(field);
  });

  it('says that there are more words than it shows', async () => {
    const many = new Lexicon([
      setOf('Northmoor Hospitals', ...Array.from({length: 12}, (_, at) => term(`rash ${at}`))),
    ]);
    const {view, ask} = await search({...explainer, desk: () => Promise.resolve(deskOf(many))});
    await ask('rash');
    expect(view.getByShadowRole('heading', {name: 'The nearest 10 words'})).not.to.equal(null);
    expect(view.getAllByShadowRole('listitem')).to.have.length(10);
  });

  it('answers what was asked last, though the answer to what was asked before comes later', async () => {
    const desk = deskOf(lexicon);
    const late: (() => void)[] = [];
    const {view, field, element} = await search({
      ...explainer,
      desk: () =>
        Promise.resolve({
          ...desk,
          lookUp: async (words: string, limit?: number) => {
            if (words === 'MARAC') await new Promise<void>((resolve) => late.push(resolve));
            return desk.lookUp(words, limit);
          },
        }),
    });
    const ask = (words: string) => {
      field.value = words;
      view.getByShadowRole('button', {name: 'Look up'}).click();
    };
    ask('MARAC');
    await waitUntil(() => late.length === 1);
    ask('AF');
    await view.findByShadowRole('button', {name: 'AF'});

    late.forEach((come) => {
      come();
    });
    await aTimeout(0);
    await element.updateComplete;

    expect(view.queryByShadowRole('button', {name: 'MARAC'})).to.equal(null);
    expect(view.queryByShadowRole('button', {name: 'AF'})).not.to.equal(null);
  });

  it('forgets what one person looked up when the record of another is shown', async () => {
    const root = await fixture<HTMLElement>(html`<div></div>`);
    const provider = new ContextProvider(root, {context: recordContext, initialValue: sourceOf()});
    render(html`<phr-glossary-search .explainer=${explainer}></phr-glossary-search>`, root);
    const element = root.querySelector('phr-glossary-search') as PhrGlossarySearch;
    await element.updateComplete;
    const view = within(root);
    const field = view.getByShadowRole<HTMLInputElement>('searchbox');
    field.value = 'AF';
    view.getByShadowRole('button', {name: 'Look up'}).click();
    await view.findByShadowRole('heading');

    provider.setValue(sourceOf());
    await element.updateComplete;

    expect([field.value, view.queryByShadowRole('heading')]).to.deep.equal(['', null]);
  });

  it('puts what was looked up in no event, title, address or storage', async () => {
    const {ask, root} = await search();
    const heard: string[] = [];
    const before = [
      document.title,
      location.href,
      JSON.stringify({...localStorage, ...sessionStorage}),
    ];
    const listen = (event: Event) => {
      if (event instanceof CustomEvent) heard.push(event.type);
    };
    for (const type of ['phr-question', 'phr-term-report', 'phr-error', 'phr-status'])
      document.addEventListener(type, listen, {once: true});
    await ask('MARAC');
    within(root).getByShadowRole('button', {name: 'MARAC'}).click();
    expect(heard).to.deep.equal([]);
    expect([
      document.title,
      location.href,
      JSON.stringify({...localStorage, ...sessionStorage}),
    ]).to.eql(before);
    expect(root.querySelector('[name]')).to.equal(null);
  });
});
