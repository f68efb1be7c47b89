/** One result over time. */
import {html, nothing, type TemplateResult} from 'lit';
import '../src/components/result-chart/result-chart.define.js';
import type {Covers} from '../src/model/covers.js';
import type {Series} from '../src/model/series.js';
import {egfr, hba1c, potassium, seriesOf, seriesSource, single} from '../test/fixtures/series.js';

interface Args {
  readonly answer?: Series | 'fails' | 'waits';
  readonly ownerName?: string;
  readonly covers?: Covers;
  readonly lang?: string;
  readonly dir?: 'ltr' | 'rtl';
}

interface Story {
  readonly args: Args;
}

const meta = {
  title: 'Record timeline/Change over time',
  component: 'phr-result-chart',
  args: {answer: hba1c},
  render: ({answer = hba1c, ownerName, covers, lang, dir}: Args): TemplateResult =>
    html`<div lang=${lang ?? nothing} dir=${dir ?? nothing}>
      <phr-result-chart
        .seriesKey=${'key'}
        .source=${seriesSource(answer)}
        .ownerName=${ownerName}
        .covers=${covers}
        .mayShowAll=${covers !== undefined}
        .contact=${'Call Nidd Valley Surgery on 01632 960 001.'}
      ></phr-result-chart>
    </div>`,
};

export default meta;

export const ManyResults: Story = {args: {}};

export const OneSidedRangeAndALimit: Story = {args: {answer: egfr}};

export const HighAndLow: Story = {args: {answer: potassium}};

export const OneResult: Story = {args: {answer: single}};

export const MoreMayExist: Story = {
  args: {answer: seriesOf('Sodium', [{date: '2026-11-12', value: 139, unit: 'mmol/L'}], true)},
};

/** Everything is covered but the result that was opened. */
export const OthersCovered: Story = {
  args: {covers: ({reference}) => reference !== hba1c.points[0]?.reference},
};

export const Loading: Story = {args: {answer: 'waits'}};

export const Failed: Story = {args: {answer: 'fails'}};

export const ForAProxy: Story = {args: {ownerName: 'Parveen Nidderdale'}};

export const Welsh: Story = {args: {lang: 'cy'}};

export const RightToLeft: Story = {args: {dir: 'rtl'}};
