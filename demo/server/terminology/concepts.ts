/** The concepts of a small terminology server, found by their code and by what they are called. */

/** Another name of a concept. */
export interface Designation {
  /** Language tag, for example `cy`. */
  readonly language: string;
  /** What it is for, as a Coding. */
  readonly use: {readonly system: string; readonly code: string; readonly display: string};
  readonly value: string;
}

/** One concept of a code system. */
export interface TerminologyConcept {
  readonly system: string;
  readonly code: string;
  readonly display: string;
  readonly designations?: readonly Designation[];
}

/** Names of code systems that have one, for people who write software. */
const names: Readonly<Record<string, string>> = {
  'http://snomed.info/sct': 'SNOMED CT',
  'http://loinc.org': 'LOINC',
};

/** Words of a text in small letters, without accents. */
const wordsOf = (text: string): readonly string[] =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** Concepts by system and code. */
export class Concepts {
  readonly #systems = new Map<string, Map<string, TerminologyConcept>>();

  constructor(concepts: readonly TerminologyConcept[]) {
    for (const concept of concepts) {
      const known = this.#systems.get(concept.system);
      if (known) known.set(concept.code, concept);
      else this.#systems.set(concept.system, new Map([[concept.code, concept]]));
    }
  }

  /** Whether anything of a code system is here. */
  has(system: string): boolean {
    return this.#systems.has(system);
  }

  /** The canonical addresses of the code systems. */
  get systems(): readonly string[] {
    return [...this.#systems.keys()];
  }

  /** What a code system is called. */
  nameOf(system: string): string {
    return names[system] ?? system;
  }

  /** One concept. */
  get(system: string, code: string): TerminologyConcept | undefined {
    return this.#systems.get(system)?.get(code);
  }

  /** Every concept of a code system. */
  all(system: string): readonly TerminologyConcept[] {
    return [...(this.#systems.get(system)?.values() ?? [])];
  }
}

/** Whether one name of a concept has words that begin with all those of a filter. */
export function isCalled(
  {display, designations = []}: TerminologyConcept,
  filter: string,
): boolean {
  const asked = wordsOf(filter);
  return [display, ...designations.map(({value}) => value)].some((name) => {
    const words = wordsOf(name);
    return asked.every((one) => words.some((word) => word.startsWith(one)));
  });
}
