import type {Owner, TimelineWords} from '../timeline.js';

/** 'your health record', or somebody else's. */
export const record = (owner: Owner) =>
  owner === undefined ? 'eich cofnod iechyd' : `cofnod iechyd ${owner}`;
/** A count of entries. */
export const entries = (count: number) => `${count.toLocaleString('cy')} eitem`;

/** A list with a word before its last item. */
export const join = (items: readonly string[], last: (next: string) => string) => {
  const end = items[items.length - 1] ?? '';
  return items.length < 2 ? end : `${items.slice(0, -1).join(', ')} ${last(end)} ${end}`;
};
/** 'a' is 'ac' before a vowel. */
export const and = (items: readonly string[]) =>
  join(items, (next) => (/^[aeiouwyâêîôûŵŷ]/i.test(next) ? 'ac' : 'a'));

/** Welsh: waiting for a Welsh language reviewer. */
export const cy: TimelineWords = {
  thisPerson: 'y person hwn',

  allEntries: 'Pob eitem',
  now: 'Beth sy’n gyfredol',
  searchAndFilter: 'Chwilio a hidlo',
  jumpToYear: 'Neidio i flwyddyn',
  whatIsIncluded: 'Beth sydd wedi’i gynnwys',
  showOlder: 'Dangos rhai hŷn',
  showOlderRest: '',
  visitEntries: (count) => `${entries(count)} o’r ymweliad hwn`,
  completeness: ({places, date, time, owner}) => {
    const from =
      places.length === 0 ? '' : ` o ${places.length > 2 ? `${places.length} lle` : and(places)}`;
    const whole = owner === undefined ? 'eich cofnod iechyd cyfan' : `gofnod iechyd cyfan ${owner}`;
    return `Darllenwyd hwn${from} ar ${date} am ${time}. Efallai nad dyma ${whole}.`;
  },
  tryAgain: 'Rhowch gynnig arall arni',
  contact: (owner) =>
    owner === undefined
      ? 'Ffoniwch eich meddygfa neu dîm eich ysbyty.'
      : `Ffoniwch feddygfa neu dîm ysbyty ${owner}.`,
  problem: 'Mae problem gyda’r dudalen hon',
  problemText: (owner) => `Efallai nad yw’n dangos y cyfan o ${record(owner)}.`,
  loading: (owner) => `Yn llwytho ${record(owner)}`,
  loadingTime: 'Gall hyn gymryd hyd at 10 eiliad.',
};

/** Dates come with the first words of the timeline: one file the fewer to fetch. */
export {cy as dates} from './dates.js';
