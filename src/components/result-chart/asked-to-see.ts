import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** When what was uncovered is covered again: the page is hidden, left or printed. The first of them bubbles to `window`. */
const endings = ['visibilitychange', 'pagehide', 'beforeprint'];

/**
 * Whether the person asked to see what is covered.
 *
 * Owns: forgetting that, when the page is hidden, left or printed, or the element leaves the page. Does not own: what is
 * covered. Nothing of it is stored, put in an event or in an address.
 */
export class AskedToSee implements ReactiveController {
  readonly #draw: () => void;

  /** True until the page is hidden, left or printed. */
  is = false;

  /** `draw` draws at once: paper lies about, and what is on it is drawn as soon as the page has been told. */
  constructor(host: ReactiveControllerHost, draw: () => void) {
    this.#draw = draw;
    host.addController(this);
  }

  hostConnected() {
    for (const type of endings) window.addEventListener(type, this.forget);
  }

  hostDisconnected() {
    for (const type of endings) window.removeEventListener(type, this.forget);
    this.is = false;
  }

  /** The person asks to see it. */
  readonly ask = () => {
    this.is = true;
    this.#draw();
  };

  /** Covers it again. */
  readonly forget = () => {
    if (!this.is) return;
    this.is = false;
    this.#draw();
  };
}
