/** A timeline on the page of a test, and what a person could find there. */
import {aTimeout, fixture, html} from '@open-wc/testing';
import {
  getAllByShadowRole,
  getByShadowRole,
  queryByShadowRole,
  queryAllByShadowRole,
} from 'shadow-dom-testing-library';
import '../../../src/components/record-timeline/record-timeline.define.js';
import type {PhrRecordTimeline} from '../../../src/components/record-timeline/record-timeline.js';
import type {Settings} from '../../../src/context/settings-context.js';
import {parveen} from '../../fixtures/entries.js';
import {FakeSource, readAt, type FakeOptions} from '../../support/fake-source.js';

/** Settings of a person who looks at their own record. */
export const ownSettings: Settings = {
  viewer: {as: 'self', id: 'p'},
  remember: false,
  now: () => readAt,
};

/** Settings of a daughter who looks at her mother's record. */
export const proxySettings: Settings = {
  ...ownSettings,
  viewer: {as: 'proxy', id: 's', name: 'Sana Nidderdale'},
};

/** Puts a timeline on the page and waits until it has drawn what it was given. */
export async function show(
  record: FakeOptions | undefined,
  properties: Partial<PhrRecordTimeline> = {},
): Promise<{timeline: PhrRecordTimeline; source: FakeSource}> {
  const source = new FakeSource(record);
  const timeline = await fixture<PhrRecordTimeline>(
    html`<phr-record-timeline></phr-record-timeline>`,
  );
  Object.assign(timeline, {
    person: parveen,
    settings: ownSettings,
    ...(record && {source}),
    ...properties,
  });
  await drawn(timeline);
  return {timeline, source};
}

/** Waits until nothing is left to draw, parts that are fetched later included. */
export async function drawn(timeline: PhrRecordTimeline): Promise<void> {
  await timeline.updateComplete;
  await import('../../../src/components/record-timeline/later.js');
  // What was fetched is here; the element hears of it in a turn of its own.
  await aTimeout(0);
  await timeline.updateComplete;
}

/** Everything the timeline says, in the order it is read, with single spaces. */
export function wordsOf(timeline: PhrRecordTimeline): string {
  return (timeline.shadowRoot?.textContent ?? '').replace(/[\s\u00a0]+/g, ' ').trim();
}

/** The rows that are on the page. */
export function rowsOf(timeline: PhrRecordTimeline): readonly HTMLElement[] {
  return [...(timeline.shadowRoot?.querySelectorAll<HTMLElement>('[part=entry]') ?? [])];
}

export const button = (timeline: PhrRecordTimeline, name: RegExp | string) =>
  getByShadowRole<HTMLButtonElement>(timeline, 'button', {name});
export const buttons = (timeline: PhrRecordTimeline, name: RegExp | string) =>
  getAllByShadowRole<HTMLButtonElement>(timeline, 'button', {name});
export const maybeButton = (timeline: PhrRecordTimeline, name: RegExp | string) =>
  queryByShadowRole<HTMLButtonElement>(timeline, 'button', {name});
export const headings = (timeline: PhrRecordTimeline) =>
  queryAllByShadowRole<HTMLElement>(timeline, 'heading');
export const headingNamed = (timeline: PhrRecordTimeline, name: RegExp | string) =>
  getByShadowRole<HTMLElement>(timeline, 'heading', {name});

/** What has focus inside the timeline, in words. */
export function focusOf(timeline: PhrRecordTimeline): string {
  return (timeline.shadowRoot?.activeElement?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** The level of a heading as it is read. */
export const levelOf = (element: Element) => Number(element.tagName.slice(1));
