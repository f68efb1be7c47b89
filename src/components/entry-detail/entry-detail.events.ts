/** The person asked to see one result over time. Stays inside the widget. */
export class SeriesOpenEvent extends CustomEvent<{readonly seriesKey: string}> {
  constructor(detail: {readonly seriesKey: string}) {
    super('phr-series-open', {bubbles: true, detail});
  }
}

/** The person chose 'Does something look wrong?'. Cancelable: a host with a form of its own shows that instead. */
export class EntryQueryEvent extends CustomEvent<{readonly reference: string}> {
  constructor(detail: {readonly reference: string}) {
    super('phr-entry-query', {bubbles: true, cancelable: true, detail});
  }
}

/** The person closed the entry: what opened it takes the focus back. Stays inside the widget. */
export class DetailCloseEvent extends CustomEvent<undefined> {
  constructor() {
    super('phr-detail-close', {bubbles: true});
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'phr-series-open': SeriesOpenEvent;
    'phr-entry-query': EntryQueryEvent;
    'phr-detail-close': DetailCloseEvent;
  }
}
