/** The record source that a provider gives to widgets, asked for as a widget asks: through the context. */
import type {RecordSource} from '../../../src/context/record-context.js';
import type {TimelineReader} from '../../../src/model/timeline.js';
import type {Recorded} from './harness.js';

class ContextRequest extends Event {
  readonly context = Symbol.for('phr-record@1');
  readonly subscribe = true;
  readonly callback: (source: RecordSource | undefined) => void;

  constructor(callback: (source: RecordSource | undefined) => void) {
    super('context-request', {bubbles: true, composed: true});
    this.callback = callback;
  }
}

/** Makes a provider in the page and gives back its source. */
export async function openSource({base, patient}: Recorded): Promise<RecordSource> {
  await customElements.whenDefined('phr-provider');
  const provider = document.createElement('phr-provider');
  const inside = document.createElement('div');
  provider.append(inside);
  document.body.append(provider);
  return new Promise((resolve) => {
    inside.dispatchEvent(
      new ContextRequest((source) => {
        if (source) resolve(source);
      }),
    );
    provider.setAttribute('base-url', base);
    provider.setAttribute('patient', patient);
  });
}

/** A source whose reader the benchmark can see. */
export function watched(
  source: RecordSource,
  opened: (reader: TimelineReader) => void,
): RecordSource {
  return {
    ...source,
    timeline(query) {
      const reader = source.timeline(query);
      opened(reader);
      return reader;
    },
  };
}

/** The timeline's element, as far as the benchmark uses it. */
export interface Timeline extends HTMLElement {
  source?: RecordSource;
  filter: {readonly search?: string};
}

export const makeTimeline = (): Timeline =>
  document.createElement('phr-record-timeline') as unknown as Timeline;

export const rowsOf = (timeline: Element): ArrayLike<Element> =>
  timeline.shadowRoot?.querySelectorAll('[part~=entry]') ?? [];
