/** Opened entries on a page with a cover: what they may name of the rest of the record. */
import {expect, fixture, html, waitUntil} from '@open-wc/testing';
import '../../../src/components/record-timeline/record-timeline.define.js';
import {isNamedCovered} from '../../../src/components/record-timeline/named-cover.js';
import type {PhrRecordTimeline} from '../../../src/components/record-timeline/record-timeline.js';
import type {FhirResource} from '../../../src/model/fhir-json.js';
import {createRecordSource} from '../../../src/sync/record-source.js';
import {makeEntry} from '../../fixtures/entries.js';
import {FakeClient, fakeResource, type TypeScript} from '../../support/fake-client.js';
import {FakeReader} from '../../support/fake-source.js';
import {button, buttons, drawn, ownSettings} from './timeline-page.js';

const active = {
  coding: [{system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: 'active'}],
};
const secret = fakeResource('Condition', 'secret', '2020-01-01', {
  clinicalStatus: active,
  code: {text: 'Private matter'},
});
const labelled = {...secret, meta: {security: [{code: 'R'}]}} as FhirResource;
const asthma = fakeResource('Condition', 'asthma', '2024-01-01', {
  clinicalStatus: active,
  code: {text: 'Asthma'},
  encounter: {reference: 'Encounter/nobody', display: 'Private clinic'},
  evidence: [{detail: [{reference: 'Condition/secret', display: 'Private matter'}]}],
  note: [{text: 'Worse in spring'}],
});
const test = (id: string, date: string, value: number) =>
  fakeResource('Observation', id, date, {
    status: 'final',
    category: [
      {
        coding: [
          {
            system: 'http://terminology.hl7.org/CodeSystem/observation-category',
            code: 'laboratory',
          },
        ],
      },
    ],
    code: {text: 'Iron', coding: [{system: 'https://lab.example', code: 'iron', display: 'Iron'}]},
    valueQuantity: {value, unit: 'umol/L'},
  });

async function show(resources: readonly FhirResource[], properties: Partial<PhrRecordTimeline>) {
  const types: Record<string, TypeScript> = {};
  for (const resource of resources) {
    const script = (types[resource.resourceType] ??= {resources: []});
    script.resources = [...(script.resources ?? []), resource];
  }
  const source = createRecordSource({clients: [new FakeClient(types)], silence: 50});
  const timeline = await fixture<PhrRecordTimeline>(
    html`<phr-record-timeline></phr-record-timeline>`,
  );
  Object.assign(timeline, {settings: ownSettings, source, ...properties});
  await waitUntil(() => timeline.shadowRoot?.querySelector('[part=entry]'), 'rows are there');
  await drawn(timeline);
  return timeline;
}

/** Everything on the page, opened parts included. */
function pageWords(timeline: PhrRecordTimeline): string {
  const roots = [timeline.shadowRoot];
  for (const root of roots) {
    for (const element of root?.querySelectorAll('*') ?? []) {
      if (element.shadowRoot) roots.push(element.shadowRoot);
    }
  }
  const words = roots.map((root) => root?.textContent ?? '').join(' ');
  return words.replace(/[\s\u00a0]+/g, ' ');
}

async function openEntry(timeline: PhrRecordTimeline, name: RegExp) {
  button(timeline, name).click();
  await waitUntil(() => pageWords(timeline).includes('Where this came from'), 'it is open');
}

describe('an opened entry on a page with a cover', () => {
  it('names neither a covered condition nor a visit that cannot be read', async () => {
    const timeline = await show([asthma, labelled], {cover: 'labels'});

    await openEntry(timeline, /Asthma/);

    expect(pageWords(timeline))
      .to.contain('Hidden on this screen')
      .and.not.contain('Private matter')
      .and.not.contain('Private clinic');
  });

  it('names a condition that is not labelled', async () => {
    const timeline = await show([asthma, secret], {cover: 'labels'});

    await openEntry(timeline, /Asthma/);

    expect(pageWords(timeline)).to.match(/Private matter.*Worse in spring/);
  });

  it('names nothing else of the record when everything is covered', async () => {
    const timeline = await show([asthma, secret], {cover: 'all'});
    buttons(timeline, /^Show this entry, 1.January.2024/)[0]?.click();
    await drawn(timeline);

    await openEntry(timeline, /Asthma/);

    expect(pageWords(timeline)).to.contain('Worse in spring').and.not.contain('Private matter');
  });

  it('names what the person asked to see beside it', async () => {
    const timeline = await show([asthma, secret], {cover: 'all'});
    for (const date of ['2024', '2020']) {
      buttons(timeline, new RegExp(`^Show this entry, 1.January.${date}`))[0]?.click();
      await drawn(timeline);
    }

    await openEntry(timeline, /Asthma/);

    const detail = timeline.shadowRoot?.querySelector('phr-entry-detail');
    await waitUntil(() => detail?.shadowRoot?.textContent.includes('Private matter'), 'named');
  });

  it('names it no longer when the page is covered while it is open', async () => {
    const timeline = await show([asthma, labelled], {});
    await openEntry(timeline, /Asthma/);

    timeline.cover = 'labels';
    await drawn(timeline);
    await waitUntil(() => pageWords(timeline).includes('Where this came from'), 'it is open');

    const detail = timeline.shadowRoot?.querySelector('phr-entry-detail');
    expect(detail?.shadowRoot?.textContent).not.to.contain('Private matter');
  });

  it('shows only the opened result over time when everything is covered', async () => {
    const timeline = await show([test('a', '2024-03-01', 12), test('b', '2023-03-01', 777)], {
      cover: 'all',
    });
    buttons(timeline, /^Show this entry, 1.March.2024/)[0]?.click();
    await drawn(timeline);
    await openEntry(timeline, /Iron/);

    button(timeline, /Iron over time/).click();
    await waitUntil(() => pageWords(timeline).includes('Your Iron was 12'), 'the chart is there');

    expect(pageWords(timeline)).not.to.contain('777');
    button(timeline, 'Show all results of this test').click();
    await waitUntil(() => pageWords(timeline).includes('777'), 'all are shown');
  });
});

describe('a medicine whose reason is sensitive', () => {
  const tablet = fakeResource('MedicationRequest', 'tablet', '2024-05-01', {
    status: 'active',
    intent: 'order',
    medicationCodeableConcept: {text: 'Tablet'},
    reasonReference: [{reference: 'Condition/secret', display: 'Private matter'}],
  });
  const rowOf = (timeline: PhrRecordTimeline, name: RegExp) =>
    [...(timeline.shadowRoot?.querySelectorAll('[part=entry]') ?? [])]
      .map((row) => row.textContent?.replace(/[\s\u00a0]+/g, ' ').trim() ?? '')
      .find((words) => name.test(words));

  it('names it neither in its row nor opened, when only the medicine was asked for', async () => {
    const timeline = await show([tablet, labelled], {cover: 'labels'});
    buttons(timeline, /^Show this entry, 1.May.2024/)[0]?.click();
    await drawn(timeline);
    await waitUntil(
      () => rowOf(timeline, /Tablet/)?.includes('What it is for'),
      'the row is whole',
    );
    const row = rowOf(timeline, /Tablet/);

    await openEntry(timeline, /Tablet/);

    expect(row).to.contain('What it is for: Hidden on this screen.');
    expect(pageWords(timeline)).to.contain('Tablet').and.not.contain('Private matter');
  });

  it('names it in its row and opened, when the reason was asked for too', async () => {
    const timeline = await show([tablet, labelled], {cover: 'labels'});
    for (const date of ['1.May.2024', '1.January.2020']) {
      buttons(timeline, new RegExp(`^Show this entry, ${date}`))[0]?.click();
      await drawn(timeline);
    }
    await waitUntil(
      () => rowOf(timeline, /Tablet/)?.includes('What it is for'),
      'the row is whole',
    );
    const row = rowOf(timeline, /Tablet/);

    await openEntry(timeline, /Tablet/);

    expect(row).to.contain('What it is for: Private matter.');
    const detail = timeline.shadowRoot?.querySelector('phr-entry-detail');
    await waitUntil(() => detail?.shadowRoot?.textContent.includes('Private matter'), 'named');
  });

  it('does not take the words beside it for what was not read, which nobody can judge', async () => {
    const timeline = await show([tablet], {cover: 'labels'});
    await waitUntil(
      () => rowOf(timeline, /Tablet/)?.includes('What it is for'),
      'the row is whole',
    );

    expect(rowOf(timeline, /Tablet/)).to.contain('What it is for: Hidden on this screen.');
  });

  it('is not found by it, for that would tell what it is', async () => {
    const timeline = await show([tablet, asthma], {cover: 'labels'});
    await waitUntil(
      () => rowOf(timeline, /Tablet/)?.includes('What it is for'),
      'the row is whole',
    );

    timeline.filter = {search: 'matter'};
    await drawn(timeline);

    expect(rowOf(timeline, /./)).to.equal(undefined);
  });

  it('names it, and is found by it, where nothing is covered', async () => {
    const timeline = await show([tablet, asthma], {});
    await waitUntil(
      () => rowOf(timeline, /Tablet/)?.includes('Private matter'),
      'the row is whole',
    );

    timeline.filter = {search: 'matter'};
    await drawn(timeline);

    expect(rowOf(timeline, /./)).to.contain('Tablet');
  });
});

describe('what is covered beside an opened entry', () => {
  const off = {cover: 'none', coverNew: false, coverLabels: [], since: undefined} as const;
  const shown = {has: () => false, changes: 0};
  const entry = makeEntry({reference: 'DiagnosticReport/r', parts: ['Observation/a']});
  const {state} = new FakeReader({}, {pageSize: 9});
  const base = {...off, state, shown};

  it('is never the entry itself', () => {
    const itself = {reference: 'DiagnosticReport/r', labels: ['R']};
    expect(isNamedCovered(itself, entry, {...base, cover: 'all'})).to.equal(false);
  });

  it('is a labelled result in it that was not known when it was shown', () => {
    const part = {reference: 'Observation/a', labels: ['R'], isInside: true};
    expect(isNamedCovered(part, entry, {...base, cover: 'labels'})).to.equal(true);
  });

  it('is not a labelled result in it when the person uncovered it for that', () => {
    const part = {reference: 'Observation/a', labels: ['R'], isInside: true};
    const parts = new Map([['Observation/a', makeEntry({labels: ['R']})]]);
    const known = {...state, parts};
    expect(isNamedCovered(part, entry, {...base, state: known, cover: 'labels'})).to.equal(false);
  });

  it('is a new result, and a result while it is not known which are new', () => {
    const other = {reference: 'Observation/z', labels: []};
    const known = {...state, newReferences: new Set(['Observation/z'])};
    const old = {...state, newReferences: new Set<string>()};
    const covered = [known, old, state].map((now) =>
      isNamedCovered(other, entry, {...base, state: now, coverNew: true}),
    );
    expect(covered).to.deep.equal([true, false, true]);
  });

  it('is a result recorded since the last look that no list has read yet', () => {
    const other = {reference: 'Observation/z', labels: [], recorded: 2000};
    const now = {...state, newReferences: new Set<string>()};
    expect(
      isNamedCovered(other, entry, {...base, state: now, coverNew: true, since: 1000}),
    ).to.equal(true);
  });

  it('is no goal, sample or medicine without a label, even when every row is covered', () => {
    const goal = {reference: 'Goal/g', labels: []};
    expect(isNamedCovered(goal, entry, {...base, cover: 'all'})).to.equal(false);
  });
});
