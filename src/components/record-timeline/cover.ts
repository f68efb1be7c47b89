import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {TimelineEntry, TimelineState} from '../../model/timeline.js';

/** What is covered: nothing, entries that carry a sensitive label, or everything. */
export type Cover = 'none' | 'labels' | 'all';

/** Confidentiality codes that mean restricted and very restricted: https://terminology.hl7.org/CodeSystem-v3-Confidentiality.html */
const restricted: readonly string[] = ['R', 'V'];

/** What the cover is decided by. */
export interface CoverSettings {
  readonly cover: Cover;
  readonly coverNew: boolean;
  readonly coverLabels: readonly string[];
}

/** True when an entry, or a result inside it, is to be covered until the person asks for it. */
export function isToBeCovered(
  entry: TimelineEntry,
  {cover, coverNew, coverLabels}: CoverSettings,
  state: TimelineState,
): boolean {
  if (cover === 'all') return true;
  if (cover === 'labels') {
    const sensitive = (code: string) => restricted.includes(code) || coverLabels.includes(code);
    if (entry.labels.some(sensitive)) return true;
    if (entry.parts.some((part) => state.parts.get(part)?.labels.some(sensitive))) return true;
  }
  // Where it cannot be told which results are new, every one may be.
  const {newReferences} = state;
  return coverNew && entry.kind === 'results' && (newReferences?.has(entry.reference) ?? true);
}

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

  has(reference: string): boolean {
    return this.#shown.has(reference);
  }

  show(reference: string) {
    this.#shown.add(reference);
    this.#host.requestUpdate();
  }

  /** Covers everything again. */
  readonly forget = () => {
    if (this.#shown.size === 0) return;
    this.#shown.clear();
    this.#forgotten();
    this.#host.requestUpdate();
  };

  readonly #whenHidden = () => {
    if (document.visibilityState === 'hidden') this.forget();
  };
}
