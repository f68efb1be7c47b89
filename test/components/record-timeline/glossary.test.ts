/** A timeline inside a glossary: which of its texts are explained, and which never. */
import {aTimeout, expect, fixture, html} from '@open-wc/testing';
import '../../../src/components/term/term.define.js';
import '../../../src/components/entry-detail/entry-detail.define.js';
import type {PhrEntryDetail} from '../../../src/components/entry-detail/entry-detail.js';
import type {PhrRecordTimeline} from '../../../src/components/record-timeline/record-timeline.js';
import {ContextProvider} from '@lit/context';
import {glossaryContext, type Explainer} from '../../../src/context/glossary-context.js';
import {firstMarks, withMarks} from '../../../src/glossary/marks.js';
import {Lexicon} from '../../../src/glossary/lexicon.js';
import type {TermScope} from '../../../src/context/glossary-context.js';
import {fewEntries, parveen} from '../../fixtures/entries.js';
import {entryOf, contextOf, patient} from '../../fixtures/details.js';
import {decodeDetail} from '../../../src/model/decode/detail/decode-detail.js';
import {FakeSource} from '../../support/fake-source.js';
import {deskOf, setOf, term} from '../../support/glossary-terms.js';
import {drawn, ownSettings, rowsOf, wordsOf} from './timeline-page.js';

const lexicon = new Lexicon([
  setOf(
    'Northmoor Hospitals',
    term('asthma'),
    term('AF'),
    term('SOB'),
    term('marsh', {term: 'Marsh'}),
    term('af-coded', {term: 'atrial fibrillation', snomed: ['49436004', 'Atrial fibrillation']}),
    term('pe-clot', {term: 'PE', full: 'pulmonary embolism', snomed: ['59282003', 'Clot']}),
    term('pe-exam', {term: 'PE', full: 'physical examination'}),
    term('marac', {term: 'MARAC', topic: 'safeguarding', snomed: ['2', 'A meeting']}),
  ),
]);

/** What a glossary gives, and every scope that it was asked in. */
function explainerOf(scopes: TermScope[] = []): Explainer {
  return {
    explain(text, scope) {
      scopes.push(scope);
      return withMarks(
        text,
        firstMarks(lexicon.find(text, scope.about), scope.marked),
        scope.about,
      );
    },
    meaningsOf: (word, about) => lexicon.meaningsOf(word, about),
    asks: false,
    desk: () => Promise.resolve(deskOf(lexicon)),
    lang: () => 'en',
    dir: () => 'ltr',
  };
}

const [first] = fewEntries;
if (!first) throw new Error('No entry');
const entries = [
  {
    ...first,
    reference: 'Condition/words',
    title: 'Asthma and AF',
    searchText: 'asthma and af sob, af. later af again.',
    place: 'Marsh Surgery',
    parts: [],
    points: [{type: 'text' as const, text: 'SOB, AF. Later AF again.'}],
  },
];

/** A timeline with one entry inside something that gives an explainer. */
async function inGlossary(properties: Partial<PhrRecordTimeline> = {}) {
  const box = await fixture<HTMLElement>(html`<div></div>`);
  const provider = new ContextProvider(box, {context: glossaryContext});
  const timeline = document.createElement('phr-record-timeline');
  const source = new FakeSource({entries});
  Object.assign(timeline, {person: parveen, settings: ownSettings, source, ...properties});
  box.append(timeline);
  await drawn(timeline);
  const give = async (explainer: Explainer | undefined) => {
    provider.setValue(explainer);
    await aTimeout(0);
    await timeline.updateComplete;
  };
  return {timeline, give};
}

const termsIn = (root: ParentNode | null | undefined) =>
  [...(root?.querySelectorAll('phr-term') ?? [])].map(({textContent}) => textContent);

describe('A timeline inside a glossary', () => {
  it('shows its rows without waiting for the words, and marks them when they come', async () => {
    const {timeline, give} = await inGlossary();
    expect(rowsOf(timeline)).to.have.length(1);
    const before = wordsOf(timeline);
    expect(termsIn(timeline.shadowRoot)).to.deep.equal([]);
    await give(explainerOf());
    expect(termsIn(timeline.shadowRoot)).to.deep.equal(['SOB', 'AF']);
    expect(wordsOf(timeline)).to.equal(before);
  });

  it('explains no heading, no button and no name of a place', async () => {
    const {timeline, give} = await inGlossary();
    await give(explainerOf());
    const marked = [...(timeline.shadowRoot?.querySelectorAll('phr-term') ?? [])];
    expect(
      marked.every((one) => one.closest('h1,h2,h3,h4,h5,h6,button,a,.source') === null),
    ).to.equal(true);
    expect(marked.map(({textContent}) => textContent)).not.to.include('Marsh');
  });

  it('tells the glossary the kind of the entry and its reference', async () => {
    const scopes: TermScope[] = [];
    const {give} = await inGlossary();
    await give(explainerOf(scopes));
    expect(scopes[0]?.about).to.deep.equal({kind: first.kind, reference: 'Condition/words'});
  });

  it('puts first what the code of a row names, in a word of it that may mean several things', async () => {
    const points = Object.assign([{type: 'text' as const, text: 'No further PE.'}], {
      codes: ['59282003'],
    });
    const [entry] = entries;
    const source = new FakeSource({entries: [{...entry, points} as (typeof fewEntries)[0]]});
    const {timeline, give} = await inGlossary({source});
    await give(explainerOf());
    const [word] = timeline.shadowRoot?.querySelectorAll('phr-term') ?? [];
    expect(word?.meanings?.map(({term: {id}, first: why}) => [id, why])).to.deep.equal([
      ['pe-clot', 'code'],
      ['pe-exam', undefined],
    ]);
  });

  it('puts first what the code of a row is called, where no code of the glossary tells', async () => {
    const points = Object.assign([{type: 'text' as const, text: 'No further PE.'}], {
      codes: ['1'],
      names: ['physical examination'],
    });
    const [entry] = entries;
    const source = new FakeSource({entries: [{...entry, points} as (typeof fewEntries)[0]]});
    const {timeline, give} = await inGlossary({source});
    await give(explainerOf());
    const [word] = timeline.shadowRoot?.querySelectorAll('phr-term') ?? [];
    expect(word?.meanings?.map(({term: {id}, first: why}) => [id, why])).to.deep.equal([
      ['pe-exam', 'code'],
      ['pe-clot', undefined],
    ]);
  });

  it('explains of a sentence of ours only the words of the record in it', async () => {
    const [entry] = entries;
    const lines = {
      points: [{type: 'words' as const, key: 'whatFor' as const, values: {text: 'AF, what else'}}],
    };
    const source = new FakeSource({entries: [{...entry, ...lines} as (typeof fewEntries)[0]]});
    const {timeline, give} = await inGlossary({source});
    const scopes: string[] = [];
    const explainer = explainerOf();
    await give({
      ...explainer,
      explain(text, scope) {
        scopes.push(text);
        return explainer.explain(text, scope);
      },
    });
    expect(scopes).to.deep.equal(['AF, what else']);
    expect(timeline.shadowRoot?.querySelector('.point')?.textContent).to.contain(
      'What it is for: AF, what else.',
    );
    expect(termsIn(timeline.shadowRoot)).to.deep.equal(['AF']);
  });

  it('explains nothing in an entry that is covered', async () => {
    const scopes: TermScope[] = [];
    const {timeline, give} = await inGlossary({cover: 'all'});
    await give(explainerOf(scopes));
    expect(termsIn(timeline.shadowRoot)).to.deep.equal([]);
    expect(scopes).to.deep.equal([]);
  });

  it('shows what is searched for, and explains nothing meanwhile', async () => {
    const {timeline, give} = await inGlossary();
    await give(explainerOf());
    timeline.filter = {search: 'later'};
    await drawn(timeline);
    expect(timeline.shadowRoot?.querySelector('.point mark')?.textContent).to.equal('Later');
    expect(termsIn(timeline.shadowRoot)).to.deep.equal([]);
  });

  it('is plain text again when words are no longer explained', async () => {
    const {timeline, give} = await inGlossary();
    await give(explainerOf());
    await give({...explainerOf(), explain: (text) => text});
    expect(termsIn(timeline.shadowRoot)).to.deep.equal([]);
    expect(wordsOf(timeline)).to.contain('SOB, AF. Later AF again.');
  });
});

/** An opened entry of a condition, inside something that gives an explainer. */
async function openedEntry(
  condition: Record<string, unknown>,
  rest: Partial<PhrEntryDetail> = {},
  explainer: Explainer = explainerOf(),
) {
  const resource = {
    resourceType: 'Condition',
    id: 'c',
    subject: patient,
    recordedDate: '2026-08-06',
    ...condition,
  };
  const {text} = condition['code'] as {text: string};
  const entry = entryOf(resource, {title: text});
  const detail = decodeDetail(resource, contextOf(), entry);
  const source = {
    ...new FakeSource(),
    detail: () => Promise.resolve({value: detail, asOf: 0}),
  };
  const box = await fixture<HTMLElement>(html`<div></div>`);
  const element = document.createElement('phr-entry-detail');
  Object.assign(element, {entry, source, explainer, ...rest});
  box.append(element);
  await aTimeout(0);
  await element.updateComplete;
  await element.updateComplete;
  return element;
}

const coded = (code: string, text: string) => ({
  text,
  coding: [{system: 'http://snomed.info/sct', code, display: text}],
});

describe('An opened entry inside a glossary', () => {
  it('explains notes, each word once, and no name of who wrote them', async () => {
    const element = await openedEntry({
      code: {text: 'AF'},
      note: [
        {text: 'Known AF, SOB on stairs.', authorString: 'Dr Helen Marsh'},
        {text: 'AF stable.', authorString: 'Dr Helen Marsh'},
      ],
    });
    expect(termsIn(element.shadowRoot)).to.deep.equal(['AF', 'SOB']);
    expect(element.shadowRoot?.textContent).to.contain('Dr Helen Marsh');
  });

  it('explains what it is called by its code, also where no word of the name is known', async () => {
    const element = await openedEntry({code: coded('49436004', 'Irregular pulse, known')});
    const [word] = element.shadowRoot?.querySelectorAll('phr-term') ?? [];
    expect(word?.textContent).to.equal('Irregular pulse, known');
    expect(word?.meanings?.map((one) => one.term.id)).to.deep.equal(['af-coded']);
    expect(element.shadowRoot?.textContent).to.contain('What this entry is called:');
  });

  it('does not explain what it is called where the code says nothing', async () => {
    const element = await openedEntry({code: coded('1', 'Irregular pulse, known')});
    expect(element.shadowRoot?.textContent).not.to.contain('What this entry is called:');
  });

  it('points at no name of safeguarding, whether its code or its words say so', async () => {
    for (const code of [coded('2', 'A meeting'), coded('49436004', 'AF, seen at MARAC')]) {
      const element = await openedEntry({code});
      expect(termsIn(element.shadowRoot)).to.deep.equal([]);
    }
  });

  it('puts first what its own code names, in a word of a note that may mean several things', async () => {
    const element = await openedEntry({
      code: coded('59282003', 'Clot on the lung'),
      note: [{text: 'No further PE.'}],
    });
    const words = [...(element.shadowRoot?.querySelectorAll('phr-term') ?? [])];
    const pe = words.find(({textContent}) => textContent === 'PE');
    expect(pe?.meanings?.map(({term, first}) => [term.id, first])).to.deep.equal([
      ['pe-clot', 'code'],
      ['pe-exam', undefined],
    ]);
  });

  it('lets nothing of it be asked elsewhere where entries may be covered', async () => {
    const asks = {...explainerOf(), asks: true};
    const open = await openedEntry({code: coded('1', 'Irregular pulse')}, {}, asks);
    const covered = await openedEntry(
      {code: coded('1', 'Irregular pulse'), note: [{text: 'SOB'}]},
      {covers: () => false},
      asks,
    );
    expect(termsIn(open.shadowRoot)).to.deep.equal(['Irregular pulse']);
    const [word, ...others] = covered.shadowRoot?.querySelectorAll('phr-term') ?? [];
    expect(others).to.deep.equal([]);
    expect([word?.textContent, word?.about.isPrivate]).to.deep.equal(['SOB', true]);
  });
});
