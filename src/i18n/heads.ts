/** Words that every row of a list needs at once: what an entry is, and what changes that. */
import type {EntryKey, LeadKey, StatementKey, StatusKey} from '../model/status.js';
import {enGB} from './en-gb/heads.js';
import {defineWords} from './words.js';

/**
 * The words of an entry's head. The rarer leads, tags and sorts come with `StatusWords`, where every key is required in every
 * language: what has none yet is not shown without it.
 */
export interface HeadWords {
  /** Stand before a name, and are followed by a colon. */
  readonly leads: Readonly<Partial<Record<LeadKey, string>>>;
  readonly lead: (lead: string, name: string) => string;
  /** Tags. `addedByPerson` is used when the person reads their own record. */
  readonly statuses: Readonly<Partial<Record<StatusKey, string>>>;
  readonly statements: Readonly<Record<StatementKey, string>>;
  readonly sorts: Readonly<Partial<Record<EntryKey, string>>>;
  readonly nameNotRecorded: string;
  readonly dateAndTime: (date: string, time: string) => string;
}

/**
 * The head's part of the slice `status` (`status.ts`), whose name it shares: who brings that slice in a language has
 * brought this one.
 */
export const headWords = defineWords<HeadWords>('status', enGB, {
  cy: () => import('./cy/status.js').then((module) => module.cy),
});
