/**
 * Every word of ours that a record entry can carry, as keys. `i18n` holds one text per key in each
 * language; a missing one is a type error.
 */

/** Words that lead an entry's name, or one result or step inside it, because they change what it means. */
export const leadKeys = [
  'stopped',
  'ended',
  'notActive',
  'inRemission',
  'ruledOut',
  'notConfirmed',
  'possible',
  'notDone',
  'notGiven',
  'notFullStrength',
  'notTaken',
  'doNotTake',
  'doNotDo',
  'cancelled',
  'didNotAttend',
  'planned',
  'suggested',
  'oneOption',
  'draft',
  'paused',
  'inProgress',
  'notStarted',
  'done',
  'waitingForResult',
  'waitingList',
  'aboutOther',
  'statusUnknown',
  'allergy',
  'allergyEnded',
  'allergyRuledOut',
  'allergyNotConfirmed',
  'intolerance',
  'intoleranceEnded',
  'intoleranceRuledOut',
  'intoleranceNotConfirmed',
] as const;
export type LeadKey = (typeof leadKeys)[number];

/** Tags beside an entry, most telling first in an entry's list. */
export const statusKeys = [
  'corrected',
  'changed',
  'addedTo',
  'notFinal',
  'partial',
  'notConfirmed',
  'possible',
  'statusUnknown',
  'cameBack',
  'booked',
  'arrived',
  'checkedIn',
  'waitingToBeSeen',
  'inProgress',
  'onLeave',
  'ordered',
  'planned',
  'suggested',
  'oneOption',
  /** Made from the author when an entry is put into words; no decoder sets these. */
  'addedByPerson',
  'addedByRelated',
] as const;
export type StatusKey = (typeof statusKeys)[number];

/** Whole names of ours. */
export const statementKeys = ['noKnownAllergies', 'noKnownDrugAllergies'] as const;
export type StatementKey = (typeof statementKeys)[number];

/** What an entry is, closer than its kind. */
export const entryKeys = [
  'condition',
  'allergy',
  'medicine',
  'prescription',
  'vaccination',
  'testResult',
  'bloodTest',
  'urineTest',
  'scan',
  'report',
  'measurement',
  'lifestyle',
  'questionnaire',
  'testOrMeasurement',
  'procedure',
  'visit',
  'hospitalStay',
  'emergencyVisit',
  'homeVisit',
  'remoteVisit',
  'letter',
  'document',
  'appointment',
  'carePlan',
] as const;
export type EntryKey = (typeof entryKeys)[number];

/** Sentences of ours under an entry's name. */
export const pointKeys = [
  'correctedOn',
  'correctedFrom',
  'changedOn',
  'reaction',
  'reactionMild',
  'reactionModerate',
  'reactionSevere',
  'highRisk',
  'whatFor',
  'reasonGiven',
  'statusWords',
  'started',
  'startedWords',
  'startedAge',
  'endedOn',
  'endedWords',
  'endedAge',
  'startedAndEnded',
  'dateWords',
  'dose',
  'given',
  'givenDose',
  'notFullStrength',
  'secondHand',
  'originalOrder',
  'reflexOrder',
  'fillerOrder',
  'instanceOrder',
  'medicineNotInUse',
  'with',
  'at',
  'aboutOther',
  'measuredWith',
  'measuredHow',
  'measuredAt',
  'measurementNotRecorded',
  'unsafeResults',
  'unsafePart',
  'moreSteps',
  'moreDoses',
  'severity',
] as const;
export type PointKey = (typeof pointKeys)[number];

/** Why a result has no value: HL7 data-absent-reason, in fewer words. */
export const absentKeys = [
  'notRecorded',
  'notAsked',
  'notAnswered',
  'notKnown',
  'notApplicable',
  'notDone',
  'error',
  'notANumber',
  'tooLow',
  'tooHigh',
  'notShown',
  /** Nothing is said of a value: the name says all, as in 'Breathing room air'. */
  'noValue',
] as const;
export type AbsentKey = (typeof absentKeys)[number];

/** UCUM units of time in a dosage (FHIR R4 units-of-time). */
export const doseUnits = ['s', 'min', 'h', 'd', 'wk', 'mo', 'a'] as const;
export type DoseUnit = (typeof doseUnits)[number];
