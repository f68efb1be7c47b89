import {aTimeout, expect, fixture, html, waitUntil} from '@open-wc/testing';
import {ContextConsumer} from '@lit/context';
import {LitElement, html as draw} from 'lit';
import {within} from 'shadow-dom-testing-library';
import '../../../src/components/glossary/glossary.define.js';
import '../../../src/components/glossary-search/glossary-search.define.js';
import '../../../src/components/provider/provider.define.js';
import type {PhrGlossary} from '../../../src/components/glossary/glossary.js';
import {
  PhrErrorEvent,
  PhrSessionExpiredEvent,
  PhrStatusEvent,
} from '../../../src/components/provider/provider.events.js';
import {glossaryContext} from '../../../src/context/glossary-context.js';
import type {RecordSource} from '../../../src/context/record-context.js';
import {term, termsOf} from '../../support/glossary-terms.js';

/** A widget as ours are, with one text of the record. */
class EndingEntry extends LitElement {
  readonly #glossary = new ContextConsumer(this, {context: glossaryContext, subscribe: true});

  protected override render() {
    return draw`<p>${this.#glossary.value?.explain('AF', {about: {}, marked: new Set()}) ?? 'AF'}</p>`;
  }
}
customElements.define('ending-entry', EndingEntry);

/** A page on which a person has kept a question and looked up a word, and ends in a second provider. */
async function page() {
  const root = await fixture<HTMLElement>(
    html`<div>
      <phr-provider .patient=${'1'} .resources=${[{resourceType: 'Patient', id: '1'}]}>
        <phr-glossary own-terms-only .terms=${[term('af', {term: 'AF'})]}>
          <ending-entry></ending-entry>
          <phr-glossary-search></phr-glossary-search>
        </phr-glossary>
      </phr-provider>
      <phr-provider></phr-provider>
    </div>`,
  );
  const [provider, other] = root.querySelectorAll('phr-provider');
  const glossary = root.querySelector<PhrGlossary>('phr-glossary');
  const widget = root.querySelector<EndingEntry>('ending-entry');
  if (!provider || !other || !glossary || !widget) throw new Error('No page');
  await termsOf(glossary);
  await waitUntil(() => glossary.source, 'the record has come');
  await widget.updateComplete;
  const view = within(root);
  view.getByShadowRole('button', {name: 'AF'}).click();
  const dialog = await view.findByShadowRole('dialog');
  within(dialog).getByRole('button', {name: 'Add to questions to ask'}).click();
  view.getByShadowRole<HTMLInputElement>('searchbox').value = 'AF';
  view.getByShadowRole('button', {name: 'Look up'}).click();
  await view.findByShadowRole('heading', {name: '1 word found'});
  /** What stands on the page of what the person did. */
  const kept = async () => {
    await aTimeout(0);
    await glossary.updateComplete;
    return [
      view.queryByShadowText('What does ‘AF’ mean?') ? 'question' : '',
      view.queryByShadowRole('heading') ? 'found' : '',
      view.getByShadowRole<HTMLInputElement>('searchbox').value,
    ].join(' ');
  };
  expect(await kept()).to.equal('question found AF');
  return {provider, other, glossary, widget, kept};
}

const session = {type: 'failed', source: 'x', resourceType: 'Patient', reason: 'session'};

describe('What a person asked and looked up', () => {
  for (const [what, event] of [
    ['a log in that has ended', () => new PhrSessionExpiredEvent()],
    ['a log in that has ended once more', () => new PhrStatusEvent(session)],
  ] as const)
    it(`leaves the screen with the record: ${what}; the questions come back with it`, async () => {
      const {provider, glossary, widget, kept} = await page();

      provider.dispatchEvent(event());
      expect(await kept()).to.equal('  ');
      expect(glossary.questions).to.have.length(1);

      widget.requestUpdate();
      expect(await kept()).to.equal('question  ');
    });

  for (const [what, event] of [
    ['it is stopped', () => new PhrStatusEvent({type: 'stopped'})],
    ['the page is told', () => new PhrErrorEvent({code: 'wrong-person', message: ''})],
  ] as const)
    it(`goes for good where the record may be about somebody else: ${what}`, async () => {
      const {provider, glossary, widget, kept} = await page();

      provider.dispatchEvent(event());
      expect(await kept()).to.equal('  ');
      expect(glossary.questions).to.deep.equal([]);

      widget.requestUpdate();
      expect(await kept()).to.equal('  ');
    });

  it('says nothing of a question that was removed once the record is of another person', async () => {
    const {glossary} = await page();
    const said = () => glossary.shadowRoot?.querySelector('[role=status]')?.textContent.trim();
    glossary.shadowRoot?.querySelector<HTMLElement>('.questions li button')?.click();
    await waitUntil(() => said()?.includes('AF'), 'it says what was removed');

    glossary.source = {} as RecordSource;

    await waitUntil(() => said() === '', 'it says nothing of it');
  });

  it('stays when one kind of entry cannot be read, and when another record on the page ends', async () => {
    const {provider, other, kept} = await page();

    provider.dispatchEvent(new PhrStatusEvent({...session, reason: 'forbidden'}));
    provider.dispatchEvent(new PhrErrorEvent({code: 'not-loaded', message: ''}));
    other.dispatchEvent(new PhrSessionExpiredEvent());

    expect(await kept()).to.equal('question found AF');
  });

  it('stays, and nothing fails, when the page itself tells events of these names, without a word in them', async () => {
    const {provider, kept} = await page();
    const failures: string[] = [];
    const fail = (event: ErrorEvent) => {
      failures.push(event.message);
      event.preventDefault();
    };
    const {onerror} = window;
    window.onerror = null;
    window.addEventListener('error', fail);

    for (const type of ['phr-status', 'phr-error']) {
      provider.dispatchEvent(new CustomEvent(type));
      provider.dispatchEvent(new Event(type));
    }

    window.removeEventListener('error', fail);
    window.onerror = onerror;
    expect(failures).to.deep.equal([]);
    expect(await kept()).to.equal('question found AF');
  });
});
