import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** Shortest time between two announcements, in milliseconds: more often, a screen reader never finishes one. */
const pause = 3000;

/**
 * What a screen reader says of changes that nobody has to look for: one status region, at most one text every 3 seconds,
 * the latest of those that wait.
 *
 * Owns the text and its timing; does not own the region, which the host always renders.
 */
export class Announcer implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #waiting?: string;
  #timer?: ReturnType<typeof setTimeout>;

  /** What the region says now. */
  text = '';

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#waiting = undefined;
    this.text = '';
  }

  /** Says a sentence now, or when the last one has had its time. */
  say(text: string) {
    if (text === (this.#waiting ?? this.text)) return;
    if (this.#timer !== undefined) {
      this.#waiting = text;
      return;
    }
    this.text = text;
    this.#host.requestUpdate();
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      const next = this.#waiting;
      this.#waiting = undefined;
      if (next !== undefined) this.say(next);
    }, pause);
  }
}
