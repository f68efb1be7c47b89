/** What opens inside the timeline: an entry in its place in the list, and one result over time. From resources, as on a page. */
import {html, nothing, type TemplateResult} from 'lit';
import {ref} from 'lit/directives/ref.js';
import '../src/components/provider/provider.define.js';
import '../src/components/record-timeline/record-timeline.define.js';
import type {PhrRecordTimeline} from '../src/components/record-timeline/record-timeline.js';
import {until, wordsUnder} from '../test/support/story-steps.js';

interface Args {
  /** Reference of the entry that is opened. */
  readonly open: string;
  /** Name of a result that is then shown over time. */
  readonly over?: RegExp;
  readonly viewer?: string;
  readonly lang?: string;
  readonly dir?: 'ltr' | 'rtl';
}

interface Story {
  readonly args: Args;
  /** When it shows what it is about. */
  readonly parameters: {readonly ready: (root: HTMLElement) => Promise<unknown>};
}

const subject = {reference: 'Patient/p'};
const hba1c = (id: string, date: string, value: number) => ({
  resourceType: 'Observation',
  id,
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
  code: {coding: [{system: 'http://loinc.org', code: '59261-8'}], text: 'HbA1c'},
  subject,
  effectiveDateTime: date,
  performer: [{display: 'Northmoor Hospitals'}],
  valueQuantity: {
    value,
    unit: 'mmol/mol',
    system: 'http://unitsofmeasure.org',
    code: 'mmol/mol',
  },
  referenceRange: [{high: {value: 48, unit: 'mmol/mol'}}],
});

const resources: readonly object[] = [
  {
    resourceType: 'Patient',
    id: 'p',
    name: [{text: 'Parveen Nidderdale'}],
    birthDate: '1955-03-14',
    identifier: [{system: 'https://fhir.nhs.uk/Id/nhs-number', value: '9990000018'}],
  },
  hba1c('a1', '2024-11-04', 52),
  hba1c('a2', '2025-05-12', 57),
  hba1c('a3', '2025-11-10', 61),
  hba1c('a4', '2026-11-18', 68),
  {
    resourceType: 'MedicationRequest',
    id: 'm',
    status: 'active',
    intent: 'order',
    subject,
    authoredOn: '2026-10-02',
    medicationCodeableConcept: {text: 'Metformin 500mg tablets'},
    reasonCode: [{text: 'Type 2 diabetes'}],
    requester: {display: 'Dr Priya Nair'},
    dosageInstruction: [{text: '1 tablet twice a day with meals'}],
  },
];

/** Opens what a story is about, as a person would, once the list is there. */
async function openIn(timeline: PhrRecordTimeline, {open, over}: Args) {
  await until(() => timeline.open(open));
  const detail = await until(() => timeline.shadowRoot?.querySelector('phr-entry-detail'));
  if (!over) return;
  const button = await until(() =>
    [...(detail.shadowRoot?.querySelectorAll('button') ?? [])].find((one) =>
      over.test(wordsUnder(one)),
    ),
  );
  button.click();
}

const meta = {
  title: 'Record timeline/Opened in the list',
  component: 'phr-record-timeline',
  render: (args: Args): TemplateResult =>
    html`<div lang=${args.lang ?? nothing} dir=${args.dir ?? nothing}>
      <phr-provider .resources=${resources} .patient=${'p'} .viewer=${args.viewer}>
        <phr-record-timeline
          ${ref((element) => {
            if (element) void openIn(element as PhrRecordTimeline, args);
          })}
        ></phr-record-timeline>
      </phr-provider>
    </div>`,
};

export default meta;

/** There once the timeline holds it, and it no longer says that it is waiting. */
const shows = (inside: string, ready: RegExp) => ({
  ready: (root: HTMLElement) =>
    until(() => {
      const timeline = root.querySelector('phr-record-timeline');
      return ready.test(wordsUnder(timeline?.shadowRoot?.querySelector(inside)));
    }),
});
const detail = shows('phr-entry-detail', /Does something look wrong|edrych yn anghywir/);
const chart = shows('phr-result-chart', /68/);

export const EntryOpen: Story = {args: {open: 'MedicationRequest/m'}, parameters: detail};

export const ResultOpen: Story = {args: {open: 'Observation/a4'}, parameters: detail};

export const EntryOpenForAProxy: Story = {
  args: {open: 'Observation/a4', viewer: 'proxy'},
  parameters: detail,
};

export const ChangeOverTimeOpen: Story = {
  args: {open: 'Observation/a4', over: /over time|dros amser/},
  parameters: chart,
};

export const ChangeOverTimeOpenForAProxy: Story = {
  args: {open: 'Observation/a4', over: /over time|dros amser/, viewer: 'proxy'},
  parameters: chart,
};
