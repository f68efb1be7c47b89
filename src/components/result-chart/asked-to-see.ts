import type {ReactiveController, ReactiveControllerHost} from 'lit';

/**
 * Whether the person asked to see what is covered.
 *
 * Owns: forgetting that, when the page is hidden, left or printed, or the element leaves the page. Does not own: what is
 * covered. Nothing of it is stored, put in an event or in an address.
 */
export class AskedToSee implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #draw: () => void;

  /** True until the page is hidden, left or printed. */
  is = false;

  /** `draw` draws at once what is left to draw. */
  constructor(host: ReactiveControllerHost, draw: () => void) {
    this.#host = host;
    this.#draw = draw;
    host.addController(this);
  }

  hostConnected() {
    document.addEventListener('visibilitychange', this.#whenHidden);
    window.addEventListener('pagehide', this.forget);
    window.addEventListener('beforeprint', this.#beforePrint);
  }

  hostDisconnected() {
    document.removeEventListener('visibilitychange', this.#whenHidden);
    window.removeEventListener('pagehide', this.forget);
    window.removeEventListener('beforeprint', this.#beforePrint);
    this.forget();
  }

  /** The person asks to see it. */
  readonly ask = () => {
    this.is = true;
    this.#host.requestUpdate();
  };

  /** Covers it again. */
  readonly forget = () => {
    if (!this.is) return;
    this.is = false;
    this.#host.requestUpdate();
  };

  readonly #whenHidden = () => {
    if (document.visibilityState === 'hidden') this.forget();
  };

  /** Paper lies about, and what is on it is drawn as soon as this returns. */
  readonly #beforePrint = () => {
    this.forget();
    this.#draw();
  };
}
