import {aTimeout, expect, fixture, html, waitUntil} from '@open-wc/testing';
import {render} from 'lit';
import {within} from 'shadow-dom-testing-library';
import '../../../src/components/glossary/glossary.define.js';
import type {PhrGlossary} from '../../../src/components/glossary/glossary.js';
import {listedWords, term} from '../../support/glossary-terms.js';

const own = [
  term('af', {term: 'AF', full: 'atrial fibrillation', means: 'An uneven heartbeat.'}),
  term('sob', {term: 'SOB', full: 'shortness of breath', means: 'Being short of breath.'}),
  term('marac', {term: 'MARAC', topic: 'safeguarding', means: 'A meeting.', kind: 'record'}),
];

/** A glossary of the host's own three terms around something. */
async function around(content: unknown, properties: Partial<PhrGlossary>) {
  const root = await fixture<HTMLElement>(html`<div></div>`);
  const glossary = document.createElement('phr-glossary');
  // All of it before it is on the page: it gathers its terms once.
  Object.assign(glossary, {ownTermsOnly: true, terms: own, ...properties});
  render(content, glossary);
  root.append(glossary);
  await glossary.updateComplete;
  return {root, glossary, view: within(root)};
}

const panel = (root: HTMLElement) => within(root).findByShadowRole('dialog');

describe('A glossary over the page’s own text', () => {
  const page = () =>
    html`<article>
      <p id="first">Known <b>A</b><b>F</b>, some SOB. <a href="#x">AF link</a></p>
      <p id="second">Seen at MARAC. <button type="button">SOB</button></p>
    </article>`;
  it('changes nothing in the page: text, nodes, listeners and selection stay', async () => {
    const {glossary, root} = await around(page(), {annotate: false});
    const article = root.querySelector('article') as HTMLElement;
    const markup = article.innerHTML;
    const nodes = [...article.querySelectorAll('*')];
    let pressed = 0;
    article.addEventListener('click', () => pressed++);
    document.getSelection()?.selectAllChildren(article);
    const selected = String(document.getSelection());
    glossary.annotate = true;
    await waitUntil(() => listedWords(glossary).length > 0);
    expect(article.innerHTML).to.equal(markup);
    expect([...article.querySelectorAll('*')]).to.deep.equal(nodes);
    expect(String(document.getSelection())).to.equal(selected);
    root.querySelector<HTMLElement>('#first')?.click();
    expect(pressed).to.equal(1);
    document.getSelection()?.removeAllRanges();
  });

  it('lists the words that it explains, for those who cannot press on them', async () => {
    const {glossary} = await around(page(), {annotate: true});
    await waitUntil(() => listedWords(glossary).length > 0);
    expect(listedWords(glossary)).to.deep.equal(['AF', 'SOB']);
  });

  it('lists no word of what the page does not show, until it shows it', async () => {
    const {glossary, root} = await around(
      html`<p>Some SOB.</p>
        <p id="tab" style="display: none">Private: AF.</p>
        <details>
          <summary>More</summary>
          <p>AF too.</p>
        </details>
        <dialog>And AF.</dialog>
        <p style="visibility: hidden">AF at last.</p>`,
      {annotate: true, every: true},
    );
    await waitUntil(() => listedWords(glossary).length > 0);
    expect(listedWords(glossary)).to.deep.equal(['SOB']);

    const tab = root.querySelector<HTMLElement>('#tab');
    tab?.style.removeProperty('display');
    await waitUntil(() => listedWords(glossary).length > 1, 'the tab is shown');
    expect(listedWords(glossary)).to.deep.equal(['SOB', 'AF']);

    tab?.style.setProperty('display', 'none');
    await waitUntil(() => listedWords(glossary).length === 1, 'the tab is hidden again');
  });

  it('lists words of what has no box of its own and is shown all the same', async () => {
    const {glossary} = await around(
      html`<div style="display: contents">Known <b style="display: contents">AF</b>.</div>`,
      {annotate: true},
    );
    await waitUntil(() => listedWords(glossary).length > 0);
    expect(listedWords(glossary)).to.deep.equal(['AF']);
  });

  it('says how many words there are, and lists them once a person opens the list', async () => {
    const {glossary, view} = await around(page(), {annotate: true});
    const summary = await view.findByShadowText('Words explained here (2)');
    expect(glossary.shadowRoot?.querySelectorAll('.here phr-term')).to.have.length(0);
    summary.click();
    await waitUntil(() => view.queryAllByShadowRole('button', {name: 'SOB'}).length === 1);
    summary.click();
    await waitUntil(() => !glossary.shadowRoot?.querySelector('.here phr-term'));
  });

  it('goes on marking when the page sets something that has nothing to do with words', async () => {
    const {glossary, root} = await around(page(), {annotate: true});
    await waitUntil(() => listedWords(glossary).length === 2);
    const changes: number[] = [];
    new MutationObserver((records) => changes.push(records.length)).observe(
      glossary.shadowRoot?.querySelector('.here') ?? root,
      {subtree: true, childList: true},
    );
    glossary.contact = 'Call us.';
    await aTimeout(300);
    expect(listedWords(glossary)).to.deep.equal(['AF', 'SOB']);
    expect(changes).to.deep.equal([]);
  });

  it('follows a page that draws itself anew, and leaves what the page drew', async () => {
    const {glossary, root} = await around(page(), {annotate: true});
    await waitUntil(() => listedWords(glossary).length === 2);
    const article = root.querySelector('article') as HTMLElement;
    const paragraph = document.createElement('p');
    paragraph.append('Only SOB now');
    article.replaceChildren(paragraph);
    await waitUntil(() => listedWords(glossary).length === 1);
    expect(listedWords(glossary)).to.deep.equal(['SOB']);
    (paragraph.firstChild as Text).data = 'Now AF';
    await waitUntil(() => listedWords(glossary)[0] === 'AF');
    expect(article.innerHTML).to.equal('<p>Now AF</p>');
  });

  it('opens a word where it stands, and goes when it is closed', async () => {
    const {glossary, root} = await around(html`<p id="only">Known AF</p>`, {annotate: true});
    await waitUntil(() => listedWords(glossary).length === 1);
    const text = root.querySelector('#only')?.firstChild as Text;
    const range = document.createRange();
    range.setStart(text, 6);
    range.setEnd(text, 8);
    text.parentElement?.scrollIntoView();
    const {left, top, width, height} = range.getBoundingClientRect();
    text.parentElement?.dispatchEvent(
      new MouseEvent('click', {
        bubbles: true,
        composed: true,
        clientX: left + width / 2,
        clientY: top + height / 2,
      }),
    );
    const dialog = await panel(root);
    expect(dialog.textContent).to.contain('An uneven heartbeat.');
    within(dialog).getByRole('button', {name: 'Close'}).click();
    await aTimeout(0);
    expect(within(root).queryByShadowRole('dialog')).to.equal(null);
    (glossary.shadowRoot?.activeElement?.shadowRoot?.activeElement as HTMLElement | null)?.blur();
    await waitUntil(() => !glossary.shadowRoot?.querySelector('.at'));
    expect(root.querySelector('#only')?.textContent).to.equal('Known AF');
  });

  it('leaves what the page has placed by a corner of its own where it is, also while a word is open', async () => {
    const root = await fixture<HTMLElement>(
      html`<div style="padding: 40px; position: relative">
        <phr-glossary own-terms-only .terms=${own} annotate>
          <p id="only">Known AF</p>
          <b style="left: 0; position: absolute; top: 0">Corner</b>
        </phr-glossary>
      </div>`,
    );
    const corner = () => {
      const {x, y} = (root.querySelector('b') as Element).getBoundingClientRect();
      return [x, y].join();
    };
    const before = corner();
    const glossary = root.querySelector('phr-glossary') as PhrGlossary;
    await waitUntil(() => listedWords(glossary).length === 1);
    const range = document.createRange();
    range.setStart(root.querySelector('#only')?.firstChild as Text, 6);
    range.setEnd(root.querySelector('#only')?.firstChild as Text, 8);
    const {left, top, width, height} = range.getBoundingClientRect();
    const at = {clientX: left + width / 2, clientY: top + height / 2};

    root.querySelector('#only')?.dispatchEvent(new MouseEvent('click', {bubbles: true, ...at}));
    await panel(root);

    expect(corner()).to.equal(before);
    const word = glossary.shadowRoot
      ?.querySelector('.at phr-term')
      ?.shadowRoot?.querySelector('.word');
    expect(Math.abs((word?.getBoundingClientRect().left ?? 0) - left)).to.be.below(1);
    expect(Math.abs((word?.getBoundingClientRect().top ?? 0) - top)).to.be.below(1);
  });

  it('opens nothing where the page has taken the press for itself', async () => {
    const {glossary, root} = await around(html`<p id="only">Known AF</p>`, {annotate: true});
    await waitUntil(() => listedWords(glossary).length === 1);
    const paragraph = root.querySelector<HTMLElement>('#only');
    const range = document.createRange();
    range.setStart(paragraph?.firstChild as Text, 6);
    range.setEnd(paragraph?.firstChild as Text, 8);
    const {left, top, width, height} = range.getBoundingClientRect();
    const at = {clientX: left + width / 2, clientY: top + height / 2};
    const press = () =>
      paragraph?.dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true, ...at}));
    const take = (event: Event) => {
      event.preventDefault();
    };

    paragraph?.addEventListener('click', take);
    press();
    await aTimeout(50);
    expect(within(root).queryByShadowRole('dialog')).to.equal(null);

    paragraph?.removeEventListener('click', take);
    press();
    expect(await panel(root)).not.to.equal(null);
  });

  it('opens nothing while a person selects text', async () => {
    const {glossary, root} = await around(html`<p id="only">Known AF</p>`, {annotate: true});
    await waitUntil(() => listedWords(glossary).length === 1);
    const text = root.querySelector('#only')?.firstChild as Text;
    const range = document.createRange();
    range.setStart(text, 6);
    range.setEnd(text, 8);
    const {left, top, width, height} = range.getBoundingClientRect();
    document.getSelection()?.addRange(range);
    text.parentElement?.dispatchEvent(
      new MouseEvent('click', {
        bubbles: true,
        clientX: left + width / 2,
        clientY: top + height / 2,
      }),
    );
    await aTimeout(0);
    expect(within(root).queryByShadowRole('dialog')).to.equal(null);
    document.getSelection()?.removeAllRanges();
  });
});
