/**
 * What the glossary talks about: words, what they mean, who says so and who checked it.
 *
 * A meaning explains a word, never a person: it is as true where the record says that something was not found.
 */
import type {RecordKind} from './record-kind.js';

/** What kind of word a term is. */
export type TermKind =
  | 'condition'
  | 'symptom'
  | 'anatomy'
  | 'test'
  | 'measurement'
  | 'medicine'
  | 'procedure'
  | 'device'
  | 'dosage'
  | 'time'
  | 'shorthand'
  | 'organisation'
  | 'role'
  | 'record'
  | 'phrase';

/** What makes a term hard to meet alone: until somebody checked it, its meaning is not shown. */
export type TermTopic =
  | 'cancer'
  | 'end-of-life'
  | 'pregnancy-loss'
  | 'mental-health-law'
  | 'genetics'
  | 'sexual-health'
  /** Never marked in a text, where somebody else may see it; it can be looked up. */
  | 'safeguarding';

/** Who checked a meaning, and when. */
export interface TermCheck {
  /** The day on which the source was opened and the meaning compared with it, as `2026-10-03`. */
  readonly on: string;
  /** Name and role of who did, as shown: 'Dr A Example, clinical safety officer'. */
  readonly by: string;
}

/** A place at which a meaning can be checked. */
export interface TermSource {
  /** As shown: 'the NHS website'. */
  readonly name: string;
  /** An https address of a page about it; absent where only the place is known. */
  readonly url?: string;
}

/** One word or abbreviation with one meaning. */
export interface GlossaryTerm {
  /** Tells this meaning from all others of a set; the same in another set means the same term. Never shown. */
  readonly id: string;
  /** How it is most often written, and the heading of its panel. */
  readonly term: string;
  /** Every other way it is written: abbreviations, spellings, plurals. Up to 4 characters with a capital: in that case only. */
  readonly forms: readonly string[];
  readonly kind: TermKind;
  readonly topic?: TermTopic;
  /** What it is in plain words; empty where a terminology server knows its name alone. */
  readonly means: string;
  /** The medical words in full. */
  readonly full?: string;
  /** How to say it. */
  readonly say?: string;
  readonly example?: string;
  /** What it is often mistaken for. */
  readonly not?: string;
  /** True when a form of it means something else too, in this set or elsewhere. */
  readonly ambiguous?: true;
  /** A SNOMED CT concept that means this, and its display. */
  readonly snomed?: readonly [code: string, display: string];
  readonly source?: TermSource;
  readonly checked?: TermCheck;
  /** The same in other languages, by language subtag. */
  readonly in?: Readonly<Record<string, {readonly means: string; readonly full?: string}>>;
}

/** Terms of one origin, in the order in which the host wants origins asked. */
export interface TermSet {
  /** Whose words they are, as shown: 'Aireside Teaching Hospitals'. */
  readonly name: string;
  readonly terms: readonly GlossaryTerm[];
}

/** The host's review: terms that somebody named has checked. */
export interface TermReview extends TermCheck {
  readonly id: string;
}

/** One meaning of a word, as it may be shown. */
export interface Meaning {
  readonly term: GlossaryTerm;
  /** Name of the set it comes from. */
  readonly from: string;
  readonly checked?: TermCheck;
  /** True when nobody checked it and it is too hard to meet alone: only whom to ask is shown. */
  readonly withheld: boolean;
  /** Names of sets whose meaning of the same term it stands in for. */
  readonly insteadOf: readonly string[];
  /** Why it stands first among several: the entry's own code says so, or the kind of entry. */
  readonly first?: 'code' | 'kind';
}

/** What is known of the entry around a text. */
export interface About {
  /** The entry, so that a question can name it. */
  readonly reference?: string;
  readonly kind?: RecordKind;
  /** Its SNOMED CT codes. */
  readonly codes?: readonly string[];
  /** What those codes are called where they were recorded, in small letters: 'atrial fibrillation'. */
  readonly names?: readonly string[];
  /** True when nothing of it may leave the page: it is, or may have been, covered. */
  readonly isPrivate?: boolean;
}

/** A word in a text, with everything it can mean. Offsets count UTF-16 code units. */
export interface TermMark {
  readonly start: number;
  readonly end: number;
  readonly meanings: readonly Meaning[];
  /** True when it can mean more than one thing, whether or not all of them are known here. */
  readonly ambiguous: boolean;
}

/** A term that was looked up. */
export interface FoundTerm {
  /** The form that was found, as written in the glossary. */
  readonly form: string;
  readonly meanings: readonly Meaning[];
  readonly ambiguous: boolean;
}

/** The system of SNOMED CT codes. Source: HL7 FHIR R4, Using SNOMED CT with FHIR. */
export const snomedSystem = 'http://snomed.info/sct';
