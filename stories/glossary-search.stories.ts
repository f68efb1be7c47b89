/** 'Look up a word': found, not found, and without a glossary. */
import {html, nothing, type TemplateResult} from 'lit';
import '../src/components/glossary-search/glossary-search.define.js';
import {explainerOf, lookUp} from '../test/fixtures/glossary.js';

interface Args {
  readonly hasGlossary?: boolean;
  readonly lang?: string;
  readonly dir?: 'ltr' | 'rtl';
}

interface Story {
  readonly args: Args;
  readonly parameters?: {readonly ready: (root: HTMLElement) => Promise<unknown>};
}

const meta = {
  title: 'Glossary/Look up a word',
  component: 'phr-glossary-search',
  args: {},
  render: ({hasGlossary = true, lang, dir}: Args): TemplateResult =>
    html`<div lang=${lang ?? nothing} dir=${dir ?? nothing}>
      <phr-glossary-search
        .explainer=${hasGlossary ? explainerOf({lang: lang ?? 'en', dir: dir ?? 'ltr'}) : undefined}
      ></phr-glossary-search>
    </div>`,
};

export default meta;

export const Empty: Story = {args: {}};

export const Found: Story = {args: {}, parameters: {ready: lookUp('PE')}};

export const NotFound: Story = {args: {}, parameters: {ready: lookUp('xyzzy')}};

export const NoGlossary: Story = {
  args: {hasGlossary: false},
  parameters: {ready: lookUp('PE')},
};

export const Welsh: Story = {args: {lang: 'cy'}, parameters: {ready: lookUp('PE')}};

export const RightToLeft: Story = {args: {dir: 'rtl'}, parameters: {ready: lookUp('PE')}};
