import {html, type TemplateResult} from 'lit';
import '../src/components/entry-detail/entry-detail.define.js';
import type {RecordSource} from '../src/context/record-context.js';
import type {EntryDetail} from '../src/model/detail.js';
import {detailSource, openedExamples, type ExampleName} from '../test/fixtures/details.js';

interface Args {
  readonly example: ExampleName;
  readonly state: 'ready' | 'loading' | 'failed' | 'unavailable' | 'withheld';
  readonly proxy: boolean;
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
}

function sourceFor({example, state}: Args): RecordSource | undefined {
  const detail: EntryDetail = {...openedExamples[example].detail, withheld: state === 'withheld'};
  switch (state) {
    case 'unavailable':
      return undefined;
    case 'loading':
      return detailSource(() => new Promise(() => undefined));
    case 'failed':
      return detailSource(() => Promise.reject(new Error('No answer')));
    default:
      return detailSource(() => Promise.resolve(detail));
  }
}

/** One opened entry, as it stands under its name in the timeline. */
function render(args: Args): TemplateResult {
  const {entry} = openedExamples[args.example];
  return html`<div lang=${args.lang} dir=${args.dir}>
    <h4>${entry.title}</h4>
    <phr-entry-detail
      .entry=${entry}
      .source=${sourceFor(args)}
      .viewer=${{as: args.proxy ? 'proxy' : 'self'}}
      .personName=${'Mila Littondale'}
    ></phr-entry-detail>
  </div>`;
}

const args: Args = {
  example: 'bloodTest',
  state: 'ready',
  proxy: false,
  lang: 'en-GB',
  dir: 'ltr',
};

export default {
  title: 'Record timeline/Opened entry',
  component: 'phr-entry-detail',
  render,
  args,
};

/** Every story is the same element over other data. */
interface Story {
  readonly args: Args;
}

const story = (more: Partial<Args>): Story => ({args: {...args, ...more}});

export const BloodTest = story({});
export const CorrectedResult = story({example: 'correctedResult'});
export const BloodPressureAtHome = story({example: 'homeBloodPressure'});
export const OwnReading = story({example: 'ownReading'});
export const Medicine = story({example: 'medicine'});
export const Allergy = story({example: 'allergy'});
export const Vaccination = story({example: 'vaccination'});
export const Letter = story({example: 'letter'});
export const Appointment = story({example: 'appointment'});
export const CarePlanWithTwoGoals = story({example: 'carePlan'});
export const HospitalStay = story({example: 'visit'});
export const RuledOutCondition = story({example: 'refutedCondition'});
export const ProcedureNotDone = story({example: 'procedureNotDone'});
export const Loading = story({state: 'loading'});
export const Failed = story({state: 'failed'});
export const Unavailable = story({state: 'unavailable'});
export const PartNotShownSafely = story({state: 'withheld', example: 'medicine'});
export const Proxy = story({proxy: true});
export const Welsh = story({lang: 'cy', example: 'medicine'});
export const RightToLeft = story({lang: 'ar', dir: 'rtl'});
