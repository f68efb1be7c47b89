/**
 * Every word of ours that a record entry can carry, as keys. `i18n` holds one text per key in each
 * language; a missing one is a type error.
 */

/** Words that lead an entry's name because they change what it means. */
export const leadKeys = ['stopped', 'ended', 'ruledOut'] as const;
export type LeadKey = (typeof leadKeys)[number];

/** Tags beside an entry. */
export const statusKeys = ['corrected', 'notFinal'] as const;
export type StatusKey = (typeof statusKeys)[number];

/** Whole names of ours. */
export const statementKeys = ['noKnownAllergies'] as const;
export type StatementKey = (typeof statementKeys)[number];

/** What an entry is, closer than its kind. */
export const entryKeys = ['condition', 'allergy', 'medicine', 'testResult', 'measurement'] as const;
export type EntryKey = (typeof entryKeys)[number];

/** Sentences of ours under an entry's name. */
export const pointKeys = ['reaction'] as const;
export type PointKey = (typeof pointKeys)[number];
