/** Why something the page asked for could not be done. */
export type PhrErrorCode =
  'bad-base-url' | 'bad-patient' | 'wrong-person' | 'unsupported-version' | 'not-loaded';

/** Tells the page's own code what is wrong: never content of a record. */
export interface PhrErrorDetail {
  readonly code: PhrErrorCode;
  /** For a developer, in English. */
  readonly message: string;
}

/** Fired when the page was set up wrongly or a record must not be shown. */
export class PhrErrorEvent extends CustomEvent<PhrErrorDetail> {
  static readonly type = 'phr-error';

  constructor(detail: PhrErrorDetail) {
    super(PhrErrorEvent.type, {detail, bubbles: true, composed: true});
  }
}

/** Fired once when the server no longer accepts the log in, after a fresh token was asked for in vain. */
export class PhrSessionExpiredEvent extends CustomEvent<undefined> {
  static readonly type = 'phr-session-expired';

  constructor() {
    super(PhrSessionExpiredEvent.type, {bubbles: true, composed: true});
  }
}

/**
 * What the host may know of how the record could be read and the person may not see: whether a kind was refused or not
 * offered, and what the server said beside its answers. FHIR types and issue codes only, never content.
 */
export class PhrStatusEvent extends CustomEvent<unknown> {
  static readonly type = 'phr-status';

  constructor(detail: unknown) {
    super(PhrStatusEvent.type, {detail});
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'phr-error': PhrErrorEvent;
    'phr-session-expired': PhrSessionExpiredEvent;
    'phr-status': PhrStatusEvent;
  }
}
