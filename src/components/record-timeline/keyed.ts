import {noChange} from 'lit';
import {directive, Directive, type ChildPart, type DirectiveResult} from 'lit/directive.js';
import {
  getCommittedValue,
  insertPart,
  removePart,
  setChildPartValue,
  setCommittedValue,
} from 'lit/directive-helpers.js';

type Key<T> = (item: T) => unknown;
type Draw<T> = (item: T) => unknown;

/**
 * Lit's `repeat` with less in it: what was drawn for a key stays with that key. What has focus keeps it while others come
 * and go around it, for only what stands elsewhere than before is moved.
 */
class Keyed extends Directive {
  #keys: readonly unknown[] = [];

  render<T>(items: readonly T[], keyOf: Key<T>, draw: Draw<T>): unknown {
    this.#keys = items.map(keyOf);
    return items.map(draw);
  }

  override update<T>(part: ChildPart, [items, keyOf, draw]: [readonly T[], Key<T>, Draw<T>]) {
    const drawn = getCommittedValue(part) as ChildPart[] | undefined;
    if (!Array.isArray(drawn)) return this.render(items, keyOf, draw);
    const keys = items.map(keyOf);
    const wanted = new Set(keys);
    const kept = new Map<unknown, ChildPart>();
    this.#keys.forEach((key, at) => {
      const old = drawn[at] as ChildPart;
      if (wanted.delete(key)) kept.set(key, old);
      else removePart(old);
    });
    this.#keys = keys;
    // What is left to be passed, in the order in which it stands in the page.
    const ahead = new Set(kept.values());
    const parts = items.map((item, at) => {
      const old = kept.get(keys[at]);
      kept.delete(keys[at]);
      const [next] = ahead;
      if (old) ahead.delete(old);
      return setChildPartValue(old && old === next ? old : insertPart(part, next, old), draw(item));
    });
    setCommittedValue(part, parts);
    return noChange;
  }
}

/** Draws items, each under a key of its own. */
export const keyed = directive(Keyed) as <T>(
  items: readonly T[],
  keyOf: Key<T>,
  draw: Draw<T>,
) => DirectiveResult;
