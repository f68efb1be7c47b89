import type {TimelineState} from '../../model/timeline.js';
import {completenessLine, type CoverageContext} from './completeness.js';
import {allFailed, isLoading, kindsThatAre} from './coverage.js';
import type {ListedRows} from './row-list.js';
import type {StateContext} from './states.js';

/** What is on the screen, in one sentence, for those who do not see it change; nothing before a record is there. */
export function statusSentence(
  state: TimelineState | undefined,
  context: StateContext & CoverageContext,
  listed: ListedRows | undefined,
): string | undefined {
  const {words, owner, again} = context;
  // A source that the page gives a moment later is not worth an alarm.
  if (!state) return undefined;
  if (state.stopped === 'wrongPerson') return words.wrongPerson;
  if (state.stopped === 'sessionExpired') return words.logInAgainTo(owner);
  if (state.stopped) return words.unsupported;
  if (state.offline) return words.offline;
  if (allFailed(state)) return words.failed(owner, again);
  if (isLoading(state)) return words.loading(owner);
  if (kindsThatAre(state, 'failed', 'unsafe').length > 0) return words.someMissing(owner);
  if (listed?.isFiltered && state.complete) {
    return words.matching(listed.all.length + listed.undated.length, false);
  }
  return completenessLine(state, context);
}
