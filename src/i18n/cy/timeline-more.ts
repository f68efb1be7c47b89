import type {TimelineMoreWords} from '../timeline-more.js';

const entries = (count: number) => `${count.toLocaleString('cy')} eitem`;

/** Welsh: waiting for a Welsh language reviewer. */
export const cy: TimelineMoreWords = {
  asked: 'Yr hyn y gwnaethom ofyn amdano',
  askedAt: (date, time) => `Yr hyn y gwnaethom ofyn amdano ar ${date} am ${time}`,
  kind: 'Math o eitem',
  happened: 'Beth ddigwyddodd',
  goesBack: 'Yn mynd yn ôl i',
  states: {
    waiting: 'Dim ateb eto.',
    reading: 'Wedi ateb. Efallai bod rhai hŷn.',
    complete: 'Wedi ateb.',
    failed: 'Heb ateb.',
    notHere: 'Ni allwch weld y rhain yma. Nid yw hyn yn golygu nad oes rhai.',
    unsafe: 'Ni ellir dangos y rhain yn ddiogel yma.',
    limited: 'Wedi ateb. Dim ond rhai rydym wedi’u darllen.',
  },
  read: (count) => `${entries(count)} wedi’u darllen.`,
  partial: 'Dim ond am rai o’r rhain yr oedd modd gofyn.',
  notKnown: 'Ddim yn hysbys',
  notShown: 'Wedi’i guddio ar y sgrin hon',
  about: (places, owner) =>
    `Efallai na fydd rhywfaint o wybodaeth yn cael ei dangos yma. Gallwch ofyn i ${places} beth sydd ganddynt am ${owner ?? 'chi'}.`,
  decade: (year) => `${year}au`,
  years: (from, to) => `${from} i ${to}`,
  loadingPanel: 'Yn agor chwilio a hidlo',
  filtersInUse: 'Hidlwyr ar waith',
  removeFilter: 'Tynnu’r hidlydd:',
  from: (date) => `O ${date}`,
  to: (date) => `Hyd at ${date}`,
  jumped: (years, count, soFar) =>
    `${years}, ${count === 0 ? 'dim eitemau' : entries(count)}${soFar ? ' hyd yn hyn' : ''}`,
};
