/** A terminology server that answers what a test gives it: what it was asked, and parts of its answers. */
import {Terminology} from '../../src/glossary/terminology.js';

/** One request: its address, and what went with it. */
export interface AskedOf {
  readonly url: string;
  readonly init: RequestInit;
}

/** An answer over HTTP; text as it is, and anything else as JSON. */
export const answer = (json: unknown, status = 200): Response =>
  new Response(typeof json === 'string' ? json : JSON.stringify(json), {status});

/** A server that keeps what it was asked, and gives each answer in its turn, the last one again and again. */
export function terminologyServer(...answers: readonly (() => Response | Promise<Response>)[]) {
  const asked: AskedOf[] = [];
  const fetcher: typeof fetch = (url, init = {}) => {
    const next = answers[Math.min(asked.length, answers.length - 1)];
    asked.push({url: String(url), init});
    return next ? Promise.resolve().then(next) : Promise.reject(new TypeError('no network'));
  };
  return {asked, terminology: new Terminology('https://host.example/terminology/', fetcher)};
}

/** What was asked, by the names of the parameters in the body. */
export function parametersOf(init: RequestInit | undefined): Readonly<Record<string, unknown>> {
  const {resourceType, parameter} = JSON.parse(String(init?.body)) as {
    resourceType: string;
    parameter: readonly Readonly<Record<string, unknown>>[];
  };
  if (resourceType !== 'Parameters') throw new Error(`asked with ${resourceType}`);
  return Object.fromEntries(
    parameter.map(({name, ...value}) => [String(name), Object.values(value)[0]]),
  );
}

/** The name that a server prefers. */
export const display = (valueString: unknown) => ({name: 'display', valueString});

/** Another name. */
export const designation = (use: unknown, valueString: unknown, valueCode?: unknown) => ({
  name: 'designation',
  part: [
    ...(valueCode === undefined ? [] : [{name: 'language', valueCode}]),
    {name: 'use', valueCoding: use},
    {name: 'value', valueString},
  ],
});

/** What a server knows of a code. */
export const parameters = (...parameter: readonly unknown[]) => ({
  resourceType: 'Parameters',
  parameter,
});

/** The concepts that a server found. */
export const valueSet = (...contains: readonly unknown[]) => ({
  resourceType: 'ValueSet',
  status: 'active',
  expansion: {timestamp: '2026-11-22T10:00:00Z', contains},
});
