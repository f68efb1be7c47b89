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
 * and go around it, for only what stands elsewhere than before is moved. It takes over what a plain list has drawn in its
 * place: that is taken for the first items.
 */
class Keyed extends Directive {
  #keys?: readonly unknown[];

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
    const before = this.#keys ?? keys;
    drawn.forEach((old, at) => {
      const key = before[at];
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

/** How a list is drawn whose items come and go. */
export type DrawList = <T>(items: readonly T[], keyOf: Key<T>, draw: Draw<T>) => DirectiveResult;

/** Draws items, each under a key of its own. */
export const keyed = directive(Keyed) as DrawList;
