/** Writes care plans with their goals. */
import type {CarePlan, Goal, Reference} from '@medplum/fhirtypes';
import type {Book, EntryOptions} from '../book.js';
import {concept} from '../codes.js';
import {placeRef, professionalRef, professionals} from '../places.js';
import type {ProfessionalKey} from '../places.js';

/** What somebody wants to reach. */
export interface GoalEntry {
  readonly text: string;
  readonly start: string;
  readonly by: ProfessionalKey;
  readonly status?: Goal['lifecycleStatus'];
  readonly due?: string;
  readonly note?: string;
}

/** A care plan. */
export interface CarePlanEntry extends EntryOptions {
  readonly title: string;
  readonly description?: string;
  readonly status: CarePlan['status'];
  readonly intent?: CarePlan['intent'];
  readonly from: string;
  readonly until?: string;
  readonly by: ProfessionalKey;
  readonly goals: readonly GoalEntry[];
  readonly activities: readonly string[];
}

/** Writes a goal. */
export function goal(book: Book, entry: GoalEntry): Reference<Goal> {
  const resource: Goal = {
    resourceType: 'Goal',
    lifecycleStatus: entry.status ?? 'active',
    description: {text: entry.text},
    subject: book.patient,
    startDate: entry.start,
    ...(entry.due && {target: [{dueDate: entry.due}]}),
    expressedBy: professionalRef(entry.by),
    ...(entry.note && {note: [{text: entry.note}]}),
  };
  return book.add(resource, entry.start);
}

/** Writes a care plan and its goals. */
export function carePlan(book: Book, entry: CarePlanEntry): Reference<CarePlan> {
  const goals = entry.goals.map((one) => goal(book, one));
  const resource: CarePlan = {
    resourceType: 'CarePlan',
    status: entry.status,
    intent: entry.intent ?? 'plan',
    category: [concept('carePlan')],
    title: entry.title,
    ...(entry.description && {description: entry.description}),
    subject: book.patient,
    period: {start: entry.from, ...(entry.until && {end: entry.until})},
    created: entry.from,
    author: professionalRef(entry.by),
    contributor: [placeRef(professionals[entry.by].place)],
    ...(goals.length > 0 && {goal: goals}),
    ...(entry.activities.length > 0 && {
      activity: entry.activities.map((description) => ({
        detail: {status: 'in-progress' as const, description},
      })),
    }),
  };
  return book.add(resource, entry.from, entry);
}
