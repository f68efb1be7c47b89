/** A word in a line of text, its panel, and what was asked of it. */
import {fixture, html} from '@open-wc/testing';
import {within} from 'shadow-dom-testing-library';
import '../../src/components/term/term.define.js';
import type {PhrTerm} from '../../src/components/term/term.js';
import type {Explainer, TermAction, TermDesk} from '../../src/context/glossary-context.js';
import {Lexicon} from '../../src/glossary/lexicon.js';
import {glossaryPanelWords} from '../../src/i18n/glossary-panel.js';
import {registerWords} from '../../src/i18n/words.js';
import {cy} from '../../src/i18n/cy/glossary-panel.js';
import type {About, GlossaryTerm} from '../../src/model/glossary.js';
import {deskOf, setOf, term} from './glossary-terms.js';

registerWords(glossaryPanelWords, 'cy', cy);

/** A term with one meaning, and all that can be said of it. */
export const doac = term('doac', {
  term: 'DOAC',
  kind: 'medicine',
  means: 'A medicine that makes blood less likely to clot.',
  full: 'direct oral anticoagulant',
  say: 'doh-ack',
  example: 'apixaban, rivaroxaban',
  not: 'warfarin',
  source: {name: 'the NHS website', url: 'https://www.nhs.uk/medicines/anticoagulants/'},
  in: {cy: {means: 'Meddyginiaeth sy’n gwneud gwaed yn llai tebygol o geulo.'}},
});
/** Who checked a term, and when. */
export const checked = {on: '2026-10-03', by: 'Dr A Example, clinical safety officer'};
/** One meaning of PE. */
export const clot = term('pe-clot', {
  term: 'PE',
  full: 'pulmonary embolism',
  means: 'A blood clot in the lungs.',
  ambiguous: true,
  snomed: ['59282003', 'Pulmonary embolism'],
});
/** Another meaning of PE. */
export const exam = term('pe-exam', {
  term: 'PE',
  full: 'physical examination',
  means: 'When somebody checks your body.',
  ambiguous: true,
});
/** A term that is too hard to meet alone. */
export const grim = term('ca', {
  term: 'Ca',
  full: 'cancer',
  means: 'Cancer is this.',
  topic: 'cancer',
  source: {name: 'the NHS website', url: 'https://www.nhs.uk/conditions/cancer/'},
});

/** What is different for one test. */
export interface Setting {
  readonly terms?: readonly GlossaryTerm[];
  readonly about?: About;
  readonly taken?: boolean;
  readonly lang?: string;
  readonly contact?: string;
  readonly reviewer?: string;
  readonly desk?: Partial<TermDesk>;
  readonly page?: (word: string, explainer: Explainer, about: About) => unknown;
}

/** A word in a line of text, what it can mean, and what was asked of it. */
export async function line(word: string, setting: Setting = {}) {
  const {terms = [doac, clot, exam, grim], about = {}, taken = true, page} = setting;
  const lexicon = new Lexicon([setOf('Northmoor Hospitals', ...terms)]);
  const acts: {action: TermAction; word: string}[] = [];
  const desk = deskOf(lexicon, {
    act: (action, one) => {
      acts.push({action, word: one});
      return taken;
    },
    ...(setting.contact && {contact: setting.contact}),
    ...(setting.reviewer && {reviewer: setting.reviewer}),
    ...setting.desk,
  });
  const explainer: Explainer = {
    explain: (text) => text,
    meaningsOf: (one, around) => lexicon.meaningsOf(one, around),
    asks: false,
    desk: () => Promise.resolve(desk),
    lang: () => setting.lang ?? 'en',
    dir: () => 'ltr',
  };
  const root = await fixture<HTMLElement>(
    html`<div>
      ${
        page?.(word, explainer, about) ??
        html`<p>
          Started on <phr-term .explainer=${explainer} .about=${about}>${word}</phr-term> last week.
          <a href="#after">After</a>
        </p>`
      }
    </div>`,
  );
  const element = root.querySelector<PhrTerm>('phr-term');
  if (!element) throw new Error('No term');
  await element.updateComplete;
  return {root, element, acts, lexicon, explainer};
}

/** The line, as a person meets it. */
export const view = (root: HTMLElement) => within(root);
/** The word in the line. */
export const wordOf = (root: HTMLElement, name: string) =>
  view(root).getByShadowRole('button', {name});
/** The panel, when it is open. */
export const panelOf = (root: HTMLElement) => view(root).queryByShadowRole('dialog');

/** Opens a word, and gives its panel. */
export async function opened(word: string, setting?: Setting) {
  const all = await line(word, setting);
  wordOf(all.root, word).click();
  // What is in the panel is fetched when the first word is selected.
  const panel = await view(all.root).findByShadowRole('dialog');
  return {...all, panel, text: () => panel.textContent.replace(/\s+/g, ' ').trim()};
}

/** Presses a key. */
export const press = (target: EventTarget, key: string) =>
  target.dispatchEvent(
    new KeyboardEvent('keydown', {key, bubbles: true, composed: true, cancelable: true}),
  );
/** Presses, moves or lets go with a pointer. */
export const pointer = (target: EventTarget, type: string, rest: PointerEventInit = {}) =>
  target.dispatchEvent(
    new PointerEvent(type, {bubbles: true, composed: true, pointerId: 1, ...rest}),
  );
export const deepFocus = () => {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
};
