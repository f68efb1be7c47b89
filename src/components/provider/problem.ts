import {html, type ReactiveElement, type TemplateResult} from 'lit';
import {checkBaseUrl, checkPatient} from '../../api/address-problems.js';
import {personWords} from '../../i18n/person.js';
import {WordsController} from '../../i18n/words.js';
import {styles} from './problem.styles.js';
import type {PhrErrorCode} from './provider.events.js';

/** Draws the message; it ends with how to reach people. */
export type DrawProblem = (contact?: string) => TemplateResult;

/** Prepares an element to say in plain words that its page was set up wrongly. A lazy chunk: most pages never need it. */
export function prepareProblem(host: ReactiveElement): DrawProblem {
  const language = new WordsController(host, personWords);
  const {renderRoot: root} = host;
  const {styleSheet} = styles;
  if (root instanceof ShadowRoot && styleSheet) root.adoptedStyleSheets.push(styleSheet);
  return (contact) => {
    const {words} = language;
    return html`<div class="problem" part="problem" role="alert">
      <p class="title">${words.notSetUp}</p>
      <p>${words.notSetUpNext(contact ?? words.defaultContact)}</p>
    </div>`;
  };
}

const whyRefused = (name: string, checked: object) =>
  'problem' in checked ? `${name} was refused: ${String(checked.problem)}` : undefined;

/** What is wrong with a page or a record, for a developer, in English. Undefined for what this file is no part of. */
export function messageOf(
  code: PhrErrorCode,
  {baseUrl, patient}: {readonly baseUrl?: string; readonly patient?: string},
): string | undefined {
  switch (code) {
    case 'bad-base-url':
      return whyRefused('base-url', checkBaseUrl(baseUrl));
    case 'bad-patient':
      return whyRefused('patient', checkPatient(patient));
    case 'wrong-person':
      return 'The server sent something about another person';
    case 'unsupported-version':
      return 'The FHIR version of the server is not R4 or R4B';
    default:
      return undefined;
  }
}
