/** How much is new is for the person alone: nothing else on the page may hear it, for what is new may be what is feared. */
import {expect, waitUntil} from '@open-wc/testing';
import {createScriptedServer} from '../../support/scripted-server.js';
import {rowsOf, showWidget, wordsIn, type Widget} from '../../widget/widget-page.js';

const lastLook = '2026-11-01T00:00:00Z';

/** A record of 20 vaccinations, so many of them recorded since the person last looked. */
const recordWithNew = (count: number) => [
  {resourceType: 'Patient', id: 'p', name: [{text: 'Ann Able'}]},
  ...Array.from({length: 20}, (_, at) => ({
    resourceType: 'Immunization',
    id: `v${String(at)}`,
    meta: {lastUpdated: at < count ? '2026-11-10T09:00:00Z' : '2020-01-01T09:00:00Z'},
    status: 'completed',
    vaccineCode: {text: `Vaccine ${String(at)}`},
    patient: {reference: 'Patient/p'},
    occurrenceDateTime: `20${String(26 - at).padStart(2, '0')}-03-01`,
  })),
];

/** Keeps every event that any code fires, whatever it is called, with what it carries; and what the device is told to show. */
function hearEverything() {
  const heard: string[] = [];
  const {dispatchEvent} = EventTarget.prototype;
  EventTarget.prototype.dispatchEvent = function (this: EventTarget, event: Event) {
    if (event.type !== 'context-request')
      heard.push(`${event.type} ${JSON.stringify((event as CustomEvent<unknown>).detail ?? null)}`);
    return dispatchEvent.call(this, event);
  };
  Object.defineProperty(navigator, 'setAppBadge', {
    configurable: true,
    value: (count: unknown) => Promise.resolve(heard.push(`badge ${String(count)}`)),
  });
  const stop = () => {
    EventTarget.prototype.dispatchEvent = dispatchEvent;
    Reflect.deleteProperty(navigator, 'setAppBadge');
  };
  return {heard, stop};
}

async function press({timeline}: Widget, name: RegExp) {
  const find = () =>
    [...(timeline.shadowRoot?.querySelectorAll('button') ?? [])].find((button) =>
      name.test(wordsIn(button)),
    );
  await waitUntil(find, `there is a button ${String(name)}`, {timeout: 5000});
  find()?.click();
  await timeline.updateComplete;
}

/** Everything that is heard while a person reads what is new, opens one entry of it and filters. */
async function heardWith(count: number): Promise<readonly string[]> {
  const {heard, stop} = hearEverything();
  try {
    const server = createScriptedServer({
      records: recordWithNew(count),
      rules: [{when: {path: 'Condition'}, do: [{status: 403}]}],
    });
    const widget = await showWidget(
      {baseUrl: 'https://phr.example/fhir', patient: 'p', fetch: server.fetch},
      {since: lastLook},
    );
    await waitUntil(
      () => wordsIn(widget.timeline).includes(`${String(count)} new since you last looked`),
      `${String(count)} are new: ${wordsIn(widget.timeline).slice(0, 300)}`,
      {timeout: 5000},
    );
    await press(widget, /^What is new$/);
    await press(widget, /^Show only new entries$/);
    await waitUntil(() => rowsOf(widget.timeline).length === count, 'only new ones are shown');
    await press(widget, /^Vaccine 0/);
    await press(widget, /^Show all entries$/);
    await press(widget, /^What is current$/);
    return [...heard, `title ${document.title}`];
  } finally {
    stop();
  }
}

describe('how much is new', () => {
  it('cannot be told from any event, the page’s title or a badge', async () => {
    const few = await heardWith(3);
    const more = await heardWith(7);

    const ours = (heard: readonly string[]) => heard.filter((each) => each.startsWith('phr-'));
    expect([...more].sort()).to.deep.equal([...few].sort());
    expect(ours(few).map((each) => each.split(' ')[0])).to.include.members([
      'phr-status',
      'phr-record-open',
      'phr-filter-change',
    ]);
    expect(ours([...few, ...more]).join(' ')).to.not.match(/[^\w/]new|[^\w][37][^\w]/);
  });
});
