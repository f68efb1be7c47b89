/** DocumentReference: a letter or another document. */
import {get, objects} from '../fhir-json.js';
import {conceptLabel, firstLabel, readable} from '../label.js';
import {nameIn, statusOf, tag, type Decoder} from './entry.js';
import {codes} from './meanings.js';

/** R4 composition-status, in `docStatus`: absent says nothing. */
const states = codes('preliminary final amended');

export const documentReference: Decoder = {
  sort: 'document',
  dates: ['date', 'context.period'],
  names: ['description'],
  /** R4 document-reference-status. A superseded document is shown only behind the one that took its place. */
  statuses: codes('current superseded'),
  read(head, resource) {
    if (get(resource, 'status') === 'superseded') return 'excluded';
    const state = statusOf(get(resource, 'docStatus') ?? 'final', states);
    if (!state) return 'withheld';
    tag(head, state.status);
    const attachment = get(objects(get(resource, 'content'))[0], 'attachment');
    head.title ??= readable(get(attachment, 'title')) ?? nameIn(resource, ['type', 'category']);
    const words = [
      head.title,
      conceptLabel(get(resource, 'type')),
      firstLabel(get(resource, 'category')),
    ];
    if (/\bletters?\b/i.test(words.join())) head.sort = 'letter';
    head.until = undefined;
    return undefined;
  },
};
