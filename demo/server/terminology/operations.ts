/** `CodeSystem/$lookup` and `ValueSet/$expand`, as HL7 FHIR R4 defines them, over the concepts of the demo. */
import {randomUUID} from 'node:crypto';
import {isObject, list, text} from '../json.js';
import type {JsonObject} from '../json.js';
import {refuse} from '../outcomes.js';
import type {Concepts, Designation, TerminologyConcept} from './concepts.js';
import {isCalled} from './concepts.js';
import type {InputDefinition, Inputs} from './inputs.js';

/** What is done with the inputs of an operation. */
export interface Operation {
  readonly inputs: InputDefinition;
  readonly run: (inputs: Inputs, concepts: Concepts, now: number) => JsonObject;
}

const part = ({language, use, value}: Designation): JsonObject => ({
  name: 'designation',
  part: [
    {name: 'language', valueCode: language},
    {name: 'use', valueCoding: use},
    {name: 'value', valueString: value},
  ],
});

const lookup: Operation = {
  inputs: {
    code: {type: 'valueCode'},
    system: {type: 'valueUri'},
    coding: {type: 'valueCoding'},
    displayLanguage: {type: 'valueCode'},
    property: {type: 'valueCode', isMany: true},
  },
  run: (inputs, concepts) => {
    const coding = inputs.object('coding');
    const code = inputs.text('code') ?? text(coding?.['code']);
    const system = inputs.text('system') ?? text(coding?.['system']);
    if (code === undefined || system === undefined)
      throw refuse(400, 'required', 'A code and its system are needed, or a coding.');
    if (!concepts.has(system))
      throw refuse(404, 'not-found', 'The server does not have this code system.');
    const concept = concepts.get(system, code);
    if (!concept) throw refuse(404, 'not-found', 'The code system here has no such code.');
    const properties = inputs.texts('property');
    // Without a wish the server chooses: everything.
    const isNamed = properties.length === 0 || properties.includes('designation');
    return {
      resourceType: 'Parameters',
      parameter: [
        {name: 'name', valueString: concepts.nameOf(system)},
        {name: 'display', valueString: concept.display},
        ...(isNamed ? (concept.designations ?? []).map(part) : []),
      ],
    };
  },
};

/** The system of an implicit value set with all of its codes. */
function systemOf(url: string): string | undefined {
  if (url === 'http://loinc.org/vs') return 'http://loinc.org';
  return url.endsWith('?fhir_vs') ? url.slice(0, -'?fhir_vs'.length) : undefined;
}

/** The concepts of a value set that came with the request: systems in whole, or some of their codes. */
function composed(valueSet: JsonObject, concepts: Concepts): readonly TerminologyConcept[] {
  const compose = isObject(valueSet['compose']) ? valueSet['compose'] : {};
  const include = list(compose['include']).filter(isObject);
  if (valueSet['resourceType'] !== 'ValueSet' || include.length === 0)
    throw refuse(400, 'invalid', 'The valueSet includes nothing.');
  if (
    compose['exclude'] !== undefined ||
    include.some((one) => one['filter'] !== undefined || one['valueSet'] !== undefined)
  )
    throw refuse(422, 'not-supported', 'The server includes systems and their codes, no more.');
  return include.flatMap((one) => {
    const system = text(one['system']) ?? '';
    if (!concepts.has(system))
      throw refuse(404, 'not-found', 'The server does not have this code system.');
    if (one['concept'] === undefined) return concepts.all(system);
    return list(one['concept'])
      .filter(isObject)
      .flatMap((each) => concepts.get(system, text(each['code']) ?? '') ?? []);
  });
}

function membersOf(inputs: Inputs, concepts: Concepts): readonly TerminologyConcept[] {
  const url = inputs.text('url');
  const valueSet = inputs.object('valueSet');
  if (valueSet) return composed(valueSet, concepts);
  if (url === undefined) throw refuse(400, 'required', 'A url or a valueSet is needed.');
  const system = systemOf(url);
  if (system === undefined || !concepts.has(system))
    throw refuse(404, 'not-found', 'The server does not have this value set.');
  return concepts.all(system);
}

/** What bears on the content of an expansion, told with it. */
const told = ['filter', 'includeDesignations', 'activeOnly', 'displayLanguage'] as const;

const expand: Operation = {
  inputs: {
    url: {type: 'valueUri'},
    valueSet: {type: 'resource'},
    filter: {type: 'valueString'},
    offset: {type: 'valueInteger'},
    count: {type: 'valueInteger'},
    includeDesignations: {type: 'valueBoolean'},
    // Every concept here is active, and none is nested: both ask for what is so anyway.
    activeOnly: {type: 'valueBoolean'},
    excludeNested: {type: 'valueBoolean'},
    displayLanguage: {type: 'valueCode'},
  },
  run: (inputs, concepts, now) => {
    const offset = inputs.number('offset') ?? 0;
    const count = inputs.number('count') ?? Infinity;
    if (offset < 0 || count < 0)
      throw refuse(400, 'value', 'The count and the offset are not below zero.');
    const filter = inputs.text('filter') ?? '';
    const found = membersOf(inputs, concepts).filter((concept) => isCalled(concept, filter));
    const hasDesignations = inputs.isTrue('includeDesignations');
    const contains = found
      .slice(offset, offset + count)
      .map(({system, code, display, designations = []}) => ({
        system,
        code,
        display,
        ...(hasDesignations && designations.length > 0 && {designation: designations}),
      }));
    const url = inputs.text('url');
    const parameter = told.flatMap((name) => {
      const value = inputs.text(name);
      if (value === undefined) return [];
      return /^(true|false)$/.test(value)
        ? {name, valueBoolean: value === 'true'}
        : {name, valueString: value};
    });
    return {
      resourceType: 'ValueSet',
      ...(url !== undefined && {url}),
      status: 'active',
      expansion: {
        identifier: `urn:uuid:${randomUUID()}`,
        timestamp: new Date(now).toISOString(),
        total: found.length,
        offset,
        ...(parameter.length > 0 && {parameter}),
        ...(contains.length > 0 && {contains}),
      },
    };
  },
};

/** The operations by their path. */
export const operations: Readonly<Record<string, Operation>> = {
  'CodeSystem/$lookup': lookup,
  'ValueSet/$expand': expand,
};
