import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** Shortest time between two announcements, in milliseconds: more often, a screen reader never finishes one. */
const pause = 3000;

/**
 * What a screen reader says of changes that nobody has to look for: one status region, at most one text every 3 seconds,
 * the latest of those that wait.
 *
 * Owns the text of the region and its timing; does not own the region, which the host always draws, empty, so that it is
 * there before its first text.
 */
export class Announcer implements ReactiveController {
  readonly #region: () => Element | null;
  #said = '';
  #waiting?: string;
  #timer?: ReturnType<typeof setTimeout>;

  constructor(host: ReactiveControllerHost, region: () => Element | null) {
    this.#region = region;
    host.addController(this);
  }

  hostDisconnected() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#waiting = undefined;
    this.#put('');
  }

  /** Says a sentence now, or when the last one has had its time. */
  say(text: string) {
    if (text === (this.#waiting ?? this.#said)) return;
    if (this.#timer !== undefined) {
      this.#waiting = text;
      return;
    }
    this.#put(text);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      const next = this.#waiting;
      this.#waiting = undefined;
      if (next !== undefined) this.say(next);
    }, pause);
  }

  /** Says a sentence at once, in place of what was said: that no longer holds, and may name who is no longer shown. */
  replace(text: string) {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#waiting = undefined;
    if (text) this.say(text);
    else this.#put('');
  }

  /** Puts what was said into other words of the same meaning at once: the page's language came after it. */
  reword(text: string) {
    this.#waiting = undefined;
    if (this.#said) this.#put(text);
    else this.say(text);
  }

  #put(text: string) {
    this.#said = text;
    const region = this.#region();
    if (region) region.textContent = text;
  }
}
