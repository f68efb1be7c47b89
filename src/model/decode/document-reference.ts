/** DocumentReference: a letter or another document. */
import {get, list, objects} from '../fhir-json.js';
import {clean, conceptLabel, firstLabel, readable} from '../label.js';
import {statusOf, type Decoder} from './entry.js';

const letter = /\bletters?\b/i;

export const documentReference: Decoder = {
  dates: ['date', 'context.period'],
  /** R4 document-reference-status. A superseded document is shown only behind the one that took its place. */
  statuses: {current: {}, superseded: {}},
  read(resource, _context, _when, {status}) {
    if (get(resource, 'status') === 'superseded') return 'excluded';
    /** R4 composition-status, in `docStatus`: absent says nothing. */
    const state = statusOf(get(resource, 'docStatus') ?? 'final', {
      preliminary: {status: 'notFinal'},
      final: {},
      amended: {status: 'changed'},
    });
    if (!state) return 'withheld';
    const attachment = get(objects(get(resource, 'content'))[0], 'attachment');
    const type = conceptLabel(get(resource, 'type'));
    const category = firstLabel(get(resource, 'category'));
    const title =
      readable(clean(get(resource, 'description'))) ??
      readable(get(attachment, 'title')) ??
      type ??
      category;
    return {
      sort: [title, type, category].some((words) => words && letter.test(words))
        ? 'letter'
        : 'document',
      title,
      statuses: [status, state.status],
      visit: list(get(get(resource, 'context'), 'encounter'))[0],
    };
  },
};
