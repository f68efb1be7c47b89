import type {TimelineState} from '../../model/timeline.js';
import type {Announcer} from './announcer.js';
import {readLine} from './completeness.js';
import {allFailed, isLoading, kindsThatAre} from './coverage.js';
import type {StateContext} from './notice.js';
import type {ListedRows} from './row-list.js';
import type {LaterContext} from './states.js';

/** What is on the screen: a name for it, which changes when there is something to say, and the sentence to be said. */
export interface StatusSentence {
  readonly about: string;
  readonly words: string;
}

/** What is on the screen, for those who do not see it change; nothing before a record is there. */
export function statusSentence(
  state: TimelineState | undefined,
  context: LaterContext,
  listed: ListedRows | undefined,
): StatusSentence | undefined {
  const {words, owner, again} = context;
  const said = (sentence: string, about = sentence) => ({about, words: sentence});
  // A source that the page gives a moment later is not worth an alarm.
  if (!state) return undefined;
  if (state.stopped === 'wrongPerson') return said(words.wrongPerson);
  if (state.stopped === 'sessionExpired') return said(words.logInAgainTo(owner));
  if (state.stopped) return said(words.unsupported);
  if (state.offline) return said(words.offline);
  if (allFailed(state) || state.unreachable) return said(words.failed(owner, again));
  if (isLoading(state)) return said(words.loading(owner));
  const lost = kindsThatAre(state, 'failed', 'unsafe');
  if (lost.length > 0) return said(words.someMissing(owner), lost.join());
  if (listed?.isFiltered && state.complete) {
    return said(words.matching(listed.all.length + listed.undated.length, false));
  }
  // Said once, and not again with every minute of reading on.
  return said(readLine(state, context), 'ready');
}

/** Says what is on the screen when that changes, and again in other words when the language does. */
export class StatusSpeaker {
  readonly #announcer: Announcer;
  #about?: string;
  #in?: Pick<StateContext, 'words' | 'dates'>;

  constructor(announcer: Announcer) {
    this.#announcer = announcer;
  }

  /**
   * `words` and `dates` are those of the page's language: they change with it, and at no other time. `isOther`: what was said
   * was of a record that is no longer shown.
   */
  speak(
    said: StatusSentence | undefined,
    {words, dates}: Pick<StateContext, 'words' | 'dates'>,
    isOther: boolean,
  ) {
    if (isOther && said?.about !== this.#about) this.#announcer.replace(said?.words ?? '');
    else if (said && said.about !== this.#about) this.#announcer.say(said.words);
    else if (said && (words !== this.#in?.words || dates !== this.#in.dates)) {
      this.#announcer.reword(said.words);
    }
    this.#about = said?.about;
    this.#in = {words, dates};
  }
}
