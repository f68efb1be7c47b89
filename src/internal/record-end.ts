/** Tells an element when the record of the provider around it may no longer be shown. */
import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** Why: the log in has ended, after which the same record may come back, or it may be of somebody else. */
export type RecordEnding = 'loggedOut' | 'wrongPerson';

/** What a provider tells of its record. */
const told = ['phr-status', 'phr-session-expired', 'phr-error'] as const;

function endingOf({type, detail}: Partial<CustomEvent<unknown>>): RecordEnding | undefined {
  if (type === 'phr-session-expired') return 'loggedOut';
  // A page may have events of its own by these names.
  const {reason, code, type: what} = (detail ?? {}) as Partial<Record<string, unknown>>;
  if (reason === 'session') return 'loggedOut';
  return what === 'stopped' || code === 'wrong-person' ? 'wrongPerson' : undefined;
}

const isAround = (outer: unknown, element: Node): boolean => {
  for (let node: Node | null = element; node;) {
    if (node === outer) return true;
    node = node instanceof ShadowRoot ? node.host : node.parentNode;
  }
  return false;
};

/**
 * Listens while its element is in a page. The record stays the same object, so that its context says nothing.
 */
export class RecordEnd implements ReactiveController {
  readonly #host: ReactiveControllerHost & Node;
  readonly #onEnd: (why: RecordEnding) => void;

  constructor(host: ReactiveControllerHost & Node, onEnd: (why: RecordEnding) => void) {
    this.#host = host;
    this.#onEnd = onEnd;
    host.addController(this);
  }

  hostConnected(): void {
    // On the way down: what the page does with it, and that not all of it bubbles, is no matter.
    for (const type of told) window.addEventListener(type, this.#hear as EventListener, true);
  }

  hostDisconnected(): void {
    for (const type of told) window.removeEventListener(type, this.#hear as EventListener, true);
  }

  readonly #hear = (event: CustomEvent<unknown>) => {
    const why = endingOf(event);
    if (why && isAround(event.composedPath()[0], this.#host)) this.#onEnd(why);
  };
}
