import type {ReactiveControllerHost} from 'lit';
import {dateInWords} from '../../i18n/dates.js';
import {ukCivil, type FhirDate} from '../../model/fhir-date.js';
import type {TimelineEntry} from '../../model/timeline.js';
import type {Announcer} from './announcer.js';
import type {FocusKeeper} from './focus-keeper.js';
import type {TimelineNow} from './timeline-view.js';
import {monthId} from './list-view.js';
import type {ListedRows, RowList} from './row-list.js';
import type {LaterContext} from './states.js';
import {jumpedSentence, type YearSpan} from './years.js';

/** What the moves work on, as it is when they are made. */
export interface MovesIn extends TimelineNow {
  readonly context: LaterContext;
  readonly list: RowList;
  /** The rows that were last listed. */
  readonly listed: ListedRows | undefined;
}

/** The month, or the year alone, under which a date stands. */
function headingOfDate({from, precision}: FhirDate): {year: number; month?: number} {
  const {year, month} = ukCivil(from);
  return precision === 'year' ? {year} : {year, month};
}

/**
 * Ways through a long list: older, newer, a year, one entry. Each reads on as far as it must, moves focus to where it
 * arrives, and says so.
 *
 * Owns: the order of these steps. Does not own: the list, the reader, focus itself.
 */
export class Moves {
  readonly #host: ReactiveControllerHost;
  readonly #at: () => MovesIn;
  readonly #focus: FocusKeeper;
  readonly #announcer: Announcer;

  /** True while older rows are read because the person asked for them. */
  isReadingOlder = false;

  constructor(
    host: ReactiveControllerHost,
    at: () => MovesIn,
    focus: FocusKeeper,
    announcer: Announcer,
  ) {
    this.#host = host;
    this.#at = at;
    this.#focus = focus;
    this.#announcer = announcer;
  }

  /** Shows another page, and moves focus to the first row that it added. */
  async showOlder() {
    if (this.isReadingOlder) return;
    const {list, listed} = this.#at();
    const before = listed?.view.rows ?? [];
    const last = before.at(-1);
    list.window.extend();
    this.isReadingOlder = true;
    await this.#draw();
    if (this.#rows().length < before.length + list.window.size) {
      this.#announcer.say(this.#at().context.words.readingOlder);
      await this.#at().reader?.more();
    }
    this.isReadingOlder = false;
    await this.#draw();
    const rows = this.#rows();
    const first = rows[last ? rows.indexOf(last) + 1 : 0];
    const {words, dates} = this.#at().context;
    if (first) {
      this.#focus.focusRow(list.id(first));
      this.#announcer.say(words.showingBackTo(dateInWords(rows.at(-1)?.date, dates)));
    } else {
      this.#focus.focusId('end');
      this.#announcer.say(words.oldest);
    }
  }

  /** Goes back to the newest page. */
  async showNewest() {
    this.#at().list.window.startAt(undefined);
    await this.#draw();
    this.#focus.focusId('all');
  }

  /** Shows more of the rows that have no date. */
  async showMoreUndated() {
    const {list, listed} = this.#at();
    const shown = listed?.undatedShown.length ?? 0;
    list.extendUndated();
    await this.#draw();
    const first = this.#at().listed?.undatedShown[shown];
    if (first) this.#focus.focusRow(list.id(first));
  }

  /** Goes to the newest month of a year or decade, or to the first one before it that has entries. */
  async goToYear(span: YearSpan) {
    this.#announcer.say(this.#at().context.words.readingOlder);
    await this.#at().reader?.until(span.from);
    await this.#draw();
    const {list, listed, state, context} = this.#at();
    if (!listed || !state) return;
    const yearOf = ({date}: TimelineEntry) => (date ? ukCivil(date.from).year : -Infinity);
    const upTo = listed.all.filter((row) => yearOf(row) <= span.to);
    const count = upTo.filter((row) => yearOf(row) >= span.from).length;
    this.#announcer.say(jumpedSentence(context.words, span, count, state));
    const first = upTo[0];
    if (!first?.date) return;
    if (!listed.view.rows.includes(first)) {
      list.window.startAt(first);
      await this.#draw();
    }
    this.#focus.focusId(monthId(headingOfDate(first.date)));
  }

  /** Moves focus to an entry, wherever in the list it is. */
  async goTo(entry: TimelineEntry): Promise<boolean> {
    const {list, listed} = this.#at();
    const id = list.id(entry);
    await this.#draw();
    if (this.#focus.focusRow(id)) return true;
    if (listed?.undated.includes(entry)) list.extendUndated(listed.undated.length);
    else list.window.startAt(entry);
    await this.#draw();
    return this.#focus.focusRow(id);
  }

  #rows() {
    return this.#at().listed?.view.rows ?? [];
  }

  async #draw() {
    this.#host.requestUpdate();
    await this.#host.updateComplete;
  }
}
