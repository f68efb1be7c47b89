import {expect, fixture, html} from '@open-wc/testing';
import {within} from 'shadow-dom-testing-library';
import '../../../src/components/term/term.define.js';
import {term} from '../../support/glossary-terms.js';
import type {PhrTerm} from '../../../src/components/term/term.js';

describe('Escape while a word is explained', () => {
  it('is left to what of the page has taken it, and closes the panel the next time', async () => {
    const root = await fixture<HTMLElement>(
      html`<div>
        <phr-term .meanings=${[{term: term('af'), from: 'x', withheld: false, insteadOf: []}]}
          >AF</phr-term
        >
      </div>`,
    );
    const word = root.querySelector<PhrTerm>('phr-term');
    word?.show();
    const panel = await within(root).findByShadowRole('dialog');
    const press = () =>
      panel.dispatchEvent(
        new KeyboardEvent('keydown', {
          key: 'Escape',
          bubbles: true,
          composed: true,
          cancelable: true,
        }),
      );
    const take = (event: Event) => {
      event.preventDefault();
    };

    window.addEventListener('keydown', take, {capture: true, once: true});
    press();
    await word?.updateComplete;
    expect(word?.open).to.equal(true);

    press();
    await word?.updateComplete;
    expect(word?.open).to.equal(false);
  });
});
