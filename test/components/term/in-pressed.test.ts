/** A word that a page has put by hand into something that is pressed itself, or into a part of the page that nobody can look into. */
import {aTimeout, expect, fixture, html} from '@open-wc/testing';
import {render} from 'lit';
import {within} from 'shadow-dom-testing-library';
import '../../../src/components/term/term.define.js';
import type {Explainer} from '../../../src/context/glossary-context.js';
import {Lexicon} from '../../../src/glossary/lexicon.js';
import {deskOf, setOf, term} from '../../support/glossary-terms.js';

const lexicon = new Lexicon([
  setOf(
    'Northmoor Hospitals',
    term('af', {
      term: 'AF',
      means: 'An uneven heartbeat.',
      source: {name: 'the NHS website', url: 'https://www.nhs.uk/conditions/atrial-fibrillation/'},
    }),
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
const word = html`<phr-term .explainer=${explainer}>AF</phr-term>`;

/** What a press would do to the page beside the word, each in a place of its own. */
const places = [
  {
    where: 'a link',
    page: html`<a href="#followed">Known ${word}</a>`,
    isPressed: () => location.hash === '#followed',
  },
  {
    where: 'a heading that opens',
    page: html`<details>
      <summary>Known ${word}</summary>
      More
    </details>`,
    isPressed: (root: HTMLElement) => root.querySelector('details')?.open === true,
  },
  {
    where: 'a label',
    page: html`<label><input type="checkbox" /> I have ${word}</label>`,
    isPressed: (root: HTMLElement) => root.querySelector('input')?.checked === true,
  },
] as const;

describe('A word that a page has put into', () => {
  afterEach(() => {
    history.replaceState(undefined, '', location.pathname + location.search);
  });

  for (const {where, page, isPressed} of places)
    it(`${where} is pressed alone, and so is what is in its panel`, async () => {
      const root = await fixture<HTMLElement>(html`<div>${page}</div>`);
      const view = within(root);
      view.getByShadowRole('button', {name: 'AF'}).click();
      const dialog = await view.findByShadowRole('dialog');
      expect(isPressed(root)).to.equal(false);
      dialog.querySelector<HTMLElement>('.means')?.click();
      expect(isPressed(root)).to.equal(false);
      within(dialog).getByRole('button', {name: 'Close'}).click();
      await aTimeout(0);
      expect(isPressed(root)).to.equal(false);
      expect(dialog.isConnected).to.equal(false);
    });

  it('something that is pressed has a link in its panel all the same', async () => {
    const root = await fixture<HTMLElement>(html`<div>${places[1].page}</div>`);
    within(root).getByShadowRole('button', {name: 'AF'}).click();
    const dialog = await within(root).findByShadowRole('dialog');
    let isFollowed: boolean | undefined;
    const hear = (event: Event) => {
      isFollowed = !event.defaultPrevented;
      event.preventDefault();
    };
    root.addEventListener('click', hear);
    within(dialog).getByRole('link').click();
    expect(isFollowed).to.equal(true);
  });

  it('a part of the page that nobody can look into stays open by a press in its panel', async () => {
    const root = await fixture<HTMLElement>(html`<div></div>`);
    // eslint-disable-next-line wc/no-closed-shadow-root -- A page may have one: that is what is tested.
    const closed = root.attachShadow({mode: 'closed'});
    render(html`<p>Known ${word}</p>`, closed);
    const element = closed.querySelector('phr-term') as HTMLElement;
    await aTimeout(0);
    within(element).getByShadowRole('button', {name: 'AF'}).click();
    const dialog = await within(element).findByShadowRole('dialog');
    const press = (target: Element | null) => {
      for (const type of ['pointerdown', 'pointerup', 'click'])
        target?.dispatchEvent(
          new PointerEvent(type, {bubbles: true, composed: true, cancelable: true, pointerId: 1}),
        );
    };
    press(dialog.querySelector('.means'));
    await aTimeout(450);
    expect(dialog.isConnected).to.equal(true);
    press(closed.querySelector('p'));
    await aTimeout(450);
    expect(dialog.isConnected).to.equal(false);
  });
});
