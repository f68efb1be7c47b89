/**
 * The demo's synthetic UK people: four whole records with those who may open them, and long records
 * for measuring. Everything is invented and always the same, byte for byte.
 */
import {callum} from './callum/index.js';
import {dawn} from './dawn/index.js';
import {mila} from './mila/index.js';
import {parveen} from './parveen/index.js';
import type {DemoPerson} from './types.js';

export {entryTypes, measurementRecord} from './measurement/index.js';
export {demoToday} from './time.js';
export type {
  DemoDiary,
  DemoPerson,
  KeyFacts,
  Login,
  MeasurementRecord,
  NowItem,
  NowList,
  PersonKey,
} from './types.js';

export {withholdSystem} from './withhold.js';

let people: readonly DemoPerson[] | undefined;

/** The four demo people. They are made once and shared: do not change them. */
export function demoPeople(): readonly DemoPerson[] {
  people ??= [parveen(), callum(), mila(), dawn()];
  return people;
}
