/** What an operation is asked with: by POST a `Parameters` resource, by GET a query; each part checked against its definition. */
import type {FhirCall} from '../answer.js';
import {isObject, list, text} from '../json.js';
import type {JsonObject} from '../json.js';
import {refuse} from '../outcomes.js';

/** The type of a parameter, as the element of `Parameters.parameter` that carries it. */
export type InputType =
  | 'valueCode'
  | 'valueUri'
  | 'valueString'
  | 'valueInteger'
  | 'valueBoolean'
  | 'valueCoding'
  | 'resource';

/** The parameters of an operation that are understood; `isMany`: may come more than once. */
export type InputDefinition = Readonly<
  Record<string, {readonly type: InputType; readonly isMany?: true}>
>;

/** Values by the name of their parameter. */
export class Inputs {
  readonly #values: ReadonlyMap<string, readonly unknown[]>;

  constructor(values: ReadonlyMap<string, readonly unknown[]>) {
    this.#values = values;
  }

  /** Every value of a parameter as text. */
  texts(name: string): readonly string[] {
    return (this.#values.get(name) ?? []).map(String);
  }

  /** A value as text. */
  text(name: string): string | undefined {
    return this.texts(name)[0];
  }

  /** Whether a parameter is there and true. */
  isTrue(name: string): boolean {
    return this.#values.get(name)?.[0] === true;
  }

  /** A value as a number. */
  number(name: string): number | undefined {
    const value = this.#values.get(name)?.[0];
    return typeof value === 'number' ? value : undefined;
  }

  /** A value that is an object: a Coding, or a resource. */
  object(name: string): JsonObject | undefined {
    const value = this.#values.get(name)?.[0];
    return isObject(value) ? value : undefined;
  }
}

const wrong = (name: string, type: InputType) =>
  refuse(400, 'invalid', `The parameter ${name} is no ${type}.`);

/** A value of a query as its type: complex ones can be sent in a body only. */
function fromQuery(name: string, type: InputType, value: string): unknown {
  if (type === 'valueBoolean' && /^(true|false)$/.test(value)) return value === 'true';
  if (type === 'valueInteger' && /^-?\d{1,9}$/.test(value)) return Number(value);
  if (/^value(Code|Uri|String)$/.test(type)) return value;
  throw wrong(name, type);
}

const kinds: Readonly<Record<InputType, (value: unknown) => boolean>> = {
  valueCode: (value) => typeof value === 'string' && value !== '',
  valueUri: (value) => typeof value === 'string' && value !== '',
  valueString: (value) => typeof value === 'string',
  valueInteger: Number.isInteger,
  valueBoolean: (value) => typeof value === 'boolean',
  valueCoding: isObject,
  resource: isObject,
};

function fromBody({body, headers}: FhirCall): readonly JsonObject[] {
  if (!/^application\/(fhir\+)?json/.test(headers['content-type'] ?? ''))
    throw refuse(415, 'not-supported', 'The server does not read this format.');
  let sent: unknown;
  try {
    sent = JSON.parse(body);
  } catch {
    throw refuse(400, 'structure', 'The body is not JSON.');
  }
  if (!isObject(sent) || sent['resourceType'] !== 'Parameters')
    throw refuse(400, 'structure', 'The body is not a Parameters resource.');
  return list(sent['parameter']).filter(isObject);
}

/** Reads what an operation is asked with. Fails with 400 where a part is unknown, of another type, or comes too often. */
export function readInputs(call: FhirCall, definition: InputDefinition): Inputs {
  const values = new Map<string, unknown[]>();
  const add = (name: string, value: unknown) => {
    const {type, isMany} = definition[name] ?? {};
    if (!type || !kinds[type](value)) throw wrong(name, type ?? 'valueString');
    const known = values.get(name);
    if (known && !isMany) throw refuse(400, 'invalid', `The parameter ${name} comes twice.`);
    values.set(name, [...(known ?? []), value]);
  };
  const typeOf = (name: string): InputType => {
    const type = Object.hasOwn(definition, name) ? definition[name]?.type : undefined;
    if (!type) throw refuse(400, 'not-supported', `The server does not know ${name} here.`);
    return type;
  };
  // Parts of a query count with a body too, as they do everywhere else in FHIR.
  for (const [name, value] of call.query)
    if (name !== '_format') add(name, fromQuery(name, typeOf(name), value));
  if (call.method === 'POST')
    for (const part of fromBody(call)) {
      const name = text(part['name']) ?? '';
      add(name, part[typeOf(name)]);
    }
  return new Inputs(values);
}
