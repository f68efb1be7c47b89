import type {TimelineFilter} from '../../model/filter.js';

/** The person pressed 'Show entries' or 'Clear all filters'. Stays inside the timeline. */
export class FiltersApplyEvent extends CustomEvent<TimelineFilter> {
  static readonly type = 'phr-filters-apply';

  constructor(filter: TimelineFilter) {
    super(FiltersApplyEvent.type, {detail: filter});
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'phr-filters-apply': FiltersApplyEvent;
  }
}
