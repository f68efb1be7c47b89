/** Ours, as a page has it: `<phr-provider>` with `<phr-record-timeline>` inside, and the built library. */
import {glossaryContext, type Explainer} from '../../../src/context/glossary-context.js';
import {nextFrame, offer, wait, watch, type Recorded, type Seen} from './harness.js';

interface Provider extends HTMLElement {
  fetch?: typeof fetch;
}

const provider = document.querySelector<Provider>('phr-provider');
const timeline = document.querySelector('phr-record-timeline');
if (!provider || !timeline) throw new Error('The page has no timeline');

const rows = (): ArrayLike<Element> => timeline.shadowRoot?.querySelectorAll('[part~=entry]') ?? [];

function show({base, patient}: Recorded): void {
  provider?.setAttribute('base-url', base);
  provider?.setAttribute('patient', patient);
}

/** Shows a record and notes every request with its moment. Not used while time is measured. */
async function count(recorded: Recorded): Promise<Seen> {
  const asked: (readonly [time: number, url: string])[] = [];
  if (provider)
    provider.fetch = (request, options) => {
      asked.push([performance.now(), String(request)]);
      return fetch(request, options);
    };
  const start = performance.now();
  show(recorded);
  const seen = await watch(rows, start);
  const before = (time: number): string[] =>
    asked.filter(([when]) => when - start <= time).map(([, url]) => url);
  return {
    ...seen,
    askedForRow: before(seen.firstRow),
    askedForScreen: before(seen.firstScreen),
    library: libraryUntil(start + seen.firstScreen),
  };
}

/** Paths of the library's files asked for until a time of the page's clock. */
const libraryUntil = (time: number): readonly string[] =>
  performance
    .getEntriesByType('resource')
    .filter(({name, startTime}) => name.includes('/library/') && startTime <= time)
    .map(({name}) => new URL(name).pathname);

/** Asks as a widget asks, which makes the context give its value to this page too. */
class GlossaryRequest extends Event {
  readonly context = glossaryContext;
  readonly callback: (explainer: Explainer | undefined) => void;

  constructor(callback: (explainer: Explainer | undefined) => void) {
    super('context-request', {bubbles: true, composed: true});
    this.callback = callback;
  }
}

/** Whether a glossary around the timeline has its terms: it explains one. */
function hasTerms(): boolean {
  let found: unknown;
  timeline?.dispatchEvent(
    new GlossaryRequest((explainer) => {
      found = explainer?.meaningsOf('blood pressure', {});
    }),
  );
  return found !== undefined;
}

if (provider.hasAttribute('base-url')) {
  // A page with everything in its markup: times are from navigation.
  const seen = watch(rows, 0).then((times) => ({
    ...times,
    library: libraryUntil(times.firstRow),
  }));
  window.bench = {cold: () => seen};
} else {
  await customElements.whenDefined('phr-record-timeline');
  await offer({
    show: (_, recorded) => {
      show(recorded);
    },
    async clear() {
      provider.removeAttribute('base-url');
      provider.removeAttribute('patient');
      while (rows().length > 0) await nextFrame();
      await wait(200);
    },
    rows,
  });
  window.bench = {...window.bench, count, hasTerms};
}
