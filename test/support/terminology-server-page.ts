/** A page with a glossary of a few terms, and a terminology server that answers what a test gives it. */
import {aTimeout, fixture, html} from '@open-wc/testing';
import {render} from 'lit';
import {within} from 'shadow-dom-testing-library';
import '../../src/components/glossary/glossary.define.js';
import '../../src/components/glossary-search/glossary-search.define.js';
import type {PhrGlossary} from '../../src/components/glossary/glossary.js';
import {snomedSystem} from '../../src/model/glossary.js';
import {term} from './glossary-terms.js';
import {parametersOf} from './terminology-answers.js';

/** Terms of the page: one that is known, one that is withheld, one of safeguarding. */
const own = [
  term('af', {
    term: 'AF',
    forms: ['afib'],
    full: 'atrial fibrillation',
    means: 'An uneven heartbeat.',
    snomed: ['49436004', 'Atrial fibrillation'],
  }),
  term('htn', {term: 'hypertension', means: 'Blood that pushes too hard.'}),
  term('ca', {term: 'Ca', full: 'cancer', topic: 'cancer', snomed: ['363346000', 'Cancer']}),
  term('ca-mineral', {term: 'Ca', full: 'calcium', snomed: ['5540006', 'Calcium']}),
  term('marac', {term: 'MARAC', topic: 'safeguarding', means: 'A meeting.', kind: 'record'}),
];

/** What a server was asked: at which address, with which words of its own, and how. */
export interface AskedOfPage {
  readonly url: URL;
  /** The parameters in the body, by their names. */
  readonly asks: Readonly<Record<string, unknown>>;
  readonly init: RequestInit;
}

const {fetch: realFetch} = window;

/** Ends every server of `servedTerms`. */
export const restoreFetch = () => {
  window.fetch = realFetch;
};

/** What a server answers to a code or to words, and all that it was asked. */
export function servedTerms(
  answers: {
    readonly codes?: Readonly<Record<string, string>>;
    /** What the codes are called, where that matters. */
    readonly names?: Readonly<Record<string, string>>;
    readonly found?: readonly (readonly [code: string, display: string, plain?: string])[];
    readonly fails?: boolean;
  } = {},
) {
  const asked: AskedOfPage[] = [];
  window.fetch = (input, init = {}) => {
    const url = new URL(String(input), location.href);
    if (!url.pathname.includes('/terms/')) return realFetch(input, init);
    const asks = parametersOf(init);
    asked.push({url, asks, init});
    if (answers.fails) return Promise.reject(new TypeError('no network'));
    const {code} = asks;
    const words = typeof code === 'string' ? answers.codes?.[code] : undefined;
    const name = answers.names?.[String(code)] ?? (words && 'Name of a concept');
    const use = {code: '1', display: 'Patient friendly term'};
    const json = code
      ? name && {
          resourceType: 'Parameters',
          parameter: [
            {name: 'display', valueString: name},
            ...(words
              ? [
                  {
                    name: 'designation',
                    part: [
                      {name: 'use', valueCoding: use},
                      {name: 'value', valueString: words},
                    ],
                  },
                ]
              : []),
          ],
        }
      : {
          resourceType: 'ValueSet',
          expansion: {
            contains: (answers.found ?? []).map(([one, display, plain]) => ({
              system: snomedSystem,
              code: one,
              display,
              ...(plain && {designation: [{use, value: plain}]}),
            })),
          },
        };
    return Promise.resolve(new Response(JSON.stringify(json ?? {}), {status: json ? 200 : 404}));
  };
  return asked;
}

export async function termPage(
  properties: Partial<PhrGlossary> = {},
  content: unknown = wordInText('AF'),
) {
  const root = await fixture<HTMLElement>(html`<div></div>`);
  const heard: {code: string; message: string}[] = [];
  root.addEventListener('phr-error', (event) => {
    heard.push((event as unknown as CustomEvent<{code: string; message: string}>).detail);
  });
  const element = document.createElement('phr-glossary');
  Object.assign(element, {
    ownTermsOnly: true,
    terms: own,
    reviewer: 'Northmoor Hospitals',
    terminologyUrl: '/terms/fhir',
    ...properties,
  });
  render(content, element);
  root.append(element);
  return {root, element, heard, view: within(root)};
}

/** A text with one word that is marked by hand. */
export const wordInText = (word: string) => html`<p>Known <phr-term>${word}</phr-term>.</p>`;

/** Selects a word, and gives its panel. */
export async function openTerm(root: HTMLElement, name: string) {
  (await within(root).findByShadowRole('button', {name}, {timeout: 4000})).click();
  return within(root).findByShadowRole('dialog', {name});
}

/** What stands in a panel, as it is read. */
export const panelText = (panel: HTMLElement) => panel.textContent.replace(/\s+/g, ' ').trim();

/** Gives what is asked time to be asked. */
export const settled = () => aTimeout(50);
