import type {TimelineFilter} from '../../model/filter.js';

/** Which entry: never what is in it. */
export interface RecordOpenDetail {
  /** FHIR reference, for example `Observation/123`. */
  readonly reference: string;
}

/** Fired when the person asks to see one entry. Cancel it, and the entry does not open in the list. */
export class RecordOpenEvent extends CustomEvent<RecordOpenDetail> {
  static readonly type = 'phr-record-open';

  /** `shared` lets the event leave the shadow root that the timeline stands in. */
  constructor(detail: RecordOpenDetail, shared: boolean) {
    super(RecordOpenEvent.type, {detail, bubbles: true, composed: shared, cancelable: true});
  }
}

/** What the person now searches and filters by; a host can keep it in its own address. */
export interface FilterChangeDetail {
  readonly filter: TimelineFilter;
}

/** Fired when the person changed the filter. */
export class FilterChangeEvent extends CustomEvent<FilterChangeDetail> {
  static readonly type = 'phr-filter-change';

  constructor(detail: FilterChangeDetail) {
    super(FilterChangeEvent.type, {detail, bubbles: true});
  }
}

/** Fired when the person asks to log in again. Nothing else happens: the host knows how. */
export class LogInEvent extends CustomEvent<undefined> {
  static readonly type = 'phr-log-in';

  constructor() {
    super(LogInEvent.type, {bubbles: true, composed: true});
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'phr-record-open': RecordOpenEvent;
    'phr-filter-change': FilterChangeEvent;
    'phr-log-in': LogInEvent;
  }
}
