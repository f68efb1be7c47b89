/** A page with a glossary of three terms of its own around a text of the record. */
import {aTimeout, fixture, html} from '@open-wc/testing';
import {ContextConsumer} from '@lit/context';
import {LitElement, html as draw, render} from 'lit';
import {within} from 'shadow-dom-testing-library';
import '../../src/components/glossary/glossary.define.js';
import type {PhrGlossary} from '../../src/components/glossary/glossary.js';
import {glossaryContext} from '../../src/context/glossary-context.js';
import type {RecordSource} from '../../src/context/record-context.js';
import type {GlossaryTerm} from '../../src/model/glossary.js';
import {term, termsOf} from './glossary-terms.js';

/** Two words that are marked, and one that never is. */
export const own: readonly GlossaryTerm[] = [
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
export async function around(content: unknown, properties: Setting = {}) {
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
export async function ready(glossary: PhrGlossary) {
  await termsOf(glossary);
  await aTimeout(0);
}

/** A text of the record. */
export const entry = (text: string) => html`<test-entry .text=${text}></test-entry>`;
/** The words that are marked. */
export const marked = (root: HTMLElement) =>
  within(root)
    .queryAllByShadowRole('button')
    .filter((button) => button.classList.contains('word'))
    .map((button) => (button.getRootNode() as ShadowRoot).host.textContent);
/** The panel that is open, or opens. */
export const panel = (root: HTMLElement) => within(root).findByShadowRole('dialog');
/** Presses a word. */
export const open = async (root: HTMLElement, name: string) => {
  within(root).getByShadowRole('button', {name}).click();
  await aTimeout(0);
  return panel(root);
};
/** Another person's record each time. */
export const sourceOf = () => ({}) as RecordSource;
