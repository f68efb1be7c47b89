/** Hostile and awkward texts, terms and pages: nothing throws, nothing runs, and no character of the page is changed. */
import {aTimeout, expect, fixture, html, waitUntil} from '@open-wc/testing';
import {LitElement, html as draw} from 'lit';
import {ContextConsumer} from '@lit/context';
import '../../../src/components/glossary/glossary.define.js';
import type {PhrGlossary} from '../../../src/components/glossary/glossary.js';
import {glossaryContext} from '../../../src/context/glossary-context.js';
import type {GlossaryTerm} from '../../../src/model/glossary.js';
import {listedWords, term, termsOf} from '../../support/glossary-terms.js';

/** A widget as ours are: it passes a text of the record through the glossary around it. */
class HostileEntry extends LitElement {
  static override properties = {text: {}};
  text = '';
  readonly #glossary = new ContextConsumer(this, {context: glossaryContext, subscribe: true});

  protected override render() {
    const scope = {about: {}, marked: new Set<string>()};
    return draw`<p>${this.#glossary.value?.explain(this.text, scope) ?? this.text}</p>`;
  }
}
customElements.define('test-hostile-entry', HostileEntry);

const own = [
  term('af', {term: 'AF'}),
  term('sob', {term: 'SOB'}),
  term('bp', {term: 'blood pressure'}),
  term('hbp', {term: 'high blood pressure'}),
  term('mmhg', {term: 'blood pressure cuff'}),
];

/** A text in a widget inside a glossary, once it is explained. */
async function explained(text: string, terms: readonly unknown[] = own) {
  const root = await fixture<HTMLElement>(html`<div></div>`);
  const glossary = document.createElement('phr-glossary');
  Object.assign(glossary, {ownTermsOnly: true, every: true, terms});
  const entry = new HostileEntry();
  entry.text = text;
  glossary.append(entry);
  root.append(glossary);
  await termsOf(glossary);
  await entry.updateComplete;
  const shown = () => entry.shadowRoot?.querySelector('p')?.textContent;
  const marked = () =>
    [...(entry.shadowRoot?.querySelectorAll('phr-term') ?? [])].map(({textContent}) => textContent);
  return {root, glossary, entry, shown, marked};
}

describe('A glossary over awkward text', () => {
  it('leaves 200 KB of clinical text as it is, and marks the words in it', async () => {
    const text = 'Pt c/o SOB, known AF. High blood pressure noted; plan as before. '.repeat(3200);
    const {shown, marked} = await explained(text);
    expect(text.length).to.be.above(200_000);
    expect(shown()).to.equal(text);
    expect(marked()).to.have.length(3 * 3200);
  });

  for (const [name, text, words] of [
    ['right-to-left overrides', 'Known \u202eAF\u202c, and SOB\u2066 now', ['SOB']],
    [
      'zero-width joiners inside a word',
      'A\u200dF, \ufeffA\u200cF\u200b',
      ['A\u200dF', 'A\u200cF'],
    ],
    ['zero-width joiners in an emoji beside a word', '👩\u200d⚕️ AF', ['AF']],
    ['halves of characters', '\ud800 AF \udc00', ['AF']],
    ['marks piled on a letter', 'SOB a\u0301\u0302\u0303\u0304 AF', ['SOB', 'AF']],
    ['null and control characters', 'AF\u0000 \u0007SOB', ['AF', 'SOB']],
    ['markup', '<b>AF</b><script>window.hurt = 1</script> SOB', ['AF', 'SOB']],
    ['what looks like a template', '${AF} {{SOB}} <!--?lit$1$-->', ['AF', 'SOB']],
    [
      'words that overlap and lie in one another',
      'High blood pressure cuff',
      ['High blood pressure'],
    ],
    [
      'white space of every kind',
      'high\u00a0blood\n\tpressure \u2003AF',
      ['high\u00a0blood\n\tpressure', 'AF'],
    ],
    ['nothing', '', []],
  ] as const)
    it(`changes no character, runs nothing and marks whole words: ${name}`, async () => {
      const {shown, marked} = await explained(text);
      expect(shown()).to.equal(text);
      expect(marked()).to.deep.equal(words);
      expect('hurt' in window).to.equal(false);
    });

  it('follows a text that changes under it', async () => {
    const {entry, shown, marked} = await explained('Known AF');
    for (const text of ['SOB now', '', 'AF and AF', 'nothing known']) {
      entry.text = text;
      await entry.updateComplete;
      expect(shown()).to.equal(text);
    }
    expect(marked()).to.deep.equal([]);
  });
});

describe('A glossary of awkward terms', () => {
  it('takes 50,000 terms, and finds each word among them', async () => {
    const many: GlossaryTerm[] = Array.from({length: 50_000}, (_, index) =>
      term(`many-${index}`, {term: `word${index} syndrome`}),
    );
    const text = 'First word0 syndrome, then word49999 syndrome; word50000 syndrome is none.';
    const {shown, marked} = await explained(text, many);
    expect(shown()).to.equal(text);
    expect(marked()).to.deep.equal(['word0 syndrome', 'word49999 syndrome']);
  });

  it('runs nothing of a term, a meaning or an address that is made to run', async () => {
    const nasty = '<img src=x onerror="window.hurt = 1">';
    const {root, entry, marked} = await explained('Known AF', [
      term('af', {term: 'AF', means: nasty, full: nasty, say: nasty, example: nasty, not: nasty}),
      {...term('bad'), source: {name: 'x', url: 'javascript:window.hurt=1'}},
    ]);
    expect(marked()).to.deep.equal(['AF']);
    const word = entry.shadowRoot?.querySelector('phr-term');
    word?.show();
    await waitUntil(() => word?.shadowRoot?.querySelector('[role=dialog]'));
    expect(word?.shadowRoot?.textContent).to.contain(nasty);
    expect(word?.shadowRoot?.querySelector('img, script, a')).to.equal(null);
    expect(root.querySelector('img')).to.equal(null);
    expect('hurt' in window).to.equal(false);
  });

  for (const terms of [null, 0, 'AF', {}, {terms: 'AF'}, [null, 1, [], {}], new Date(0)])
    it(`throws nothing for a list that is none: ${JSON.stringify(terms)}`, async () => {
      const heard: string[] = [];
      const listen = (event: Event) =>
        heard.push((event as CustomEvent<{code: string}>).detail.code);
      document.addEventListener('phr-error', listen);
      const {shown, marked} = await explained('Known AF', terms as never);
      await waitUntil(() => heard.length > 0);
      document.removeEventListener('phr-error', listen);
      expect(shown()).to.equal('Known AF');
      expect(marked()).to.deep.equal([]);
      expect(heard).to.deep.equal(['bad-terms']);
    });
});

describe('Two glossaries on a page', () => {
  it('mark the page’s own text each with its own terms, and one that goes takes only its own marks', async () => {
    const root = await fixture<HTMLElement>(html`<div></div>`);
    const make = (terms: readonly GlossaryTerm[]): PhrGlossary => {
      const glossary = document.createElement('phr-glossary');
      Object.assign(glossary, {ownTermsOnly: true, annotate: true, terms});
      const text = document.createElement('p');
      text.textContent = 'Known AF, some SOB.';
      glossary.append(text);
      root.append(glossary);
      return glossary;
    };
    const first = make([term('af', {term: 'AF'})]);
    const second = make([term('sob', {term: 'SOB'})]);
    const words = listedWords;
    await waitUntil(() => words(first).length + words(second).length === 2, 'no words', {
      timeout: 4000,
    });
    expect([words(first), words(second)]).to.deep.equal([['AF'], ['SOB']]);
    first.remove();
    await aTimeout(0);
    expect(words(second)).to.deep.equal(['SOB']);
    expect(first.textContent).to.equal('Known AF, some SOB.');
  });
});
