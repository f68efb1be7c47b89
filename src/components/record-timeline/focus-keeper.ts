import type {ReactiveController, ReactiveControllerHost} from 'lit';

/**
 * Keeps the person's place: focus that would be lost because what had it left the page, and, where the browser does not
 * do so itself, the rows under their eyes when others come in above.
 *
 * Owns: noticing and mending the loss. Does not own: moves of focus that the person asked for.
 */
export class FocusKeeper implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  #had?: {readonly id: string | undefined};
  #row?: {readonly id: string; readonly top: number};

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  /** Safari has no scroll anchoring of its own. */
  readonly #mustAnchor = !CSS.supports('overflow-anchor', 'auto');

  hostUpdate() {
    const root = this.#host.shadowRoot;
    const active = root?.activeElement;
    this.#had = active ? {id: active.closest('.entry')?.id} : undefined;
    this.#row = this.#mustAnchor ? this.#topRow(root) : undefined;
  }

  hostUpdated() {
    const root = this.#host.shadowRoot;
    if (!root) return;
    if (this.#had && !root.activeElement) this.#mend(root, this.#had.id);
    this.#had = undefined;
    const row = this.#row && root.getElementById(this.#row.id);
    if (row && this.#row) {
      const moved = row.getBoundingClientRect().top - this.#row.top;
      if (Math.abs(moved) > 1) window.scrollBy(0, moved);
    }
    this.#row = undefined;
  }

  /** Moves focus to a row: its name, or the heading of its cover. */
  focusRow(id: string): boolean {
    const row = this.#host.shadowRoot?.getElementById(id);
    const target =
      row?.querySelector<HTMLElement>('.open') ?? row?.querySelector<HTMLElement>('.title');
    target?.focus();
    return !!target;
  }

  /** Moves focus to an element of the widget by its id. */
  focusId(id: string): boolean {
    const target = this.#host.shadowRoot?.getElementById(id);
    target?.focus();
    return !!target;
  }

  #mend(root: ShadowRoot, id: string | undefined) {
    if (id && this.focusRow(id)) return;
    void (this.focusId('state') || this.focusId('all') || root);
  }

  #topRow(root: ShadowRoot | null) {
    if (!root || window.scrollY === 0) return undefined;
    for (const row of root.querySelectorAll('.entry[id]')) {
      const {top, bottom} = row.getBoundingClientRect();
      if (bottom > 0) return {id: row.id, top};
    }
    return undefined;
  }
}
