/** One word in a line of text, and its panel, in every state. */
import {html, nothing, type TemplateResult} from 'lit';
import '../src/components/term/term.define.js';
import {answer, openTerm, oneEntry, terms, type TermStory} from '../test/fixtures/glossary.js';

interface Story {
  readonly args: Partial<TermStory>;
  readonly parameters?: {readonly ready: (root: HTMLElement) => Promise<unknown>};
  /** The window that the story is shown in. */
  readonly globals?: {readonly viewport: {readonly value: 'narrow'}};
}

const meta = {
  title: 'Glossary/Term',
  component: 'phr-term',
  args: {word: 'DOAC'},
  render: (story: TermStory): TemplateResult =>
    html`<div lang=${story.lang ?? nothing} dir=${story.dir ?? nothing}>${oneEntry(story)}</div>`,
};

export default meta;

const opened = {ready: openTerm};

export const Closed: Story = {args: {}};

export const OneMeaning: Story = {args: {}, parameters: opened};

export const Checked: Story = {args: {terms: terms.checked}, parameters: opened};

export const SeveralMeanings: Story = {args: {word: 'PE'}, parameters: opened};

export const OneFirstByCode: Story = {
  args: {
    word: 'PE',
    about: {codes: ['59282003']},
  },
  parameters: opened,
};

export const MayMeanSomethingElse: Story = {
  args: {word: 'PE', terms: terms.oneOfSeveral},
  parameters: opened,
};

/** The trust's own words in place of those that come with the page: that is said. */
export const InPlaceOfTheBundledOne: Story = {
  args: {terms: terms.checked, bundled: terms.all},
  parameters: opened,
};

/** Its own words beside ours, named and unchecked. */
export const FromATerminologyServerToo: Story = {
  args: {answers: [answer('Blood thinner')]},
  parameters: opened,
};

/** The name of an entry that only its code explains. */
export const FromATerminologyServerAlone: Story = {
  args: {
    word: 'Cardiac arrhythmia',
    coded: true,
    about: {codes: ['698247007']},
    answers: [answer('A heart that beats out of time')],
  },
  parameters: opened,
};

/** Too hard to meet alone, and nobody has checked it. */
export const Withheld: Story = {args: {word: 'Ca'}, parameters: opened};

export const NearTheEdge: Story = {args: {atEdge: true}, parameters: opened};

/** In a narrow column of a wide page: the panel stands over the page, wider than the column. */
export const InANarrowText: Story = {args: {width: 288}, parameters: opened};

/** In a window of 320 pixels, as at 400% zoom: the panel stands in the text. */
export const InANarrowWindow: Story = {
  args: {},
  parameters: opened,
  globals: {viewport: {value: 'narrow'}},
};

export const Welsh: Story = {args: {lang: 'cy'}, parameters: opened};

/** Nothing here is known in Welsh but the words around it: what the trust wrote in English is marked as English. */
export const SeveralMeaningsInWelsh: Story = {args: {word: 'PE', lang: 'cy'}, parameters: opened};

export const RightToLeft: Story = {args: {dir: 'rtl'}, parameters: opened};
