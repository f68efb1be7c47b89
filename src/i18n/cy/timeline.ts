import type {Owner, TimelineWords} from '../timeline.js';

/** 'your health record', or somebody else's. */
export const record = (owner: Owner) =>
  owner === undefined ? 'eich cofnod iechyd' : `cofnod iechyd ${owner}`;
/** A count of entries. */
export const entries = (count: number) => `${count.toLocaleString('cy')} eitem`;

/** 'a' is 'ac' before a vowel. */
const join = (items: readonly string[], last: (next: string) => string) => {
  const end = items[items.length - 1] ?? '';
  return items.length < 2 ? end : `${items.slice(0, -1).join(', ')} ${last(end)} ${end}`;
};
const and = (items: readonly string[]) =>
  join(items, (next) => (/^[aeiouwyâêîôûŵŷ]/i.test(next) ? 'ac' : 'a'));

/** Welsh: waiting for a Welsh language reviewer. */
export const cy: TimelineWords = {
  kinds: {
    conditions: 'cyflyrau',
    allergies: 'alergeddau',
    medicines: 'meddyginiaethau',
    vaccinations: 'brechiadau',
    results: 'canlyniadau profion',
    measurements: 'mesuriadau',
    procedures: 'triniaethau',
    visits: 'ymweliadau ac arosiadau',
    documents: 'llythyrau a dogfennau',
    appointments: 'apwyntiadau',
    carePlans: 'cynlluniau gofal',
  },
  and,
  or: (items) => join(items, () => 'neu'),
  thisPerson: 'y person hwn',

  allEntries: 'Pob eitem',
  now: 'Beth sy’n gyfredol',
  searchAndFilter: 'Chwilio a hidlo',
  whatIsIncluded: 'Beth sydd wedi’i gynnwys',
  showOlder: 'Dangos rhai hŷn',
  showOlderRest: '',
  reached: (date) => `Rydych wedi cyrraedd ${date}.`,
  oldest: 'Dyma’r eitem hynaf y gallem ei chael.',
  visitEntries: (count) => `${entries(count)} o’r ymweliad hwn`,
  duringVisit: (visit) => `Rhan o: ${visit}`,
  undated: 'Dim dyddiad wedi’i gofnodi',
  undatedNote: 'Nid yw’r cofnod yn rhoi dyddiad ar gyfer yr eitemau hyn.',
  undatedMore: 'Efallai bod mwy. Nid ydym wedi darllen popeth eto.',
  moreUndated: 'Dangos mwy o eitemau heb ddyddiad',
  late: 'Cyrhaeddodd ar ôl y gweddill',
  recordLanguage: 'Mae geiriau’r cofnod yn yr iaith y cawsant eu hysgrifennu ynddi.',

  completeness: ({places, date, time, owner}) => {
    const from =
      places.length === 0 ? '' : ` o ${places.length > 2 ? `${places.length} lle` : and(places)}`;
    const whole = owner === undefined ? 'eich cofnod iechyd cyfan' : `gofnod iechyd cyfan ${owner}`;
    return `Darllenwyd hwn${from} ar ${date} am ${time}. Efallai nad dyma ${whole}.`;
  },
  notReadYet: (owner) => `Nid ydym wedi darllen dim o ${record(owner)} eto.`,
  reach: (month) =>
    `Rydym wedi darllen yn ôl i ${month} hyd yn hyn. Dewiswch ‘Dangos rhai hŷn’ i weld mwy.`,
  notHere: (kinds) => `Ni allwch weld ${kinds} yma. Nid yw hyn yn golygu nad oes rhai.`,
  tryAgain: 'Rhowch gynnig arall arni',
  contact: (owner) =>
    owner === undefined
      ? 'Ffoniwch eich meddygfa neu dîm eich ysbyty.'
      : `Ffoniwch feddygfa neu dîm ysbyty ${owner}.`,
  problem: 'Mae problem gyda’r dudalen hon',
  problemText: (owner) => `Efallai nad yw’n dangos y cyfan o ${record(owner)}.`,
  loading: (owner) => `Yn llwytho ${record(owner)}`,
  loadingTime: 'Gall hyn gymryd hyd at 10 eiliad.',

  tagNew: 'Newydd',

  covered: 'Wedi’i guddio ar y sgrin hon',
  show: 'Dangos',
  showWhich: (date) => `yr eitem hon, ${date}`,
};
