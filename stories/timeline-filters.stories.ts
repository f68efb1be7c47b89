/** 'Search and filter', as the timeline opens it. */
import {html, nothing, type TemplateResult} from 'lit';
import '../src/components/timeline-filters/timeline-filters.define.js';
import type {TimelineFilter} from '../src/model/filter.js';

interface Args {
  readonly filter?: TimelineFilter;
  readonly newCount?: number;
  readonly newSince?: string;
  readonly ownerName?: string;
  readonly places?: readonly string[];
  readonly lang?: string;
  readonly dir?: 'ltr' | 'rtl';
}

interface Story {
  readonly args: Args;
}

const meta = {
  title: 'Record timeline/Search and filter',
  component: 'phr-timeline-filters',
  args: {
    places: ['Bridge Street Pharmacy', 'Nidd Valley Surgery', 'Northmoor Hospitals'],
    newCount: 3,
    newSince: '2 November 2026',
  },
  render: ({lang, dir, ...args}: Args): TemplateResult =>
    html`<div lang=${lang ?? nothing} dir=${dir ?? nothing}>
      <phr-timeline-filters
        .filter=${args.filter ?? {}}
        .places=${args.places ?? []}
        .newCount=${args.newCount}
        .newSince=${args.newSince}
        .ownerName=${args.ownerName}
        .today=${'2026-11-21'}
      ></phr-timeline-filters>
    </div>`,
};

export default meta;

export const Empty: Story = {args: {}};

export const InUse: Story = {
  args: {
    filter: {
      search: 'kidney',
      kinds: ['results', 'medicines'],
      places: ['Northmoor Hospitals'],
      from: '2015-01-01',
    },
  },
};

export const NothingKnownOfWhatIsNew: Story = {args: {newCount: undefined, newSince: undefined}};

export const ForAProxy: Story = {args: {ownerName: 'Mila Littondale'}};

export const Welsh: Story = {args: {lang: 'cy', filter: {from: '2015'}}};

export const RightToLeft: Story = {args: {dir: 'rtl', filter: {from: '2015'}}};
