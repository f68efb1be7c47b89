/** DocumentReference: a letter or another document. */
import {get, list, objects} from '../fhir-json.js';
import {clean, conceptLabel, firstLabel, readable} from '../label.js';
import {firstDate, textPoint, statusOf, type Decoder, type Meanings} from './entry.js';

/** R4 document-reference-status. A superseded document is shown only behind the one that took its place. */
const statuses: Meanings = {current: {}};

/** R4 composition-status, in `docStatus`: absent says nothing. */
const states: Meanings = {
  preliminary: {status: 'notFinal'},
  final: {},
  amended: {status: 'changed'},
};

const letter = /\bletters?\b/i;

export const documentReference: Decoder = {
  kind: () => 'documents',
  when(resource) {
    const own = firstDate(resource, 'date');
    if (own.date) return own;
    const {date, element} = firstDate(get(resource, 'context'), 'period');
    return date ? {date, element: `context.${element ?? 'period'}`} : own;
  },
  read(resource) {
    const status = get(resource, 'status');
    if (status === 'superseded') return 'excluded';
    const meaning = statusOf(status, statuses);
    const docStatus = get(resource, 'docStatus');
    const state = docStatus === undefined || docStatus === null ? {} : statusOf(docStatus, states);
    if (!meaning || !state) return 'withheld';
    const attachment = get(objects(get(resource, 'content'))[0], 'attachment');
    const type = conceptLabel(get(resource, 'type'));
    const description = clean(get(resource, 'description'));
    const name = readable(get(attachment, 'title'));
    const category = firstLabel(get(resource, 'category'));
    const title = readable(description) ?? name ?? type ?? category;
    const isLetter = [title, type, category].some((words) => words && letter.test(words));
    return {
      sort: isLetter ? 'letter' : 'document',
      title,
      statuses: [meaning.status, state.status],
      points: [textPoint(type && type !== title ? type : undefined)],
      authors: list(get(resource, 'author')),
      places: [get(resource, 'custodian')],
      visit: list(get(get(resource, 'context'), 'encounter'))[0],
    };
  },
};
