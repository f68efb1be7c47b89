/** The whole widget on the page of a test: a provider with a timeline in it, over resources or a server in a function. */
import {fixture, html, waitUntil} from '@open-wc/testing';
import '../../src/components/person/person.define.js';
import '../../src/components/provider/provider.define.js';
import type {PhrProvider} from '../../src/components/provider/provider.js';
import '../../src/components/record-timeline/record-timeline.define.js';
import {loadEntryText} from '../../src/i18n/entry-words.js';
import {loadEntryBody} from '../../src/model/decode/entry-body.js';
import type {PhrRecordTimeline} from '../../src/components/record-timeline/record-timeline.js';
import '../support/whole-entries.js';

/** A provider with what stands in it. */
export interface Widget {
  readonly provider: PhrProvider;
  readonly timeline: PhrRecordTimeline;
}

/** Puts the widget on the page. */
export async function showWidget(
  settings: Partial<PhrProvider>,
  properties: Partial<PhrRecordTimeline> = {},
): Promise<Widget> {
  const provider = await fixture<PhrProvider>(
    html`<phr-provider contact="Call Nidd Valley Surgery on 01632 960 001."
      ><phr-person></phr-person><phr-record-timeline></phr-record-timeline
    ></phr-provider>`,
  );
  const timeline = provider.querySelector('phr-record-timeline');
  if (!timeline) throw new Error('The timeline is not there');
  Object.assign(timeline, properties);
  Object.assign(provider, settings);
  await provider.updateComplete;
  return {provider, timeline};
}

/** Everything that can be read in an element, shadow roots included, with single spaces between blocks. */
export function wordsIn(root: Node): string {
  if (root instanceof Text) return root.data;
  if (root instanceof HTMLStyleElement) return '';
  const inner =
    root instanceof Element && root.shadowRoot ? root.shadowRoot.childNodes : root.childNodes;
  return [...inner]
    .map(wordsIn)
    .join(' ')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
}

/** The rows that are on the page. */
export function rowsOf(timeline: PhrRecordTimeline): readonly HTMLElement[] {
  return [...(timeline.shadowRoot?.querySelectorAll<HTMLElement>('[part=entry]') ?? [])];
}

/** Waits until everything asked for has been read, and stands there in full, in English or Welsh. */
export async function readToEnd({timeline}: Widget): Promise<void> {
  await loadEntryBody();
  await loadEntryText();
  // What draws it, too.
  await import('../../src/components/record-timeline/later.js');
  await waitUntil(
    () => /This was read|Darllenwyd hwn/.test(wordsIn(timeline)),
    `it is loaded: ${wordsIn(timeline)}`,
    {timeout: 5000},
  );
  for (;;) {
    await timeline.updateComplete;
    const older = [...(timeline.shadowRoot?.querySelectorAll('button') ?? [])].find((button) =>
      /^(Show (older|more) entries|Dangos (rhai hŷn|mwy o eitemau))/.test(wordsIn(button)),
    );
    if (!older) return;
    const before = rowsOf(timeline).length;
    older.click();
    await waitUntil(
      () => rowsOf(timeline).length > before || !older.isConnected,
      'older ones come',
    );
  }
}
