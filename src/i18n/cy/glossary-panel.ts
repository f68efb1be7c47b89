import type {GlossaryPanelWords} from '../glossary-panel.js';

/** What the sites of the bundled glossary are called in Welsh; another keeps its own name. */
const sites = new Map([
  ['the NHS website', 'wefan y GIG'],
  ['the NHS Data Model and Dictionary', 'Eiriadur a Model Data y GIG'],
  ['the NHS England website', 'wefan GIG Lloegr'],
  ['the NICE website', 'wefan NICE'],
  ['the British National Formulary', 'y British National Formulary'],
]);

const inWelsh = (site: string): string => sites.get(site) ?? site;

/** Welsh: waits for a Welsh language reviewer. */
export const cy: GlossaryPanelWords = {
  close: 'Cau',
  fullName: 'Enw llawn:',
  say: 'Ynganu:',
  example: 'Er enghraifft:',
  notTheSame: 'Nid yr un peth â:',
  several: (word) => `Gall ${word} olygu mwy nag un peth. Ni allwn ddweud pa un sydd dan sylw yma.`,
  maybeOther: (word) => `Gall ${word} olygu rhywbeth arall hefyd.`,
  firstByCode: 'Wedi’i roi’n gyntaf oherwydd cod yr eitem hon.',
  firstByKind: 'Wedi’i roi’n gyntaf oherwydd y math o eitem yw hon.',
  wholeSentence: 'Darllenwch y frawddeg gyfan. Gall ddweud na chafwyd hyd i rywbeth.',
  askWhich: 'Gofynnwch i’ch meddyg, nyrs neu fferyllydd beth oedd yn ei olygu.',
  notReviewed: 'Heb ei adolygu’n glinigol eto.',
  unchecked: (reviewer) =>
    reviewer
      ? `Nid yw ${reviewer} wedi gwirio’r ystyr hwn.`
      : 'Nid oes neb proffesiynol ym maes iechyd wedi gwirio’r ystyr hwn.',
  notWrittenBy: 'Nid y sawl a ysgrifennodd y cofnod iechyd a’i hysgrifennodd.',
  checked: (source, date, by) =>
    source
      ? `Wedi’i wirio yn erbyn ${inWelsh(source)} ar ${date} gan ${by}.`
      : `Wedi’i wirio ar ${date} gan ${by}.`,
  askCareTeam: 'Gofynnwch i’ch tîm gofal am y gair hwn.',
  bundled: 'yr eirfa sy’n dod gyda’r dudalen hon',
  terminology: 'y rhestr o enwau meddygol y mae’r dudalen hon yn ei defnyddio',
  from: (name) => `Eglurwyd gan ${name}.`,
  agrees: (name) => `Defnyddir yr un geiriau gan ${name}.`,
  sameName: (name) => `Defnyddir yr un enw gan ${name}.`,
  alsoFrom: (name) => `Enw arall arno gan ${name}:`,
  nameOnly:
    'Enw meddygol yw hwn. Ni wyddom fwy amdano. Gofynnwch i’ch meddyg, nyrs neu fferyllydd.',
  nameFrom: (name) => `Daw’r enw hwn o ${name}.`,
  notKnown: 'Ni wyddom beth mae hyn yn ei olygu. Gofynnwch i’ch meddyg, nyrs neu fferyllydd.',
  stop: 'Peidio â thanlinellu geiriau',
  insteadOf: (names) => `Fe’i defnyddir yn lle’r un o ${names.join(', ')}.`,
  more: (source, opensTab, name = 'hyn') =>
    `Mwy am ${name} ar ${inWelsh(source)}${opensTab ? ' (yn agor mewn tab newydd)' : ''}`,
  mayBeOn: (source, name = 'hyn') => `Efallai fod mwy am ${name} ar ${inWelsh(source)}.`,
  leaves: 'Mae hyn yn gadael y dudalen hon. Gall aros yn eich hanes pori.',
  addQuestion: 'Ychwanegu at gwestiynau i’w gofyn',
  questionAdded: 'Wedi’i ychwanegu at eich cwestiynau i’w gofyn.',
  questionListed: 'Wedi’i ychwanegu at ‘Cwestiynau i’w gofyn’, yn is i lawr y dudalen hon.',
  report: 'Nid yw hyn yn edrych yn iawn',
  reported: 'Diolch. Rydym wedi dweud wrth y bobl sy’n rhedeg y dudalen hon.',
  notReported: (contact) => `I ddweud wrth rywun am hyn: ${contact}`,
  defaultContact: 'Ffoniwch y feddygfa neu dîm yr ysbyty.',
  wordsHere: 'Geiriau a esbonnir yma',
  questions: 'Cwestiynau i’w gofyn',
  questionsHint: 'Mae’r rhestr hon yn mynd pan fyddwch yn cau’r dudalen hon.',
  whatMeans: (word) => `Beth mae ‘${word}’ yn ei olygu?`,
  remove: (word) => `Tynnu ‘${word}’`,
  removed: (word) => `Mae ‘${word}’ wedi’i dynnu o’r cwestiynau i’w gofyn.`,
  exportQuestions: 'Cadw’r rhestr fel ffeil testun',
};
