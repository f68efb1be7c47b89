/** The awkward servers by name, and their combination over the good one: `slow+no-sort+failing:Condition`. */
import type {Answer, FhirCall} from '../answer.js';
import {refuse} from '../outcomes.js';
import type {Behaviour, Next} from './behaviour.js';
import {bundles} from './bundles.js';
import {refusals} from './refusals.js';
import {servers} from './servers.js';

/** Every behaviour by name. */
export const behaviours: Readonly<Record<string, Behaviour>> = {
  ...refusals,
  ...bundles,
  ...servers,
};

/** Names of the behaviours, for a list to choose from. */
export const behaviourNames: readonly string[] = Object.keys(behaviours);

/** What each behaviour does, by name. */
export function behaviourTexts(): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(behaviours).map(([name, {about}]) => [name, about]));
}

/** Puts the named behaviours around the good server; the first named is nearest to the one who asks. */
export class AwkwardServer {
  readonly #counts = new Map<string, number>();

  /** Answers a request. Fails with 404 when a name is unknown. */
  answer(profile: string, call: FhirCall, good: Next): Promise<Answer> {
    const parts = profile.split('+').map((part) => {
      const [name = '', argument] = part.split(':');
      const behaviour = Object.hasOwn(behaviours, name) ? behaviours[name] : undefined;
      if (!behaviour) throw refuse(404, 'not-found', `There is no awkward server called ${name}.`);
      return {name, argument, behaviour};
    });
    const whole = parts.reduceRight<Next>(
      (next, {name, argument, behaviour}) =>
        (inner) => {
          let count: number | undefined;
          const nth = (): number => (count ??= this.#count(`${name} ${identityOf(inner)}`));
          return behaviour.answer(inner, next, {argument, nth});
        },
      good,
    );
    return whole(call);
  }

  #count(key: string): number {
    const count = (this.#counts.get(key) ?? 0) + 1;
    this.#counts.set(key, count);
    return count;
  }
}

/** A page that is loaded again has a new token, and meets the awkward server anew. */
function identityOf({method, path, headers, query}: FhirCall): string {
  const page = query.find(([name]) => name === '_page')?.[1] ?? '';
  return `${method} ${path} ${page} ${headers['authorization'] ?? ''}`;
}
