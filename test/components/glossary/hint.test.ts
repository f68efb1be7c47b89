import {aTimeout, expect, fixture, html, waitUntil} from '@open-wc/testing';
import {within} from 'shadow-dom-testing-library';
import '../../../src/components/glossary/glossary.define.js';
import '../../../src/components/term/term.define.js';
import type {PhrGlossary} from '../../../src/components/glossary/glossary.js';
import {term, termsOf} from '../../support/glossary-terms.js';

const terms = [term('af', {term: 'AF'})];
const hint = 'Select an underlined word to see what it means.';

/** A glossary around some text, and whether it says how a word is selected. */
async function around(content: unknown, annotate = false) {
  const glossary = await fixture<PhrGlossary>(
    html`<phr-glossary own-terms-only .terms=${terms} .annotate=${annotate}
      >${content}</phr-glossary
    >`,
  );
  const line = within(glossary.parentElement as HTMLElement).getByShadowText(hint);
  return {glossary, line, isSaid: () => getComputedStyle(line).visibility === 'visible'};
}

describe('How a word is selected', () => {
  it('is not said where there is none to select, before the terms have come or after', async () => {
    const {glossary, isSaid} = await around(html`<phr-term>xyz</phr-term>`);
    expect(isSaid()).to.equal(false);
    await termsOf(glossary);
    await aTimeout(0);
    expect(isSaid()).to.equal(false);
  });

  it('is said once there is one, and nothing below it moves for that', async () => {
    const {glossary, isSaid, line} = await around(html`<phr-term>AF</phr-term>`);
    const before = line.getBoundingClientRect().height;
    await termsOf(glossary);
    await waitUntil(isSaid, 'it is said');
    expect(line.getBoundingClientRect().height).to.equal(before).and.above(10);
  });

  it('is said no longer when the words have gone with the terms', async () => {
    const {glossary, isSaid} = await around(html`<phr-term>AF</phr-term>`);
    await termsOf(glossary);
    await waitUntil(isSaid, 'it is said');
    glossary.terms = [];
    await waitUntil(() => !isSaid(), 'it is said no longer');
  });

  it('is said over the page’s own text as long as that has a word', async () => {
    const {glossary, isSaid} = await around(html`<p>Known AF</p>`, true);
    await waitUntil(isSaid, 'it is said');
    glossary.querySelector('p')?.replaceChildren('None');
    await waitUntil(() => !isSaid(), 'it is said no longer');
  });
});
