/** Reads the host's review of terms: a list of unknown quality, of which each good entry is kept and each bad one named. */
import type {TermReview} from '../model/glossary.js';
import {checkForm, isObject, readCheck, type TermProblem} from './host-terms.js';

/**
 * Every good review of a list, and what is wrong with the others: a review that is not whole shows nothing that is withheld.
 * `isKnown` says whether there is a term with an id.
 */
export function readReviews(
  json: unknown,
  isKnown: (id: string) => boolean,
): {reviews: TermReview[]; problems: TermProblem[]} {
  const reviews: TermReview[] = [];
  const problems: TermProblem[] = [];
  if (!Array.isArray(json))
    return {reviews, problems: [{index: -1, field: '', reason: 'a list of reviews'}]};
  json.forEach((entry: unknown, index) => {
    const fault = (field: string, reason: string) => problems.push({index, field, reason});
    if (!isObject(entry)) return fault('', 'an object');
    const {id} = entry;
    if (typeof id !== 'string' || !isKnown(id)) return fault('id', 'the id of a term that is here');
    const check = readCheck(entry);
    if (!check) return fault('on, by', checkForm);
    return reviews.push({id, ...check});
  });
  return {reviews, problems};
}
