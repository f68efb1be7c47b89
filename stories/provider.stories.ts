/** A provider around two widgets: with a record it was given, and set up wrongly. */
import {html, nothing, type TemplateResult} from 'lit';
import '../src/components/person/person.define.js';
import '../src/components/provider/provider.define.js';
import '../src/components/record-timeline/record-timeline.define.js';

interface Args {
  readonly resources?: readonly object[];
  readonly baseUrl?: string;
  readonly viewer?: string;
  readonly viewerName?: string;
  readonly contact?: string;
  readonly lang?: string;
}

interface Story {
  readonly args: Args;
}

const subject = {reference: 'Patient/p'};
const resources: readonly object[] = [
  {
    resourceType: 'Patient',
    id: 'p',
    name: [{text: 'Dawn Ribblesdale'}],
    birthDate: '1980-02-11',
    identifier: [{system: 'https://fhir.nhs.uk/Id/nhs-number', value: '9990000026'}],
  },
  {
    resourceType: 'MedicationRequest',
    id: 'm',
    status: 'active',
    intent: 'order',
    subject,
    authoredOn: '2026-10-02',
    medicationCodeableConcept: {text: 'Sertraline 50mg tablets'},
    dosageInstruction: [{text: '1 tablet once a day'}],
  },
  {
    resourceType: 'Immunization',
    id: 'i',
    status: 'completed',
    patient: subject,
    occurrenceDateTime: '2019',
    vaccineCode: {text: 'MMR vaccine'},
  },
];

const meta = {
  title: 'Provider',
  component: 'phr-provider',
  args: {resources},
  render: ({resources: given, baseUrl, viewer, viewerName, contact, lang}: Args) =>
    html`<div lang=${lang ?? nothing}>
      <phr-provider
        .resources=${given}
        .baseUrl=${baseUrl}
        .patient=${'p'}
        .viewer=${viewer}
        .viewerName=${viewerName}
        .contact=${contact}
      >
        <phr-person></phr-person>
        <phr-record-timeline></phr-record-timeline>
      </phr-provider>
    </div>` satisfies TemplateResult,
};

export default meta;

export const GivenResources: Story = {args: {}};

export const ForAProxy: Story = {args: {viewer: 'proxy', viewerName: 'Lee Hodder'}};

export const RefusedAddress: Story = {
  args: {
    resources: undefined,
    baseUrl: 'javascript:alert(1)',
    contact: 'Call Nidd Valley Surgery on 01632 960 001.',
  },
};

export const NotSetUpYet: Story = {args: {resources: undefined}};

export const Welsh: Story = {args: {lang: 'cy'}};
