/** What stands in place of the list, or above it, when it cannot be shown as it should be. */
import {html, nothing, type TemplateResult} from 'lit';
import type {AllTimelineWords} from '../../i18n/timeline-more.js';
import {heading} from '../../internal/heading.js';
import type {RecordKind} from '../../model/record-kind.js';
import type {Stopped, TimelineState} from '../../model/timeline.js';
import {kindsThatAre} from './coverage.js';
import {tryAgainButton, type StateContext} from './notice.js';

/** What the parts fetched after the first rows need to put themselves into words. */
export interface LaterContext extends StateContext {
  readonly words: AllTimelineWords;
  readonly logIn: () => void;
  /** True when trying again did not help before. */
  readonly again: boolean;
}

/** Kinds of record as part of a sentence. */
export function kindsInWords(
  kinds: readonly RecordKind[],
  words: AllTimelineWords,
  join: 'and' | 'or' = 'and',
): string {
  return words[join](kinds.map((kind) => words.kinds[kind]));
}

/** Sentences, each a paragraph; those that are undefined are left out. */
const lines = (...texts: readonly (string | undefined)[]) =>
  texts.filter(Boolean).map((text) => html`<p>${text}</p>`);

/** How a notice looks and what it is called. */
interface NoticeOptions {
  readonly id: string;
  readonly look?: string;
  readonly large?: boolean;
  readonly alert?: boolean;
}

/** A sheet with a heading, sentences and what can be done. */
function notice(
  level: number,
  title: string,
  content: unknown,
  {id, look = 'notice', large = false, alert = false}: NoticeOptions,
): TemplateResult {
  return html`<section
    class="sheet panel stack ${look}"
    part="notice"
    role=${alert ? 'alert' : nothing}
    aria-labelledby=${id}
  >
    ${heading(level, title, {id, class: large ? 'heading-large' : 'heading-small', focusable: true})}
    ${content}
  </section>`;
}

const urgent = ({words}: LaterContext) =>
  html`<p class="urgent">
    ${words.urgentBefore}<a href="https://111.nhs.uk">${words.urgentLink}</a>${words.urgentAfter}
  </p>`;

/** No source: the page is put together wrongly, which must not look like an empty record. */
export function notConnected(context: LaterContext): TemplateResult {
  const {words, contact, level} = context;
  return notice(level, words.notConnected, lines(words.notConnectedText, contact), {id: 'state'});
}

/** While nothing has come: which kinds have answered, and for which we wait, when they are few. */
export function progress(state: TimelineState, {words}: LaterContext) {
  const have = kindsThatAre(state, 'complete', 'reading', 'limited');
  const waiting = kindsThatAre(state, 'waiting');
  return lines(
    have.length > 0 && have.length <= 3 ? words.loadingHave(kindsInWords(have, words)) : undefined,
    waiting.length > 0 && waiting.length <= 3
      ? words.loadingWaiting(kindsInWords(waiting, words))
      : undefined,
  );
}

/** Nothing could be read at all. */
export function failed(state: TimelineState, context: LaterContext): TemplateResult {
  const {words, owner, contact, level, again} = context;
  const options = {id: 'state', look: '', large: true};
  if (state.offline) {
    return notice(
      level,
      words.offline,
      [lines(words.offlineNothing(owner), contact), tryAgainButton(context), urgent(context)],
      options,
    );
  }
  return html`<slot name="error"
    >${notice(
      level,
      words.failed(owner, again),
      [
        lines(
          words.failedText,
          kindsThatAre(state, 'failed').includes('allergies')
            ? words.allergiesFailed(owner)
            : undefined,
          contact,
        ),
        tryAgainButton(context),
        urgent(context),
      ],
      options,
    )}</slot
  >`;
}

/** The whole record has left the page. Nothing of it stands here. */
export function stopped(why: Stopped, context: LaterContext): TemplateResult {
  const {words, owner, contact, level, logIn} = context;
  if (why === 'wrongPerson') {
    return notice(
      level,
      words.wrongPerson,
      [lines(...words.wrongPersonText, contact), urgent(context)],
      {id: 'state', look: 'stop', large: true, alert: true},
    );
  }
  if (why === 'unsupported') {
    return notice(level, words.unsupported, lines(words.unsupportedText, contact), {
      id: 'state',
      look: '',
    });
  }
  return notice(
    level,
    words.logInAgainTo(owner),
    [
      lines(words.loggedOut(owner), words.nothingLost),
      html`<p class="actions">
        <button type="button" class="button main" @click=${logIn}>${words.logInAgain}</button>
      </p>`,
      lines(contact),
    ],
    {id: 'state', look: '', large: true},
  );
}

/**
 * Above the list: what could not be read now, and what cannot be shown safely. `isStill`: nothing could be read now, which is
 * said already; then only what is not in the list of before either.
 */
export function missing(
  state: TimelineState,
  context: LaterContext,
  isStill: boolean,
): TemplateResult | typeof nothing {
  const {words, owner, contact, level} = context;
  const isThere = (kind: RecordKind) =>
    state.coverage.some((item) => item.kind === kind && item.read > 0);
  const lost = kindsThatAre(state, 'failed').filter((kind) => !(isStill && isThere(kind)));
  const unsafe = kindsThatAre(state, 'unsafe');
  if (lost.length + unsafe.length === 0) return nothing;
  const others = lost.filter((kind) => kind !== 'allergies');
  return notice(
    level,
    words.someMissing(owner),
    [
      lines(
        others.length > 0 ? words.kindFailed(kindsInWords(others, words, 'or')) : undefined,
        lost.includes('allergies') ? words.allergiesFailed(owner) : undefined,
        unsafe.length > 0 ? words.kindUnsafe(kindsInWords(unsafe, words, 'or')) : undefined,
        lost.length > 0 ? words.tryAgainOrAsk : undefined,
        contact,
      ),
      lost.length > 0 && !isStill ? tryAgainButton(context) : nothing,
    ],
    {id: 'missing'},
  );
}

/** Above the list: it is the one of before. */
export function standingStill(
  state: TimelineState,
  asOf: {date: string; time: string},
  context: LaterContext,
): TemplateResult {
  const {words, owner, contact, level, again} = context;
  return notice(
    level,
    state.offline ? words.offline : words.failed(owner, again),
    [
      lines(words.offlineAsOf(owner, asOf.date, asOf.time), words.offlineNewer, contact),
      tryAgainButton(context),
    ],
    {id: 'offline'},
  );
}
