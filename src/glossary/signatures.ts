/** Names of people that stand without a title, where a note says who saw somebody, wrote it, or is to have a copy. */

/** What stands before such a name on its line. A cc after a number is a measure. */
const cue =
  /(?<!\p{L}|\d ?)(?:(?:[Aa]dministered|[Aa]pproved|[Aa]ssessed|[Aa]uthori[sz]ed|[Cc]hecked|[Cc]ompleted|[Dd]ictated|[Dd]one|[Ee]ntered|[Ee]xamined|[Gg]iven|[Pp]erformed|[Pp]rescribed|[Rr]ecorded|[Rr]eferred|[Rr]eported|[Rr]equested|[Rr]eviewed|[Ss]een|[Ss]igned|[Tt]yped|[Vv]erified|[Ww]itnessed|[Ww]ritten) by|[Ss]igned|SIGNED|[Cc][Cc]):?\s{1,3}/u
    .source;

/** What stands on a line above it at the end of a letter. */
const signOff =
  /(?:[Ss]incerely|[Ff]aithfully|[Rr]egards|[Ww]ishes|[Tt]hanks)[,.]?\s{0,2}\n\s{0,3}/u.source;

/** Two or three initials that no profession and no kind of ward has. */
const initials =
  /(?!(?:AHP|ANP|CMO|CNS|CPN|CT|CX|DN|ED|ENP|ENT|FY|GP|HCA|HV|ICU|ITU|LD|MDT|MH|MO|MW|NP|OOH|OP|OT|PA|PCN|PT|RGN|RMN|RN|SALT|SHO|SLT|SN|SPR|SR|SW|TVN|[A-Z]U)[ _])(?:\p{Lu}\.?){2,3}/u
    .source;

/** A name, and nothing that works: 'MS Nurse', 'RA Clinic', nor what a scan is of. */
const surname =
  /(?!(?:Abd|Acute|Adv|Advice|Ang|Ass|Brain|Care|Centre|Chest|Chronic|Clin|Comm|Cons|Coord|Crew|Depart|Dept|Doc|Duty|Dr|Emerg|Exam|Foundation|Group|Head|Health|Hosp|House|Junior|Lead|Liaison|Link|Lumbar|Matron|Med|Mental|Midwi|Mr|Neck|Nurs|Offic|Out|Para|Patient|Ped|Pelv|Pharm|Phys|Pract|Prof|Psych|Radi|Reg|Report|Results?\b|Scan|Senior|Serv|Sister|Soci|Spec|Spin|Staff|Student|Support|Surg|Team|Techn|Ther|Trainee|Trust|Unit|Ward|Work))\p{Lu}[\p{Ll}'’]+(?:-?\p{Lu}\p{Ll}+)?(?![\p{L}\p{N}])/u
    .source;

const end = /(?:$|[\n,.;)])/u.source;

/** What ends a cue or a sign-off: most writing has none of it near, and is not looked through for the rest. */
const cued = /(?:\bby|igned|IGNED|[Cc][Cc]):?\s|(?:ely|lly|ards|shes|anks)[,.]?\s{0,2}\n/;

// eslint-disable-next-line no-restricted-syntax -- Of the parts above: nothing of it is data.
const whole = new RegExp(
  `(?:${cue}(?:${initials} ${surname}(?:,| and| &) ){0,2}(?:_${initials}_ ${surname}|\\p{Lu}\\.? _${surname}_|${surname} _${initials}_${end})` +
    `|${signOff}(?:_${initials}_ |\\p{Lu}\\.? _)${surname}_? ?${end})`,
  'u',
);

/** 'Seen by RA Smith', 'signed J Graves', 'cc Smith RA': tried on a line of text with lines beside the word in question. */
export const signed = {test: (around: string): boolean => cued.test(around) && whole.test(around)};
