/** AllergyIntolerance: an allergy or intolerance, or a record that none is known. */
import {get, objects} from '../fhir-json.js';
import {clean, conceptLabel, hasCode} from '../label.js';
import type {LeadKey} from '../status.js';
import {codedStatusOf, type Decoder, type Meaning, type Meanings} from './entry.js';

/** R4 allergyintolerance-clinical. */
const clinical: Meanings = {
  active: {currency: 'current'},
  inactive: {currency: 'notCurrent', lead: 'ended'},
  resolved: {currency: 'notCurrent', lead: 'ended'},
};

/** R4 allergyintolerance-verification, without entered-in-error. */
const verification: Meanings = {
  unconfirmed: {lead: 'notConfirmed', status: 'notConfirmed'},
  confirmed: {},
  refuted: {lead: 'ruledOut', currency: 'notCurrent'},
};

const snomed = 'http://snomed.info/sct';
const saysNone = /^\s*n\.?k\.?d?\.?a\.?\s*$|\b(?:no|nil|none)\b/i;
/** A name that says by itself that it is about an allergy needs no word of ours before it. */
const saysAllergy =
  /allerg|intoleran|anaphyla|adverse|sensitiv|\bno known\b|\bnil known\b|\bnk(?:d)?a\b/i;

/** What an allergy is led by: plain, or with how it stands. */
const suffixes: Readonly<Partial<Record<LeadKey, 'Ended' | 'RuledOut' | 'NotConfirmed'>>> = {
  ended: 'Ended',
  ruledOut: 'RuledOut',
  notConfirmed: 'NotConfirmed',
};

/** How it stands, and how sure that is. Undefined: one of them says something that we do not know. */
export function allergyStatuses(
  resource: unknown,
): readonly [state: Meaning, sure: Meaning] | undefined {
  const state = codedStatusOf(
    get(resource, 'clinicalStatus'),
    'allergyintolerance-clinical',
    clinical,
  );
  const sure = codedStatusOf(
    get(resource, 'verificationStatus'),
    'allergyintolerance-verification',
    verification,
  );
  return state && sure && [state, sure];
}

export const allergyIntolerance: Decoder = {
  dates: ['recordedDate', 'onsetDateTime', 'onsetPeriod', 'lastOccurrence'],
  read(resource) {
    const found = allergyStatuses(resource);
    if (!found) return 'withheld';
    const [state, sure] = found;
    const code = get(resource, 'code');
    // SNOMED CT, as in the R4 examples AllergyIntolerance/nka and nkda and the UK Core example.
    const statement = hasCode(code, snomed, '716186003')
      ? 'noKnownAllergies'
      : hasCode(code, snomed, '409137002')
        ? 'noKnownDrugAllergies'
        : undefined;
    const words = clean(get(code, 'text'));
    const reactions = objects(get(resource, 'reaction'));
    // A code that says 'none known' with words that name something, or with a reaction: one of them is wrong.
    if (statement && ((words && !saysNone.test(words)) || reactions.length > 0)) return 'withheld';
    const title =
      conceptLabel(code) ??
      reactions.map((reaction) => conceptLabel(reaction['substance'])).find((each) => !!each);
    const changed = sure.lead === 'ruledOut' ? sure.lead : (state.lead ?? sure.lead);
    const suffix = changed && suffixes[changed];
    const plain = get(resource, 'type') === 'intolerance' ? 'intolerance' : 'allergy';
    const isNamed = statement !== undefined || (title !== undefined && saysAllergy.test(title));
    return {
      sort: 'allergy',
      lead: isNamed ? changed : suffix ? `${plain}${suffix}` : plain,
      title: statement ? undefined : title,
      statement,
      statuses: [changed === sure.lead ? undefined : sure.status],
      currency: sure.currency ?? state.currency ?? 'unknown',
    };
  },
};
