/** Whose record it is, for the person and for a proxy. */
import {html, nothing, type TemplateResult} from 'lit';
import '../src/components/person/person.define.js';
import type {Settings} from '../src/context/settings-context.js';
import {parseFhirDate} from '../src/model/fhir-date.js';
import type {Person} from '../src/model/person.js';
import {parveen} from '../test/fixtures/entries.js';

interface Args {
  readonly person?: Person;
  readonly viewer?: Settings['viewer'];
  readonly lang?: string;
  readonly dir?: 'ltr' | 'rtl';
}

interface Story {
  readonly args: Args;
}

const meta = {
  title: 'Person',
  component: 'phr-person',
  args: {person: parveen},
  render: ({person, viewer = {as: 'self'}, lang, dir}: Args): TemplateResult =>
    html`<div lang=${lang ?? nothing} dir=${dir ?? nothing}>
      <phr-person
        .person=${person}
        .settings=${{viewer, remember: false, now: () => 0}}
      ></phr-person>
    </div>`,
};

export default meta;

const proxy = {as: 'proxy' as const, name: 'Sana Nidderdale'};
const died = parseFhirDate('2026-03-01');

export const Own: Story = {args: {}};

export const ForAProxy: Story = {args: {viewer: proxy}};

export const ForAProxyBeforeTheNameIsKnown: Story = {args: {person: undefined, viewer: proxy}};

export const NumberNotChecked: Story = {args: {person: {...parveen, nhsNumberVerified: false}}};

export const HasDied: Story = {args: {person: {...parveen, ...(died && {died})}}};

/** Two records were made into one, and this is the one that is no longer used. */
export const Replaced: Story = {args: {person: {...parveen, replaced: true}}};

export const NameNotRecorded: Story = {args: {person: {}}};

export const Welsh: Story = {args: {lang: 'cy'}};

export const RightToLeft: Story = {args: {dir: 'rtl'}};
