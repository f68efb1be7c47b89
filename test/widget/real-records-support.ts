/** What the tests with real records look for: worked out from the resources alone, without the library. */
import {waitUntil} from '@open-wc/testing';
import type {Resource} from 'virtual:real-records';
import {rowsOf, wordsIn, type Widget} from './widget-page.js';

/** A resource's reference, as `Observation/123`. */
export const referenceOf = ({resourceType, id}: Resource) => `${resourceType}/${id}`;

/** Codes that stand in a resource and in none of its words. */
export function codesOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(codesOf);
  return Object.entries(value).flatMap(([key, each]) =>
    key === 'code' && typeof each === 'string' && /\d{4}|_/.test(each) ? [each] : codesOf(each),
  );
}

/** Every word of a person's names in the record. */
export const namesOf = (patient: Resource | undefined): ReadonlySet<string> =>
  new Set(
    ((patient?.['name'] ?? []) as Readonly<Record<string, unknown>>[])
      .flatMap(({text, family, given, prefix, suffix}) => [text, family, given, prefix, suffix])
      .flat()
      .flatMap((each) => (typeof each === 'string' ? each.split(/\s+/) : [])),
  );

const day = String.raw`(?:(?:\d{1,2} )?[A-Z][a-z]+ )?\d{4}`;

/** All that a covered row may say: that it is hidden, and when it was. */
export const coveredRow = new RegExp(
  `^Hidden on this screen (${day}(?: to ${day})?|(?:From|Since|Until) ${day}|Date not recorded) Show this entry, \\1$`,
);

/** Whether it must not be shown at all: entered in error, or replaced by a newer document. */
export const isMistake = ({status, docStatus, verificationStatus, resourceType}: Resource) =>
  JSON.stringify([status, docStatus, verificationStatus]).includes('"entered-in-error"') ||
  (resourceType === 'DocumentReference' && status === 'superseded');

/** Whether something in it may change its meaning: only then may it be received and not shown. */
export const mayBeWithheld = (resource: Resource) =>
  /modifierExtension|implicitRules|"comparator"|dataAbsentReason/.test(JSON.stringify(resource));

/** Every code that says how it stands, with spaces between. */
export const statusesOf = ({status, clinicalStatus, verificationStatus}: Resource) =>
  [status, clinicalStatus, verificationStatus]
    .flatMap((one) => (typeof one === 'string' ? [one] : codesIn(one)))
    .join(' ');

function codesIn(concept: unknown): string[] {
  const {coding = []} = (concept ?? {}) as {coding?: {code?: string}[]};
  return coding.flatMap(({code}) => code ?? []);
}

/** Results that a report or a panel in the record shows inside itself. */
export function partsOf(resources: readonly Resource[]): Set<string> {
  const found = new Set<string>();
  for (const resource of resources) {
    if (isMistake(resource)) continue;
    const {resourceType, result, hasMember} = resource;
    const inside = resourceType === 'DiagnosticReport' ? result : hasMember;
    for (const {reference} of (inside ?? []) as {reference?: string}[])
      if (reference) found.add(reference);
  }
  return found;
}

/** How many entries the widget itself says it received and cannot show safely. */
export function withheldSaid(words: string): number {
  const said = /There (?:is|are) (\d+) entr(?:y|ies) we cannot show safely/.exec(words);
  return Number(said?.[1] ?? 0);
}

/** Which entry each row is, in order: what the page hears when a person selects it. Nothing opens. */
export function referencesOf({timeline}: Widget): readonly string[] {
  const heard: string[] = [];
  const hear = (event: GlobalEventHandlersEventMap['phr-record-open']) => {
    event.preventDefault();
    heard.push(event.detail.reference);
  };
  timeline.addEventListener('phr-record-open', hear);
  for (const row of rowsOf(timeline))
    row.querySelector<HTMLButtonElement>('button[aria-expanded]')?.click();
  timeline.removeEventListener('phr-record-open', hear);
  return heard;
}

/** Rows of a list, by their place in it: all of them, or the first of each type of resource. */
export function rowsToOpen(references: readonly string[], all: boolean): ReadonlySet<number> {
  const first = new Map<string, number>();
  references.forEach((reference, at) => {
    const key = all ? reference : (reference.split('/')[0] ?? '');
    if (!first.has(key)) first.set(key, at);
  });
  return new Set(first.values());
}

/** Opens each row in turn, or those at some places alone, and hands its words on. */
export async function openEach(
  {timeline}: Widget,
  look: (words: string) => void,
  places?: ReadonlySet<number>,
) {
  for (const [at, row] of rowsOf(timeline).entries()) {
    if (places && !places.has(at)) continue;
    const button = row.querySelector<HTMLButtonElement>('button[aria-expanded]');
    if (!button) continue;
    button.click();
    await waitUntil(
      () => {
        const detail = row.parentElement?.querySelector('phr-entry-detail');
        return !!detail && !/Getting the details|Yn cael manylion/.test(wordsIn(detail));
      },
      `${wordsIn(button)} opens`,
    );
    look(wordsIn(row.parentElement ?? row));
    button.click();
    await timeline.updateComplete;
  }
}
