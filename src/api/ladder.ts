/** The search ladder: what to leave out when a server refuses a search, one step at a time. A part of `hard-cases.ts`. */
import {PhrError} from './errors.js';
import type {Answered, FirstPage} from './search.js';

/** Search parameters in order. */
export type Parameters = readonly (readonly [name: string, value: string])[];

/** Statuses that mean 'not like this' or 'not at all', rather than 'not now'. */
const refusals: ReadonlySet<number | undefined> = new Set([400, 403, 404, 405, 422, 501]);

/** True for a status that says that a search is not offered as it was asked. */
export function isRefusal(status: number | undefined): boolean {
  return refusals.has(status);
}

/**
 * The names to leave out next after a refusal; empty when nothing is left to try. 400 and 422: one
 * name. 403: what is included, which may be what is refused. 404, 405 and 501: everything at once,
 * since most often the type itself is not there.
 */
export function nextStep(
  status: number | undefined,
  asked: Parameters,
  droppable: readonly string[],
): readonly string[] {
  const left = droppable.filter((name) => asked.some(([given]) => given === name));
  if (status === 400 || status === 422) return left.slice(0, 1);
  if (status === 403) return left.filter((name) => name.endsWith('include'));
  return isRefusal(status) ? left : [];
}

/** True when a refused search was Observation's without a category or code, which a server need not answer. */
export function needsCategory(
  type: string,
  status: number | undefined,
  asked: Parameters,
): boolean {
  return (
    type === 'Observation' &&
    (status === 400 || status === 422) &&
    !asked.some(([name]) => /^(category|code)(:|$)/.test(name))
  );
}

/** Goes down the ladder after a first page was refused with `failure`; fails with `PhrError`. */
async function descend(failure: PhrError, type: string, search: FirstPage): Promise<Answered> {
  const {context, droppable} = search;
  const without = new Set(context.leftOut.get(type));
  for (let error = failure; ;) {
    const {status, kind, outcome} = error;
    const asked = search.asked();
    const step = nextStep(status, asked, droppable);
    if (step.length === 0) {
      if (needsCategory(type, status, asked)) {
        throw new PhrError(kind, {status, outcome, needs: 'category'});
      }
      // A refused filter says nothing of the type.
      const bare = asked.every(([name]) => name === context.owner.parameter);
      if (kind === 'notOffered' || (bare && isRefusal(status))) context.learn(type, 'no');
      throw error;
    }
    for (const name of step) without.add(name);
    try {
      const answer = await search.ask(without);
      context.leftOut.set(type, without);
      return answer;
    } catch (next) {
      error = next as PhrError;
    }
  }
}

/** What follows when a page was refused with `failure`. `search`: how to ask for it again, where it is the first. */
export async function afterRefusal(
  failure: PhrError,
  type: string,
  search?: FirstPage,
): Promise<Answered> {
  if (search) return descend(failure, type, search);
  // To refuse a later page is a fault: the type itself has been answered.
  const {status} = failure;
  throw isRefusal(status) || status === 410 ? new PhrError('server', {status}) : failure;
}
