import type {ReactiveController, ReactiveControllerHost} from 'lit';

/**
 * Which covered entries the person asked to see.
 *
 * Owns: forgetting them, when the page is hidden, left or printed. Does not own: what is covered in the first place. Nothing
 * of it is stored, put in an event or in an address.
 */
export class ShownEntries implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #forgotten: () => void;
  readonly #shown = new Set<string>();

  /** `forgotten` is called after the entries are covered again. */
  constructor(host: ReactiveControllerHost, forgotten: () => void) {
    this.#host = host;
    this.#forgotten = forgotten;
    host.addController(this);
  }

  hostConnected() {
    document.addEventListener('visibilitychange', this.#whenHidden);
    window.addEventListener('pagehide', this.forget);
  }

  hostDisconnected() {
    document.removeEventListener('visibilitychange', this.#whenHidden);
    window.removeEventListener('pagehide', this.forget);
    this.forget();
  }

  /** How often what is shown has changed. */
  changes = 0;

  has(reference: string): boolean {
    return this.#shown.has(reference);
  }

  show(reference: string) {
    this.#shown.add(reference);
    this.changes++;
    this.#host.requestUpdate();
  }

  /** Covers everything again. */
  readonly forget = () => {
    if (this.#shown.size === 0) return;
    this.#shown.clear();
    this.changes++;
    this.#forgotten();
    this.#host.requestUpdate();
  };

  readonly #whenHidden = () => {
    if (document.visibilityState === 'hidden') this.forget();
  };
}
