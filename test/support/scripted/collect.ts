/** Reads a search to its end, as a list would. */
import type {PhrClient, PhrPage, SearchOptions} from '../../../src/api/phr-client.js';
import type {Parameters} from '../../../src/api/ladder.js';

/** Every page of a search. */
export async function pagesOf(
  client: PhrClient,
  type: string,
  parameters: Parameters = [],
  options: SearchOptions = {},
): Promise<PhrPage[]> {
  const pages: PhrPage[] = [];
  for await (const page of client.search(type, parameters, options)) pages.push(page);
  return pages;
}

/** `Type/id` of everything that was found, in order. */
export function foundIn(pages: readonly PhrPage[]): string[] {
  return pages.flatMap((page) =>
    page.matches.map(({resource}) => `${resource.resourceType}/${String(resource.id)}`),
  );
}

/** What a promise fails with; fails itself when it does not. */
export async function failureOf(work: Promise<unknown>): Promise<Record<string, unknown>> {
  try {
    await work;
  } catch (error) {
    return error as Record<string, unknown>;
  }
  throw new Error('It did not fail');
}

/** Conditions of one patient, `c1` the newest. */
export function conditions(count: number, patient = 'p1', id = 'c'): object[] {
  return Array.from({length: count}, (_, index) => ({
    resourceType: 'Condition',
    id: `${id}${String(index + 1)}`,
    subject: {reference: `Patient/${patient}`},
    code: {text: 'Asthma'},
    recordedDate: new Date(Date.UTC(2026, 0, 1) - index * 86_400_000).toISOString().slice(0, 10),
  }));
}

/** A patient with an NHS number made for tests. */
export const patient = {
  resourceType: 'Patient',
  id: 'p1',
  identifier: [{system: 'https://fhir.nhs.uk/Id/nhs-number', value: '9990000018'}],
  name: [{text: 'Test Person'}],
};
