/** A small FHIR R4 terminology server over the concepts of the demo. It knows no person: nobody logs in to it. */
import {OperationOutcomeError} from '@medplum/core';
import type {Answer, FhirCall} from '../answer.js';
import type {JsonObject} from '../json.js';
import {outcome, refuse, statusOf} from '../outcomes.js';
import type {Clock} from '../types.js';
import {Concepts, type TerminologyConcept} from './concepts.js';
import {readInputs} from './inputs.js';
import {operations} from './operations.js';

/** Answers what is asked of a terminology server. */
export class TerminologyHandler {
  readonly #concepts: Concepts;
  readonly #now: Clock;

  constructor(concepts: readonly TerminologyConcept[], now: Clock) {
    this.#concepts = new Concepts(concepts);
    this.#now = now;
  }

  /** Answers one request. Every failure is an OperationOutcome; nothing is thrown. */
  handle(call: FhirCall): Answer {
    try {
      return {status: 200, json: this.#answer(call)};
    } catch (error) {
      if (error instanceof OperationOutcomeError)
        return {status: statusOf(error.outcome), json: error.outcome};
      console.error(error);
      return {status: 500, json: outcome(500, 'exception', 'The server failed.')};
    }
  }

  #answer(call: FhirCall): JsonObject {
    const {method, path, headers} = call;
    if (!/json|\*\/\*|application\/\*/.test(headers['accept'] ?? '*/*'))
      throw refuse(406, 'not-supported', 'The server answers in JSON only.');
    if (path === 'metadata') return this.#metadata(call);
    // `$` may be written as an escape.
    const named = path.replace(/%24/g, '$');
    const operation = Object.hasOwn(operations, named) ? operations[named] : undefined;
    if (!operation) throw refuse(404, 'not-supported', 'The server does not have this operation.');
    if (method !== 'GET' && method !== 'POST')
      throw refuse(405, 'not-supported', 'An operation is asked by GET or POST.');
    return operation.run(readInputs(call, operation.inputs), this.#concepts, this.#now());
  }

  #metadata({method, query, base}: FhirCall): JsonObject {
    if (method !== 'GET') throw refuse(405, 'not-supported', 'Only GET is answered here.');
    const common = {
      status: 'active',
      date: '2026-11-22',
      kind: 'instance',
      software: {name: 'phr-widgets demo terminology server'},
      implementation: {
        description: 'The codes of the demo records, with plain words for some. Not for real use.',
        url: base,
      },
    };
    if (query.some(([name, value]) => name === 'mode' && value === 'terminology'))
      return {
        resourceType: 'TerminologyCapabilities',
        ...common,
        codeSystem: this.#concepts.systems.map((uri) => ({uri})),
        expansion: {
          hierarchical: false,
          paging: true,
          parameter: Object.keys(operations['ValueSet/$expand']?.inputs ?? {}).map((name) => ({
            name,
          })),
          textFilter: 'Each word of the filter begins a word of one name of the concept.',
        },
      };
    const definition = 'http://hl7.org/fhir/OperationDefinition';
    return {
      resourceType: 'CapabilityStatement',
      ...common,
      fhirVersion: '4.0.1',
      format: ['application/fhir+json', 'json'],
      rest: [
        {
          mode: 'server',
          security: {cors: true, description: 'Nobody logs in.'},
          resource: Object.keys(operations).map((path) => {
            const [type = '', name = ''] = path.split('/$');
            return {type, operation: [{name, definition: `${definition}/${type}-${name}`}]};
          }),
        },
      ],
    };
  }
}
