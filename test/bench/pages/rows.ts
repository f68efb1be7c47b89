/** What the hand-written candidates share: the same pages, the same words, the same row. Nothing of it is safe for a real record. */
import type {Recorded} from './harness.js';

/** As much of a resource as a row shows. */
export interface Resource {
  readonly resourceType: string;
  readonly id: string;
  readonly [name: string]: unknown;
}

interface Page {
  readonly entry?: readonly {
    readonly resource: Resource;
    readonly search?: {readonly mode?: string};
  }[];
}

async function page(url: string): Promise<Resource[]> {
  const {entry = []} = JSON.parse(await (await fetch(url, {cache: 'no-store'})).text()) as Page;
  return entry.filter(({search}) => search?.mode === 'match').map(({resource}) => resource);
}

/** The first page of each type, all asked for at once. */
export async function firstPages({base, patient, types}: Recorded): Promise<Resource[]> {
  const asked = types.map((type) => page(`${base}/${type}?patient=${patient}&_count=20`));
  return (await Promise.all(asked)).flat();
}

/** Every page of each type. */
export async function allPages({base, types, pages}: Recorded): Promise<Resource[]> {
  const urls = types.flatMap((type, at) =>
    Array.from({length: pages[at] ?? 0}, (_, number) =>
      number === 0 ? `${base}/${type}` : `${base}/${type}-${String(number + 1)}`,
    ),
  );
  const found: Resource[] = [];
  const worker = async (): Promise<void> => {
    for (let url = urls.shift(); url !== undefined; url = urls.shift())
      for (const resource of await page(url)) found.push(resource);
  };
  await Promise.all(Array.from({length: 6}, worker));
  return found;
}

const field = (value: unknown, ...names: readonly string[]): unknown => {
  let found = value;
  for (const name of names) found = (found as Record<string, unknown> | undefined)?.[name];
  return found;
};
const text = (...values: readonly unknown[]): string => {
  for (const value of values) if (typeof value === 'string') return value;
  return '';
};

export const dateOf = (resource: Resource): string =>
  text(
    resource['effectiveDateTime'],
    resource['recordedDate'],
    resource['authoredOn'],
    field(resource, 'period', 'start'),
    resource['occurrenceDateTime'],
    resource['performedDateTime'],
    field(resource, 'performedPeriod', 'start'),
    resource['date'],
    resource['start'],
  );
const words = (concept: unknown): string =>
  text(field(concept, 'text'), field(concept, 'coding', '0', 'display'));
export const titleOf = (resource: Resource): string =>
  ['code', 'medicationCodeableConcept', 'vaccineCode', 'type']
    .map((name) => words(resource[name]) || words(field(resource[name], '0')))
    .find(Boolean) ?? resource.resourceType;
export const detailOf = (resource: Resource): string => {
  const value = field(resource, 'valueQuantity', 'value');
  return value === undefined
    ? text(
        field(resource, 'dosageInstruction', '0', 'text'),
        resource['conclusion'],
        resource['status'],
      )
    : `${String(value)} ${text(field(resource, 'valueQuantity', 'unit'))}`;
};

const format = new Intl.DateTimeFormat('en-GB', {day: 'numeric', month: 'long', year: 'numeric'});
export const dayOf = (resource: Resource): string => {
  const time = Date.parse(dateOf(resource));
  return Number.isNaN(time) ? '' : format.format(time);
};

export const newestFirst = (resources: readonly Resource[]): Resource[] =>
  resources
    .map((resource) => [Date.parse(dateOf(resource)) || 0, resource] as const)
    .sort(([a], [b]) => b - a)
    .map(([, resource]) => resource);

/** The newest `count` in one pass, without sorting the rest. */
export function newest(resources: readonly Resource[], count: number): Resource[] {
  let kept: (readonly [number, Resource])[] = [];
  let floor = -Infinity;
  const cut = (): void => {
    kept = kept.sort(([a], [b]) => b - a).slice(0, count);
    if (kept.length === count) floor = kept[count - 1]?.[0] ?? floor;
  };
  for (const resource of resources) {
    const time = Date.parse(dateOf(resource)) || 0;
    if (time <= floor) continue;
    kept.push([time, resource]);
    if (kept.length >= count * 10) cut();
  }
  cut();
  return kept.map(([, resource]) => resource);
}
