/** A provider around two widgets: with a record it was given, from a server, and set up wrongly. */
import {html, nothing, type TemplateResult} from 'lit';
import '../src/components/person/person.define.js';
import '../src/components/provider/provider.define.js';
import '../src/components/record-timeline/record-timeline.define.js';
import type {GetToken} from '../src/api/transport.js';
import {createScriptedServer} from '../test/support/scripted-server.js';
import {until, wordsUnder} from '../test/support/story-steps.js';

interface Args {
  readonly resources?: readonly object[];
  readonly baseUrl?: string;
  readonly fetch?: typeof fetch;
  readonly getToken?: GetToken;
  readonly viewer?: string;
  readonly viewerName?: string;
  readonly contact?: string;
  readonly lang?: string;
}

interface Story {
  readonly args: Args;
  /** When it shows what it is about, where that is not when nothing is busy any more. */
  readonly parameters?: {readonly ready: (root: HTMLElement) => Promise<unknown>};
}

const says = (words: RegExp) => ({
  ready: (root: HTMLElement) => until(() => words.test(wordsUnder(root))),
});

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
  render: ({lang, ...args}: Args) =>
    html`<div lang=${lang ?? nothing}>
      <phr-provider
        .resources=${args.resources}
        .fetch=${args.fetch}
        .getToken=${args.getToken}
        .baseUrl=${args.baseUrl}
        .patient=${'p'}
        .viewer=${args.viewer}
        .viewerName=${args.viewerName}
        .contact=${args.contact}
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

const baseUrl = 'https://phr.example/fhir';

/** What a server says that was asked about one person and answers about another, in two kinds of record. */
const somebodyElses = createScriptedServer({
  records: resources,
  rules: ['MedicationRequest', 'Immunization'].map((type) => ({
    when: {path: type},
    do: [
      {
        set: [
          ['entry'],
          resources
            .filter((each) => 'resourceType' in each && each.resourceType === type)
            .map((each) => ({
              resource: {
                ...each,
                [type === 'Immunization' ? 'patient' : 'subject']: {reference: 'Patient/other'},
              },
            })),
        ],
      },
    ],
  })),
});

export const WrongPerson: Story = {
  args: {resources: undefined, baseUrl, fetch: somebodyElses.fetch},
  parameters: says(/We have stopped showing|Rydym wedi stopio dangos/),
};

/** The server takes no token any more, a fresh one neither. */
export const LogInExpired: Story = {
  args: {
    resources: undefined,
    baseUrl,
    fetch: createScriptedServer({records: resources, tokens: ['good']}).fetch,
    getToken: () => 'stale',
  },
  parameters: says(/Log in again|Mewngofnodi eto/),
};

export const NotSetUpYet: Story = {args: {resources: undefined}};

export const Welsh: Story = {args: {lang: 'cy'}};
