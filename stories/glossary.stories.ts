/** A glossary around a timeline, and over a page's own text. */
import {html, nothing, type TemplateResult} from 'lit';
import '../src/components/glossary/glossary.define.js';
import '../src/components/provider/provider.define.js';
import '../src/components/record-timeline/record-timeline.define.js';
import {
  askOf,
  listedPage,
  markedTimeline,
  markedPage,
  shorthand,
  terms,
} from '../test/fixtures/glossary.js';

interface Args {
  readonly annotate?: boolean;
  readonly off?: boolean;
  readonly lang?: string;
  readonly dir?: 'ltr' | 'rtl';
}

interface Story {
  readonly args: Args;
  readonly parameters?: {readonly ready: (root: HTMLElement) => Promise<unknown>};
}

const meta = {
  title: 'Glossary/Glossary',
  component: 'phr-glossary',
  args: {},
  render: ({annotate, off, lang, dir}: Args): TemplateResult =>
    html`<div lang=${lang ?? nothing} dir=${dir ?? nothing}>
      <phr-provider .resources=${markedTimeline} .patient=${'p'}>
        <phr-glossary
          reviewer="Northmoor Hospitals"
          own-terms-only
          .terms=${terms.all}
          ?annotate=${annotate}
          ?off=${off}
        >
          ${
            annotate
              ? html`<article>
                  <h2>GP consultation</h2>
                  <p>${shorthand}</p>
                </article>`
              : html`<phr-record-timeline></phr-record-timeline>`
          }
        </phr-glossary>
      </phr-provider>
    </div>`,
};

export default meta;

const isMarked = {ready: markedPage};

export const AroundATimeline: Story = {args: {}, parameters: isMarked};

export const Off: Story = {args: {off: true}};

export const Questions: Story = {args: {}, parameters: {ready: askOf('DOAC')}};

export const OverThePagesOwnText: Story = {
  args: {annotate: true},
  parameters: {ready: listedPage},
};

export const Welsh: Story = {args: {lang: 'cy'}, parameters: isMarked};

export const RightToLeft: Story = {args: {dir: 'rtl'}, parameters: isMarked};
