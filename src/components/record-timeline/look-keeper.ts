import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {TimelineState} from '../../model/timeline.js';
import {remember} from '../../platform/last-looked.js';
import {kindsThatAre} from './coverage.js';
import type {Visit} from './last-look.js';

/** What is on the screen, and in which visit it came there. */
interface Seen {
  readonly state: TimelineState | undefined;
  readonly visit: Visit | undefined;
}

/**
 * Tells the device, if the host allows, that the person looked: when the page is hidden or left, and when another person
 * or record takes the place of what was seen.
 *
 * Owns: when that is told. Does not own: when the person looked before, nor what is new.
 */
export class LookKeeper implements ReactiveController {
  readonly #now: () => Seen;
  #seen?: Seen;

  /** `now` gives what is on the screen. */
  constructor(host: ReactiveControllerHost, now: () => Seen) {
    this.#now = now;
    host.addController(this);
  }

  hostConnected() {
    document.addEventListener('visibilitychange', this.#whenHidden);
    window.addEventListener('pagehide', this.#keep);
  }

  hostDisconnected() {
    document.removeEventListener('visibilitychange', this.#whenHidden);
    window.removeEventListener('pagehide', this.#keep);
    this.#keep();
  }

  hostUpdate() {
    if (this.#now().visit !== this.#seen?.visit) this.#keep();
  }

  hostUpdated() {
    const {state, visit} = this.#now();
    this.#seen = {state, visit};
  }

  readonly #whenHidden = () => {
    if (document.visibilityState === 'hidden') this.#keep();
  };

  /**
   * Keeps the moment this visit began: what is recorded later is new next time. Where a kind failed, the person has
   * not seen it, and the moment stays as it was: more is marked as new, never less.
   */
  readonly #keep = () => {
    const {state, visit} = this.#seen ?? {};
    if (!visit?.look || state?.asOf === undefined || state.offline || state.stopped) return;
    if (kindsThatAre(state, 'failed', 'waiting').length === 0)
      remember(visit.look, visit.startedAt);
  };
}
