/** AllergyIntolerance: an allergy or intolerance, or a record that none is known. */
import {get, objects} from '../fhir-json.js';
import {clean, firstLabel, hasCode} from '../label.js';
import {wholeBody} from './entry-body.js';
import {certainty, say, type Decoder} from './entry.js';
import {codes} from './meanings.js';

const snomed = 'http://snomed.info/sct';
const saysNone = /^\s*n\.?k\.?d?\.?a\.?\s*$|\b(?:no|nil|none)\b/i;
/** A name that says by itself that it is about an allergy needs no word of ours before it. */
const saysAllergy =
  /allerg|intoleran|anaphyla|adverse|sensitiv|\bno known\b|\bnil known\b|\bnk(?:d)?a\b/i;

/** R4 allergyintolerance-clinical, and allergyintolerance-verification without entered-in-error. */
export const allergyStatuses = certainty(
  'allergyintolerance-clinical',
  codes('active inactive resolved'),
  'allergyintolerance-verification',
  codes('unconfirmed confirmed refuted'),
);

export const allergyIntolerance: Decoder = {
  sort: 'allergy',
  dates: ['recordedDate', 'onsetDateTime', 'onsetPeriod', 'lastOccurrence'],
  names: ['code'],
  read(head, resource) {
    const statuses = allergyStatuses(resource);
    if (!statuses) return 'withheld';
    const code = get(resource, 'code');
    // SNOMED CT, as in the R4 examples AllergyIntolerance/nka and nkda and the UK Core example.
    if (hasCode(code, snomed, '716186003')) head.statement = 'noKnownAllergies';
    else if (hasCode(code, snomed, '409137002')) head.statement = 'noKnownDrugAllergies';
    const reactions = objects(get(resource, 'reaction'));
    say(head, ...statuses);
    if (head.statement) {
      // A code that says 'none known' with words that name something, or with a reaction: one of them is wrong.
      const words = clean(get(code, 'text'));
      if ((words && !saysNone.test(words)) || reactions.length > 0) return 'withheld';
      head.title = undefined;
    } else {
      head.title ??= firstLabel(reactions.map(({substance}) => substance));
      const plain = get(resource, 'type') === 'intolerance' ? 'intolerance' : 'allergy';
      if (!head.title || !saysAllergy.test(head.title))
        head.lead = head.lead ? wholeBody().allergyLead(plain, head.lead) : plain;
    }
    head.until = undefined;
    return undefined;
  },
};
