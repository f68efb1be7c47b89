import type {ChartWords} from '../chart.js';

/** Welsh: waiting for a Welsh language reviewer. */
export const cy: ChartWords = {
  heading: (name) => `${name} dros amser`,
  back: 'Yn ôl i’r cofnod',
  latest: (name, value, date, owner) =>
    owner
      ? `${name} diweddaraf ${owner} oedd ${value}, ar ${date}.`
      : `Eich ${name} diweddaraf oedd ${value}, ar ${date}.`,
  one: (name, value, date, owner) =>
    owner
      ? `${name} ${owner} oedd ${value}, ar ${date}.`
      : `Eich ${name} oedd ${value}, ar ${date}.`,
  higher: (by, date, value) => `Mae hynny ${by} yn uwch nag ar ${date}, pan oedd yn ${value}.`,
  lower: (by, date, value) => `Mae hynny ${by} yn is nag ar ${date}, pan oedd yn ${value}.`,
  same: (date) => `Roedd yr un fath ar ${date}.`,
  cannotCompare: (date, value) =>
    `Ar ${date} roedd yn ${value}. Ni ellir cymharu’r 2 ganlyniad hyn yn union.`,
  rangeGiven: (range) => `Yr ystod a roddwyd yw ${range}.`,
  noRangeGiven: 'Ni roddwyd ystod gyda’r canlyniad hwn.',
  between: (since, low, high) => `Ers ${since} mae wedi bod rhwng ${low} a ${high}.`,
  onlyOne: 'Dim ond 1 canlyniad y gellir ei ddangos yma.',
  mayBeHidden: 'Efallai fod canlyniadau eraill y prawf hwn wedi’u cuddio ar y sgrin hon.',
  showCovered: 'Dangos pob canlyniad o’r prawf hwn',
  showFrom: 'Dangos canlyniadau o’r',
  lastYears: (years) => (years === 2 ? '2 flynedd ddiwethaf' : `${years} mlynedd diwethaf`),
  all: 'Pob un',
  noneInTime: 'Nid oes canlyniadau yn y cyfnod hwn.',
  chartLabel: (name) => `Siart o ${name} dros amser. Mae’r un canlyniadau yn y tabl ar ei ôl.`,
  legend: {
    up: 'Uchel, uwchlaw’r ystod a roddwyd',
    down: 'Isel, islaw’r ystod a roddwyd',
    filled: 'O fewn yr ystod a roddwyd',
    hollow: 'Dim ystod i gymharu â hi',
    outside: 'Y tu allan i’r ystod a roddwyd',
    limit: 'Nid yw’r union rif yn hysbys',
  },
  otherUnits: (count, units) =>
    `Mae ${count} canlyniad mewn uned wahanol (${units}). Mae yn y tabl, nid ar y siart.`,
  bandFrom: (range, year) => `Ystod a roddwyd: ${range}, o ${year}`,
  tableCaption: (name) => `Canlyniadau ${name}, y diweddaraf yn gyntaf`,
  date: 'Dyddiad',
  result: 'Canlyniad',
  whereFrom: 'O ble y daeth',
  range: 'Ystod a roddwyd',
  placeNotRecorded: 'Heb ei gofnodi',
  showAll: (count) => `Dangos pob un o’r ${count} canlyniad`,
  called: 'Enw hyn:',
  partial: 'Efallai fod canlyniadau hŷn nad ydynt yn cael eu dangos yma.',
  failed: 'Ni allem gael canlyniadau eraill y prawf hwn.',
  tryAgain: 'Rhowch gynnig arall arni',
  loading: 'Yn nôl canlyniadau eraill y prawf hwn',
  meaning: (contact, owner) =>
    `Nid yw’r dudalen hon yn dweud beth mae’r canlyniadau yn ei olygu i ${owner ?? 'chi'}. ${contact}`,
};
