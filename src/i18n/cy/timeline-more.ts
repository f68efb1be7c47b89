import type {TimelineMoreWords} from '../timeline-more.js';
import {and, entries, join, record} from './timeline.js';

/** Welsh: waiting for a Welsh language reviewer. */
export const cy: TimelineMoreWords = {
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
  reached: (date) => `Rydych wedi cyrraedd ${date}.`,
  oldest: 'Dyma’r eitem hynaf y gallem ei chael.',
  duringVisit: (visit) => `Rhan o: ${visit}`,
  undated: 'Dim dyddiad wedi’i gofnodi',
  undatedNote: 'Nid yw’r cofnod yn rhoi dyddiad ar gyfer yr eitemau hyn.',
  undatedMore: 'Efallai bod mwy. Nid ydym wedi darllen popeth eto.',
  moreUndated: 'Dangos mwy o eitemau heb ddyddiad',
  late: 'Wedi llwytho’n hwyr',
  recordLanguage: 'Mae geiriau’r cofnod yn yr iaith y cawsant eu hysgrifennu ynddi.',

  notReadYet: (owner) => `Nid ydym wedi darllen dim o ${record(owner)} eto.`,
  reach: (month) =>
    `Rydym wedi darllen yn ôl i ${month} hyd yn hyn. Dewiswch ‘Dangos rhai hŷn’ i weld mwy.`,
  notHere: (kinds) => `Ni allwch weld ${kinds} yma. Nid yw hyn yn golygu nad oes rhai.`,

  tagNew: 'Newydd',
  covered: 'Wedi’i guddio ar y sgrin hon',
  show: 'Dangos',
  showWhich: (date) => `yr eitem hon, ${date}`,

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
  noEntries: 'Dim eitemau',
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

  nameNotKnown: 'Ni allem gael enw’r person y mae hyn amdano',
  born: (date) => `Dyddiad geni: ${date}`,
  nhsNumber: (digits) => `Rhif GIG: ${digits}`,
  nowHeading: 'Beth sy’n gyfredol: meddyginiaethau, cyflyrau ac alergeddau',
  nowKnown: 'Cyfredol',
  nowCovered: 'Wedi’u cuddio ar y sgrin hon',
  currentUnknown: 'Nid ydym yn gwybod a yw’r rhain yn gyfredol',
  currentUnknownNote: 'Nid yw’r cofnod yn dweud a yw’r rhain yn dal yn wir.',
  nowMissing: (kinds) =>
    `Nid yw’r rhestr hon yn gyflawn. Efallai nad yw pob un o’r ${kinds} ynddi.`,
  matching: (count, soFar) => `${entries(count)} yn cyfateb${soFar ? ' hyd yn hyn' : ''}`,
  noMatch: (back) => `Nid oes eitemau’n cyfateb.${back ? ` Chwiliwyd yn ôl i ${back}.` : ''}`,
  searchedBack: (back, reading) =>
    reading
      ? `${back ? `Chwiliwyd yn ôl i ${back} hyd yn hyn. ` : ''}Yn dal i ddarllen eitemau hŷn.`
      : 'Dim ond yr hyn y gallem ei ddarllen y gallem ei chwilio. Efallai fod rhagor yn cyfateb.',
  undatedLeftOut: 'Nid yw eitemau heb ddyddiad yn y rhestr hon.',
  clearFilters: 'Clirio pob hidlydd',
  showNewer: 'Dangos eitemau mwy newydd',
  readingOlder: 'Yn darllen eitemau hŷn',
  showingBackTo: (date) => `Yn dangos eitemau yn ôl i ${date}`,
  openFailed: 'Ni allem agor yr eitem hon. Rhowch gynnig arall arni.',
  loadingEntry: 'Yn agor yr eitem hon',
  kindFailed: (kinds) => `Ni allem gael ${kinds}. Efallai bod rhai na allwn eu dangos.`,
  allergiesFailed: (owner) =>
    owner === undefined
      ? 'Ni allem wirio eich alergeddau. Peidiwch â meddwl bod hyn yn golygu nad oes gennych rai. Dywedwch wrth staff am unrhyw alergedd sydd gennych.'
      : `Ni allem wirio alergeddau ${owner}. Peidiwch â meddwl bod hyn yn golygu nad oes rhai. Dywedwch wrth staff am unrhyw alergedd sydd gan ${owner}.`,
  kindUnsafe: (kinds) =>
    `Ni allwn ddangos ${kinds} yn ddiogel yma. Efallai bod rhywfaint o’r hyn a anfonwyd atom am rywun arall.`,
  kindLimited: (kinds) =>
    `Dim ond rhai o’r ${kinds} y gallem eu cael. Efallai bod mwy. Gofynnwch amdanynt os oes eu hangen arnoch.`,
  withheld: (count, places, kinds) =>
    `Mae ${entries(count)} na allwn eu dangos yn ddiogel. Gofynnwch i ${places} amdanynt. Maent am: ${kinds}.`,
  teamThere: 'y tîm a’ch triniodd',

  someMissing: (owner) => `Mae rhan o ${record(owner)} ar goll`,
  tryAgainOrAsk: 'Rhowch gynnig arall arni, neu gofynnwch amdano os oes ei angen arnoch nawr.',
  urgentBefore: 'I gael cyngor meddygol brys, defnyddiwch ',
  urgentLink: '111 ar-lein',
  urgentAfter: ' neu ffoniwch 111.',

  notConnected: 'Nid oes cofnod iechyd i’w ddangos yma',
  notConnectedText: 'Nid yw’r dudalen hon wedi’i chysylltu â chofnod iechyd.',
  loadingHave: (kinds) => `Mae gennym ${kinds}.`,
  loadingWaiting: (kinds) => `Rydym yn aros am ${kinds}.`,
  failed: (owner, again) => `Mae problem ${again ? 'o hyd ' : ''}gyda ${record(owner)}`,
  failedText: 'Ni allem gael dim ohono. Nid yw hyn yn golygu nad oes dim ynddo.',
  offline: 'Rydych all-lein',
  offlineAsOf: (owner, date, time) => `Dyma ${record(owner)} fel yr oedd ar ${date} am ${time}.`,
  offlineNewer: 'Nid yw eitemau mwy newydd yn cael eu dangos.',
  offlineNothing: (owner) => `Ni allwn gael ${record(owner)} nes eich bod ar-lein eto.`,
  logInAgainTo: (owner) => `Mewngofnodwch eto i weld ${record(owner)}`,
  loggedOut: (owner) => `Cawsoch eich allgofnodi i gadw ${record(owner)} yn ddiogel.`,
  nothingLost: 'Nid oes dim a gadwyd gennych wedi’i golli.',
  logInAgain: 'Mewngofnodi eto',
  wrongPerson: 'Rydym wedi stopio dangos y cofnod iechyd hwn',
  wrongPersonText: [
    'Rydym wedi stopio oherwydd efallai bod rhywfaint o hwn am rywun arall.',
    'Peidiwch â dibynnu ar y dudalen hon.',
  ],
  unsupported: 'Ni allwn ddangos y cofnod iechyd hwn yma',
  unsupportedText: 'Mae’n cael ei gadw ar ffurf na all y dudalen hon ei darllen.',
  nothingRecorded: (kinds) => `Dim ${kinds ?? 'eitemau'} wedi’u cofnodi`,
  nothingToShow: 'Nid oes dim y gallwn ei ddangos yma',
  nothingSeen: (owner) =>
    `Nid yw hyn yn golygu nad oes dim yn ${record(owner)}. Ni allem ddarllen y cyfan.`,
  kindEmpty: (kinds, places) =>
    `Nid oes ${kinds} wedi’u cofnodi yn ${places}. Os credwch fod rhai ar goll, dywedwch wrthynt.`,
  recordEmpty: (places) =>
    `Nid oes eitemau wedi’u cofnodi yn ${places}. Os credwch fod rhai ar goll, dywedwch wrthynt.`,
  allergiesEmpty: (places, owner) =>
    `Nid oes alergeddau wedi’u cofnodi yn ${places}. Dywedwch wrth staff am unrhyw alergedd sydd ${owner === undefined ? 'gennych' : `gan ${owner}`}.`,
  allergiesNone: (place, date) =>
    `${place ? `Cofnododd ${place} ‘dim alergeddau hysbys’` : 'Cofnodwyd ‘dim alergeddau hysbys’'}${date ? ` ar ${date}` : ''}.`,
  placesAsked: 'y lleoedd y gofynnwyd iddynt',
  youMayAdd: (kinds) => `Gallwch ychwanegu eich ${kinds} eich hun.`,
  newSince: (count, soFar) =>
    `${entries(count)} newydd ${soFar ? 'hyd yn hyn' : 'ers y tro diwethaf'}`,
  newNone: (isSure) => `Dim byd newydd ${isSure ? 'ers y tro diwethaf' : 'hyd yn hyn'}`,
  whatIsNew: 'Beth sy’n newydd',
  newUnknown: 'Ni allwn ddweud pa eitemau sy’n newydd',
  newUnknownText: 'Mae’r rhan fwyaf o’r cofnod hwn wedi newid ers i chi edrych ddiwethaf.',
  lastLooked: (date) => `Y tro diwethaf i chi edrych oedd ${date}.`,
  onlyNew: 'Dangos eitemau newydd yn unig',
  allAgain: 'Dangos pob eitem',
  newMore: (count) => `${entries(count)} newydd arall`,
};
