/** The person chose to go back from the chart to the entry. Stays inside the widget. */
export class ChartCloseEvent extends CustomEvent<undefined> {
  static readonly type = 'phr-chart-close';

  constructor() {
    super(ChartCloseEvent.type);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'phr-chart-close': ChartCloseEvent;
  }
}
