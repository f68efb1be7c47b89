import {html, type ReactiveElement, type TemplateResult} from 'lit';
import {personWords} from '../../i18n/person.js';
import {WordsController} from '../../i18n/words.js';
import {styles} from './problem.styles.js';

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
