/** The search ladder: what to leave out when a server refuses a search, one step at a time. */

/** Search parameters in order. */
export type Parameters = readonly (readonly [name: string, value: string])[];

/** What may be left out when the caller does not say, first to last. */
export const standard: readonly string[] = ['_revinclude', '_include', '_sort'];

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
