/** What the demo server says it can do: made from the same tables that answer, so that it stays true. */
import type {JsonObject} from './json.js';
import {searchParametersOf, servedTypes} from './search-parameters.js';

/** The CapabilityStatement of the server at a FHIR base. */
export function capabilityStatement(base: string): JsonObject {
  return {
    resourceType: 'CapabilityStatement',
    status: 'active',
    date: '2026-11-01',
    kind: 'instance',
    software: {name: 'phr-widgets demo server'},
    implementation: {
      description: 'A demo server with synthetic records. It is not for real people.',
      url: base,
    },
    fhirVersion: '4.0.1',
    format: ['application/fhir+json', 'json'],
    patchFormat: ['application/json-patch+json'],
    rest: [
      {
        mode: 'server',
        security: {
          cors: true,
          description: 'A bearer token for one log in and one person, from POST /demo/token.',
        },
        resource: servedTypes.map(resourceOf),
        interaction: [{code: 'batch'}],
      },
    ],
  };
}

function resourceOf(type: string): JsonObject {
  const parameters = [...(searchParametersOf(type)?.values() ?? [])];
  const references = parameters.filter(({kind}) => kind === 'reference');
  return {
    type,
    interaction: [
      'read',
      'vread',
      'history-instance',
      'create',
      'update',
      'patch',
      'delete',
      'search-type',
    ].map((code) => ({code})),
    versioning: 'versioned',
    readHistory: true,
    updateCreate: true,
    conditionalCreate: true,
    conditionalRead: 'not-match',
    ...(references.length > 0 && {searchInclude: references.map(({name}) => `${type}:${name}`)}),
    searchRevInclude: ['Provenance:target'],
    searchParam: [
      {name: '_id', type: 'token'},
      {name: '_lastUpdated', type: 'date'},
      ...parameters.map(({name, kind}) => ({name, type: kind})),
    ],
  };
}
