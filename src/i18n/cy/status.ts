import type {StatusWords} from '../status.js';
import {aged, counted, nounAfterEvery} from './numbers.js';

function end(sentence: string): string {
  return /[.!?…]$/.test(sentence) ? sentence : `${sentence}.`;
}

const on = (date: string | undefined) => (date ? ` ar ${date}` : '');

/** Welsh: waiting for a Welsh language reviewer. */
export const cy: StatusWords = {
  leads: {
    stopped: 'Wedi stopio',
    ended: 'Wedi dod i ben',
    notActive: 'Ddim yn weithredol nawr',
    inRemission: 'Gwell am y tro',
    ruledOut: 'Wedi’i ddiystyru',
    notConfirmed: 'Heb ei gadarnhau',
    possible: 'Posibl',
    notDone: 'Heb ei wneud',
    notGiven: 'Heb ei roi',
    notFullStrength: 'Ddim yn llawn gryf',
    notTaken: 'Heb ei gymryd',
    doNotTake: 'Peidiwch â chymryd',
    doNotDo: 'Peidiwch â gwneud',
    cancelled: 'Wedi’i ganslo',
    didNotAttend: 'Heb fynychu',
    planned: 'Wedi’i gynllunio',
    suggested: 'Awgrym',
    oneOption: 'Un dewis',
    draft: 'Drafft',
    paused: 'Wedi’i oedi',
    inProgress: 'Ar y gweill',
    notStarted: 'Heb ddechrau',
    done: 'Wedi’i wneud',
    waitingForResult: 'Aros am ganlyniad',
    waitingList: 'Ar restr aros',
    aboutOther: 'Am rywun neu rywbeth arall',
    statusUnknown: 'Statws anhysbys',
    allergy: 'Alergedd',
    allergyEnded: 'Wedi dod i ben, ddim yn alergedd mwyach',
    allergyRuledOut: 'Wedi’i ddiystyru, nid alergedd',
    allergyNotConfirmed: 'Heb ei gadarnhau, gall fod yn alergedd',
    intolerance: 'Anoddefiad',
    intoleranceEnded: 'Wedi dod i ben, ddim yn anoddefiad mwyach',
    intoleranceRuledOut: 'Wedi’i ddiystyru, nid anoddefiad',
    intoleranceNotConfirmed: 'Heb ei gadarnhau, gall fod yn anoddefiad',
  },
  lead: (lead, name) =>
    `${lead}${/^(?:Wedi|Ddim yn weith)/.test(lead) && /^n(?:o|il) known |^Dim alergeddau hysbys/i.test(name) ? ', nid yw’n wir nawr' : ''}: ${name}`,
  statuses: {
    corrected: 'Wedi’i gywiro',
    changed: 'Wedi’i newid',
    addedTo: 'Wedi ychwanegu ato',
    notFinal: 'Ddim yn derfynol',
    partial: 'Rhai canlyniadau eto i ddod',
    notConfirmed: 'Heb ei gadarnhau',
    possible: 'Posibl',
    statusUnknown: 'Statws anhysbys',
    cameBack: 'Wedi dychwelyd',
    booked: 'Wedi’i drefnu',
    arrived: 'Wedi cyrraedd',
    checkedIn: 'Wedi cofrestru',
    waitingToBeSeen: 'Aros i gael eich gweld',
    inProgress: 'Ar y gweill',
    onLeave: 'Ar seibiant o’r ysbyty',
    ordered: 'I’w wneud',
    planned: 'Wedi’i gynllunio',
    suggested: 'Awgrym',
    oneOption: 'Un dewis',
    addedByPerson: 'Ychwanegwyd gennych chi',
    addedByRelated: 'Ychwanegwyd gan deulu neu ofalwr',
  },
  addedBy: (name) => `Ychwanegwyd gan ${name}`,
  thisPerson: 'y person hwn',
  statements: {
    noKnownAllergies: 'Dim alergeddau hysbys',
    noKnownDrugAllergies: 'Dim alergeddau hysbys i feddyginiaeth',
  },
  sorts: {
    condition: 'Cyflwr',
    allergy: 'Alergedd',
    medicine: 'Meddyginiaeth',
    prescription: 'Meddyginiaeth',
    vaccination: 'Brechiad',
    testResult: 'Canlyniad prawf',
    bloodTest: 'Prawf gwaed',
    urineTest: 'Prawf wrin',
    scan: 'Sgan',
    report: 'Adroddiad',
    measurement: 'Mesuriad',
    lifestyle: 'Ffordd o fyw',
    questionnaire: 'Cwestiynau ac atebion',
    testOrMeasurement: 'Prawf neu fesuriad',
    procedure: 'Triniaeth',
    visit: 'Ymweliad',
    hospitalStay: 'Arhosiad yn yr ysbyty',
    emergencyVisit: 'Ymweliad ag adran achosion brys',
    homeVisit: 'Ymweliad cartref',
    remoteVisit: 'Galwad ffôn neu fideo',
    letter: 'Llythyr',
    document: 'Dogfen',
    appointment: 'Apwyntiad',
    carePlan: 'Cynllun gofal',
  },
  points: {
    correctedOn: ({date}) => `Cywirwyd${on(date)}. Mae’n disodli canlyniad cynharach.`,
    correctedFrom: ({date, value, oldValue}) =>
      `Cywirwyd${on(date)}. Roedd yn ${oldValue}. Mae’n awr yn ${value}.`,
    changedOn: ({date}) => `Newidiwyd${on(date)}.`,
    reaction: ({text}) => `${end(`Adwaith: ${text}`)} Ni chofnodwyd pa mor ddifrifol oedd.`,
    reactionMild: ({text}) => `${end(`Adwaith: ${text}`)} Roedd yn ysgafn.`,
    reactionModerate: ({text}) => `${end(`Adwaith: ${text}`)} Roedd yn gymedrol.`,
    reactionSevere: ({text}) => `${end(`Adwaith: ${text}`)} Roedd yn ddifrifol.`,
    highRisk: () => 'Cofnodwyd fel risg uchel: gallai adwaith fygwth bywyd.',
    whatFor: ({text}) => end(`Ar gyfer: ${text}`),
    reasonGiven: ({text}) => end(`Rheswm a roddwyd: ${text}`),
    statusWords: ({text}) => end(`Statws: ${text}`),
    started: ({date}) => `Dechreuodd: ${date}.`,
    startedWords: ({text}) => end(`Dechreuodd: ${text}`),
    startedAge: ({text}) => end(`Dechreuodd yn ${aged(`${text}`)}`),
    endedAge: ({text}) => end(`Daeth i ben yn ${aged(`${text}`)}`),
    endedOn: ({date}) => `Daeth i ben: ${date}.`,
    endedWords: ({text}) => end(`Daeth i ben: ${text}`),
    startedAndEnded: ({date, until}) => `Dechreuodd: ${date}. Daeth i ben: ${until}.`,
    dateWords: ({text}) => end(`Dyddiad a gofnodwyd: ${text}`),
    dose: ({text}) => `Dos ${text}.`,
    given: () => 'Wedi’i roi.',
    givenDose: ({text}) => `Wedi’i roi. Dos ${text}.`,
    notFullStrength: ({text}) =>
      text
        ? `Cofnodwyd nad oedd y dos hwn yn llawn gryf. ${end(`Rheswm a roddwyd: ${text}`)}`
        : 'Cofnodwyd nad oedd y dos hwn yn llawn gryf.',
    secondHand: () => 'Cofnodwyd o’r hyn a adroddwyd gan rywun arall.',
    originalOrder: () => 'Dyma’r archeb gyntaf am y feddyginiaeth hon.',
    reflexOrder: () => 'Gwnaed yr archeb hon oherwydd un arall.',
    fillerOrder: () => 'Mae hyn yn dangos sut y caiff yr archeb ei chyflenwi.',
    instanceOrder: () => 'Mae hyn yn un rhan o archeb hirach.',
    medicineNotInUse: () => 'Nodwyd nad yw’r feddyginiaeth hon yn cael ei defnyddio mwyach.',
    with: ({text}) => end(`Gyda ${text}`),
    at: ({text}) => end(`Yn ${text}`),
    aboutOther: ({text}) =>
      text ? end(`Mae hyn am: ${text}`) : 'Mae hyn am rywun neu rywbeth arall.',
    measuredWith: ({text}) => end(`Mesurwyd gyda: ${text}`),
    measuredHow: ({text}) => end(`Sut y mesurwyd: ${text}`),
    measuredAt: ({text}) => end(`Ble y mesurwyd: ${text}`),
    measurementNotRecorded: () => 'Ni chofnodwyd sut y mesurwyd hyn.',
    unsafeResults: ({count}) => `Ni ellir dangos ${count} canlyniad yn y cofnod hwn yn ddiogel.`,
    unsafePart: () => 'Ni ellir dangos rhan o’r cofnod hwn yn ddiogel.',
    moreSteps: ({count}) => `Mae ${count} cam arall.`,
    moreDoses: ({count}) => `Mae ${count} cyfarwyddyd arall.`,
    severity: ({text}) => end(`Pa mor ddifrifol: ${text}`),
  },
  nameNotRecorded: 'Enw heb ei gofnodi',
  sourceNotRecorded: 'Ffynhonnell heb ei chofnodi',
  placeNotRecorded: 'Lle heb ei gofnodi',
  familyOrCarer: 'deulu neu ofalwr',
  device: (name) => (name ? `Cofnodwyd gan ddyfais: ${name}` : 'Cofnodwyd gan ddyfais'),
  nameAndRole: (name, role) => `${name}, ${role}`,
  source: (who, place) => `${who}, ${place}`,

  flags: {
    high: 'Uchel',
    low: 'Isel',
    outside: 'Y tu allan i’r ystod a roddwyd',
    within: 'O fewn yr ystod a roddwyd',
    notJudged: '',
    noRange: 'Dim ystod wedi’i rhoi',
  },
  withinNoRange: 'Nodwyd ei fod o fewn yr ystod ddisgwyliedig',
  outsideNoRange: 'Nodwyd nad yw’n ddisgwyliedig',
  interpretations: {
    positive: 'Positif',
    negative: 'Negatif',
    notClear: 'Ddim yn glir',
    detected: 'Canfuwyd',
    notDetected: 'Heb ei ganfod',
    reactive: 'Adweithiol',
    notReactive: 'Heb adwaith',
    weaklyReactive: 'Adweithiol yn wan',
    tooHighToMeasure: 'Rhy uchel i’w fesur',
    tooLowToMeasure: 'Rhy isel i’w fesur',
    resistant: 'Ymwrthol',
    intermediate: 'Rhwng y ddau',
    susceptible: 'Sensitif i driniaeth',
    notSusceptible: 'Ddim yn sensitif i driniaeth',
    lower: 'Is nag o’r blaen',
    higher: 'Uwch nag o’r blaen',
    better: 'Gwell nag o’r blaen',
    worse: 'Gwaeth nag o’r blaen',
    expected: 'Fel y disgwyliwyd',
    unexpected: 'Annisgwyl',
    inReview: 'Aros i gael ei adolygu',
    checkFailed: 'Ni phasiodd y gwiriad ansawdd',
  },
  absent: {
    notRecorded: 'Dim canlyniad wedi’i gofnodi',
    notAsked: 'Heb ei ofyn',
    notAnswered: 'Gofynnwyd, heb ei ateb',
    notKnown: 'Anhysbys',
    notApplicable: 'Ddim yn berthnasol',
    notDone: 'Heb ei wneud',
    error: 'Ni weithiodd y prawf',
    notANumber: 'Nid oedd modd ei fesur',
    tooLow: 'Rhy isel i’w fesur',
    tooHigh: 'Rhy uchel i’w fesur',
    notShown: 'Ni ellir dangos y canlyniad hwn yma mewn geiriau',
    noValue: '',
  },
  yes: 'Ie',
  no: 'Na',
  comparators: {
    '<': (quantity) => `llai na ${quantity}`,
    '<=': (quantity) => `${quantity} neu lai`,
    '>=': (quantity) => `${quantity} neu fwy`,
    '>': (quantity) => `mwy na ${quantity}`,
  },
  fromTo: (from, to) => `${from} i ${to}`,
  orLess: (high) => `${high} neu lai`,
  orMore: (low) => `${low} neu fwy`,
  ratio: (numerator, denominator) => `${numerator} i ${denominator}`,
  rangeFor: (whom, range) => `${whom}: ${range}`,
  rangeGiven: (range) => `Yr ystod a roddwyd: ${range}`,
  rangesGiven: (ranges) => `Yr ystodau a roddwyd: ${ranges.join('; ')}`,
  againstRange: {
    high: (range) => `Uwch na’r ystod a roddwyd (${range})`,
    low: (range) => `Is na’r ystod a roddwyd (${range})`,
    outside: (range) => `Y tu allan i’r ystod a roddwyd (${range})`,
    within: (range) => `O fewn yr ystod a roddwyd (${range})`,
  },

  moreOutside: (count) => `Mae ${count} canlyniad arall y tu allan i’r ystod a roddwyd.`,
  allWithin: (count) => `Mae pob un o’r ${count} canlyniad o fewn yr ystod a roddwyd.`,
  moreResults: (count) => `Mae ${count} canlyniad arall.`,

  often: (times, timesTo, period, unit) => {
    const count =
      timesTo !== undefined && timesTo !== times
        ? `${times} i ${timesTo} gwaith`
        : times === 1
          ? 'unwaith'
          : `${times} gwaith`;
    if (period === 1) return `${count} bob ${nounAfterEvery(unit)}`;
    return times === 1 && timesTo === undefined
      ? `bob ${counted(period, unit)}`
      : `${count} bob ${counted(period, unit)}`;
  },
  dose: ({amount, often, asNeeded}) => {
    const how = [amount, often].filter((part) => part !== undefined).join(' ');
    const needed =
      asNeeded === undefined
        ? ''
        : asNeeded === true
          ? 'Dim ond pan fo angen.'
          : end(`Dim ond pan fo angen, ar gyfer: ${asNeeded}`);
    return [how && end(how), needed].filter((part) => part !== '').join(' ');
  },
  dateAndTime: (date, time) => `${date}, ${time}`,
};
