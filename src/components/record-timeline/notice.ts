/** What stands in place of the first rows, or above them: that they are loading, or that the page is not whole. */
import {html, type TemplateResult} from 'lit';
import type {DateWords} from '../../i18n/dates.js';
import type {Owner, TimelineWords} from '../../i18n/timeline.js';
import {heading} from '../../internal/heading.js';

/** What the parts of a timeline need to put themselves into words. */
export interface StateContext {
  readonly words: TimelineWords;
  readonly dates: DateWords;
  readonly owner: Owner;
  /** Names of the places that answered; of what is covered, no place is told. */
  readonly places: readonly string[];
  /** How to reach people without a computer: ends every text about a failure. */
  readonly contact: string;
  /** Level of the widget's own heading. */
  readonly level: number;
  readonly tryAgain: () => void;
}

/** The button under a failure. */
export const tryAgainButton = ({words, tryAgain}: StateContext) =>
  html`<p class="actions">
    <button type="button" class="button" @click=${tryAgain}>${words.tryAgain}</button>
  </p>`;

/** Nothing has come yet: words at once, and grey rows that do not move. `progress`: what has come and what has not. */
export function loading({words, owner, level}: StateContext, progress?: unknown): TemplateResult {
  const ghost = html`<div class="ghost"><i></i><i></i></div>`;
  return html`<div class="stack" part="loading">
      ${heading(level, words.loading(owner), {id: 'state', class: 'heading-large', focusable: true})}
      ${progress}
      <p>${words.loadingTime}</p>
    </div>
    <div class="sheet ghosts" aria-hidden="true">${ghost}${ghost}</div>`;
}

/** A part of the page that is needed is not here, and it may not be there to say what is wrong. */
export function problem(context: StateContext): TemplateResult {
  const {words, owner, contact, level} = context;
  return html`<section
    class="sheet panel stack notice"
    part="notice"
    role="alert"
    aria-labelledby="state"
  >
    ${heading(level, words.problem, {id: 'state', class: 'heading-small', focusable: true})}
    ${[words.problemText(owner), contact].map((text) => html`<p>${text}</p>`)}
    ${tryAgainButton(context)}
  </section>`;
}
