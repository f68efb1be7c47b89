/** What one reader may do and see. Every answer passes here: reads, results, totals, includes, batches. */
import {isObject} from './json.js';
import {refuse} from './outcomes.js';
import {referenceKey} from './row.js';
import type {Row} from './row.js';
import type {RecordStore} from './record-store.js';
import {sharedTypes} from './search-parameters.js';
import type {FhirResource, Withheld} from './types.js';

/** A letter of a SMART v2 scope: create, read, update, delete, search. */
export type ScopeLetter = 'c' | 'r' | 'u' | 'd' | 's';

/** Whose eyes: `patient` is the person, `proxy` acts or looks for the person, `staff` works for the place that holds the record. */
export type ReaderRole = 'patient' | 'proxy' | 'staff';

/** Who reads, from the token. */
export interface Reader {
  readonly login: string;
  readonly role: ReaderRole;
  /** Id of the one Patient that the token is for; undefined only on a server that needs no token. */
  readonly patient: string | undefined;
  /** SMART v2 scopes parted by spaces, for example `patient/Observation.rs`. */
  readonly scope: string;
}

/** The reader of a server that needs no token: everything. */
export const everyone: Reader = {
  login: '',
  role: 'staff',
  patient: undefined,
  scope: 'user/*.cruds',
};

/** The rights of one reader over one store. */
export class Access {
  readonly reader: Reader;
  readonly #store: RecordStore;
  readonly #grants: readonly {readonly type: string; readonly letters: string}[];

  constructor(reader: Reader, store: RecordStore) {
    this.reader = reader;
    this.#store = store;
    this.#grants = reader.scope.split(' ').flatMap((scope) => {
      const match = /^(?:patient|user)\/(\*|[A-Za-z]+)\.([cruds]+)$/.exec(scope);
      return match ? [{type: match[1] ?? '', letters: match[2] ?? ''}] : [];
    });
  }

  /** Whether the scopes allow an interaction with a type. What is about nobody is readable by all. */
  may(type: string, letter: ScopeLetter): boolean {
    if (sharedTypes.has(type) && (letter === 'r' || letter === 's')) return true;
    return this.#grants.some(
      (grant) => (grant.type === '*' || grant.type === type) && grant.letters.includes(letter),
    );
  }

  /** Stops a request whose interaction the scopes do not allow. */
  demand(type: string, letter: ScopeLetter): void {
    if (!this.may(type, letter)) throw this.forbidden();
  }

  /** One refusal for every reason, so that it says nothing. */
  forbidden(): Error {
    return refuse(403, 'forbidden', 'This log in cannot do this.');
  }

  /** Whether a row is about the person the token is for, or about nobody. */
  owns(row: Pick<Row, 'owners'>): boolean {
    const {patient} = this.reader;
    return patient === undefined || row.owners.length === 0 || row.owners.includes(patient);
  }

  /** Whether a row is held back from this reader. Such a row is not there, in any way, for this reader. */
  isHidden(row: Row): boolean {
    if (this.#hides(row.withheld)) return true;
    if (this.reader.role === 'staff') return false;
    // Provenance of hidden entries alone, and the file behind a hidden letter, would betray them.
    if (row.type === 'Provenance') {
      const targets = row.values['target']?.pointers ?? [];
      return targets.length > 0 && targets.every(({to}) => to !== undefined && this.hidesKey(to));
    }
    if (row.type === 'Binary') {
      const carriers = this.#store.pointingAt(row.key, 'DocumentReference');
      return carriers.length > 0 && carriers.every((carrier) => this.#hides(carrier.withheld));
    }
    return false;
  }

  /** Whether a reference points at something that is held back from this reader. */
  hidesKey(key: string): boolean {
    const row = this.#store.row(key);
    return row !== undefined && this.isHidden(row);
  }

  /** Whether a row may stand in an answer. */
  sees(row: Row, letter: 'r' | 's' = 's'): boolean {
    return this.may(row.type, letter) && this.holds(row);
  }

  /** Whether a row, of a type that the reader may have, is there for the reader. */
  holds(row: Row): boolean {
    return this.owns(row) && !this.isHidden(row);
  }

  /** Names what this reader sees in a store, so that results can be kept apart. */
  get view(): string {
    return `${this.reader.role}/${this.reader.scope}`;
  }

  /** The resource as this reader may have it: references to what is held back are taken out. */
  shown(row: Row): FhirResource {
    if (this.reader.role === 'staff') return row.resource;
    return this.#without(row.resource) as FhirResource;
  }

  /** Returns the same object when there is nothing to take out. */
  #without(value: unknown): unknown {
    if (Array.isArray(value)) {
      const kept = value.map((item) => this.#without(item)).filter((item) => item !== undefined);
      if (kept.length === value.length && kept.every((item, at) => item === value[at]))
        return value;
      return kept.length > 0 ? kept : undefined;
    }
    if (!isObject(value)) return value;
    const reference = value['reference'] ?? value['url'];
    if (typeof reference === 'string') {
      const key = referenceKey(reference);
      if (key !== undefined && this.hidesKey(key)) return undefined;
    }
    let changed: Record<string, unknown> | undefined;
    for (const [name, child] of Object.entries(value)) {
      const kept = this.#without(child);
      if (kept === child) continue;
      changed ??= {...value};
      if (kept === undefined) Reflect.deleteProperty(changed, name);
      else changed[name] = kept;
    }
    // `{what: {reference}}` without its only child is nothing.
    return changed && Object.keys(changed).length === 0 ? undefined : (changed ?? value);
  }

  #hides(withheld: Withheld | undefined): boolean {
    const {role} = this.reader;
    if (withheld === undefined || role === 'staff') return false;
    return withheld === 'patient' || role === 'proxy';
  }
}
