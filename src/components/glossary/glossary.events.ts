/** What the person wants to ask of a word. No text of the record beside the word itself. */
export interface QuestionDetail {
  /** The word as it stands in the record. */
  readonly term: string;
  /** The entry it stands in, when that is known. */
  readonly reference?: string;
}

/** The person added a word to the questions to ask. Cancelable: a host that keeps questions itself does so instead. */
export class QuestionEvent extends CustomEvent<QuestionDetail> {
  static readonly type = 'phr-question';

  constructor(detail: QuestionDetail) {
    super(QuestionEvent.type, {bubbles: true, composed: true, cancelable: true, detail});
  }
}

/** Which explanation looks wrong to the person. No text of the record. */
export interface TermReportDetail {
  readonly term: string;
  /** Ids of the meanings that were shown. */
  readonly meanings: readonly string[];
  /** Names of the sets they come from. */
  readonly sources: readonly string[];
}

/** The person chose 'This does not look right'. Cancel it to say that the host has taken it. */
export class TermReportEvent extends CustomEvent<TermReportDetail> {
  static readonly type = 'phr-term-report';

  constructor(detail: TermReportDetail) {
    super(TermReportEvent.type, {bubbles: true, composed: true, cancelable: true, detail});
  }
}

/** Something of what the host gave to a glossary is not in use. For developers. */
export interface TermsProblemDetail {
  /** `bad-address`: `terminology-url` was refused. `outside-provider`: questions cannot go with the person. */
  readonly code: 'bad-terms' | 'bad-address' | 'outside-provider';
  /** In English; never a content. */
  readonly message: string;
}

/** The host's own terms are not all in use, its terminology server is not asked, or no question can be kept. */
export class TermsProblemEvent extends CustomEvent<TermsProblemDetail> {
  static readonly type = 'phr-error';

  constructor(detail: TermsProblemDetail) {
    super(TermsProblemEvent.type, {bubbles: true, composed: true, detail});
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'phr-question': QuestionEvent;
    'phr-term-report': TermReportEvent;
  }
}
