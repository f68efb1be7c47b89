import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {RecordSource} from '../../context/record-context.js';
import type {Settings} from '../../context/settings-context.js';
import {parseFhirDate} from '../../model/fhir-date.js';
import type {TimelineState} from '../../model/timeline.js';
import {lastLooked, remember, type Look} from '../../platform/last-looked.js';
import {kindsThatAre} from './coverage.js';

/**
 * When the person last looked, and that they look now.
 *
 * Owns: asking the device for the moment and telling it a new one when the page is hidden or left, if the host allows. Does
 * not own: what is new.
 */
export class LastLook implements ReactiveController {
  readonly #seen: () => TimelineState | undefined;
  #look?: Look;
  #source?: RecordSource;
  #kept?: number;
  #startedAt = 0;

  /** When the person last looked, in milliseconds since 1970. Absent on a first visit. */
  since?: number;

  /** `seen` gives what is on the screen, when something is. */
  constructor(host: ReactiveControllerHost, seen: () => TimelineState | undefined) {
    this.#seen = seen;
    host.addController(this);
  }

  /**
   * A record is about to be read. `since` from the page comes before what is kept on the device. The same person at the
   * same record is the same visit, however often it is read.
   */
  start(
    source: RecordSource | undefined,
    settings: Settings | undefined,
    since: string | undefined,
  ) {
    const viewer = settings?.viewer;
    const record = source?.key;
    const look =
      settings?.remember && viewer && record !== undefined
        ? {viewer: `${viewer.as}\n${viewer.id ?? ''}`, record}
        : undefined;
    if (source !== this.#source || look?.viewer !== this.#look?.viewer) {
      this.keep();
      this.#source = source;
      this.#look = look;
      this.#startedAt = (settings?.now ?? Date.now)();
      this.#kept = look && lastLooked(look);
    }
    this.since = parseFhirDate(since)?.from ?? this.#kept;
  }

  hostConnected() {
    document.addEventListener('visibilitychange', this.#whenHidden);
    window.addEventListener('pagehide', this.keep);
  }

  hostDisconnected() {
    document.removeEventListener('visibilitychange', this.#whenHidden);
    window.removeEventListener('pagehide', this.keep);
    this.keep();
  }

  readonly #whenHidden = () => {
    if (document.visibilityState === 'hidden') this.keep();
  };

  /**
   * Keeps the moment this reading began: what is recorded later is new next time. Where a kind failed, the person has
   * not seen it, and the moment stays as it was: more is marked as new, never less.
   */
  readonly keep = () => {
    const state = this.#seen();
    if (!this.#look || state?.asOf === undefined || state.offline || state.stopped) return;
    if (kindsThatAre(state, 'failed', 'waiting').length === 0)
      remember(this.#look, this.#startedAt);
  };
}
