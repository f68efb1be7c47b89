/** What the command was asked for. */
import {parseArgs} from 'node:util';

/** Names of the measurements, in the order they run. */
export const measurements = [
  'first-row',
  'asked',
  'arrive',
  'view',
  'decode',
  'glossary',
  'glossary-screen',
] as const;
export type Measurement = (typeof measurements)[number];

/** Measurements of the glossary, whose tables are kept together in a place of their own. */
export const ofGlossary: ReadonlySet<Measurement> = new Set(['glossary', 'glossary-screen']);

/** What the command was asked for. */
export interface Options {
  readonly only: readonly Measurement[];
  readonly peers: boolean;
  readonly quick: boolean;
  /** Writes the tables into the document. */
  readonly keep: boolean;
  /** One run of each, with the functions that take the time, in place of the measurements. */
  readonly profile: boolean;
  readonly runs: number;
  /** Entries of the records that are measured, smallest first. */
  readonly sizes: readonly number[];
}

const isMeasurement = (name: string): name is Measurement =>
  measurements.some((one) => one === name);

/** Reads the command line. Throws for what it does not know. */
export function readOptions(args: readonly string[]): Options {
  const {values} = parseArgs({
    args: [...args],
    options: {
      only: {type: 'string'},
      peers: {type: 'boolean', default: false},
      quick: {type: 'boolean', default: false},
      keep: {type: 'boolean', default: false},
      profile: {type: 'boolean', default: false},
      runs: {type: 'string'},
    },
  });
  const asked = values.only?.split(',') ?? measurements;
  const unknown = asked.filter((name) => !isMeasurement(name));
  if (unknown.length > 0) throw new Error(`There is no measurement called ${unknown.join(', ')}`);
  const runs = Number(values.runs ?? (values.profile ? 1 : values.quick ? 3 : 9));
  if (!Number.isInteger(runs) || runs < 1) throw new Error('--runs must be a whole number above 0');
  const only = measurements.filter((name) => asked.includes(name));
  const isGlossary = only.every((name) => ofGlossary.has(name)) && !values.peers;
  const known = only.filter((name) => ofGlossary.has(name)).length;
  if (values.keep && known > 0 && known < ofGlossary.size)
    throw new Error(`The tables of ${[...ofGlossary].join(' and ')} are kept together`);
  return {
    only,
    peers: values.peers,
    quick: values.quick,
    keep: values.keep,
    profile: values.profile,
    runs,
    // Words cost the same in a record of any length: longer ones need not be made.
    sizes: isGlossary
      ? [100, 1000]
      : values.quick
        ? [100, 1000, 10_000]
        : [100, 1000, 10_000, 50_000],
  };
}
