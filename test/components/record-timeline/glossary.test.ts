/** A timeline inside a glossary: which of its texts are explained, and which never. */
import {aTimeout, expect, fixture, html} from '@open-wc/testing';
import '../../../src/components/term/term.define.js';
import '../../../src/components/entry-detail/entry-detail.define.js';
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

describe('An opened entry inside a glossary', () => {
  it('explains notes, each word once, and no name of who wrote them', async () => {
    const resource = {
      resourceType: 'Condition',
      id: 'c',
      subject: patient,
      code: {text: 'AF'},
      recordedDate: '2026-08-06',
      note: [
        {text: 'Known AF, SOB on stairs.', authorString: 'Dr Helen Marsh'},
        {text: 'AF stable.', authorString: 'Dr Helen Marsh'},
      ],
    };
    const entry = entryOf(resource, {title: 'AF'});
    const detail = decodeDetail(resource, contextOf(), entry);
    const source = {
      ...new FakeSource(),
      detail: () => Promise.resolve({value: detail, asOf: 0}),
    };
    const box = await fixture<HTMLElement>(
      html`<div>
        <phr-entry-detail
          .entry=${entry}
          .source=${source}
          .explainer=${explainerOf()}
        ></phr-entry-detail>
      </div>`,
    );
    await aTimeout(0);
    const element = box.querySelector('phr-entry-detail');
    await element?.updateComplete;
    expect(termsIn(element?.shadowRoot)).to.deep.equal(['AF', 'SOB']);
    expect(element?.shadowRoot?.textContent).to.contain('Dr Helen Marsh');
  });
});
