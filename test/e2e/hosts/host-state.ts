/** What the pages of both frameworks show, and what they do to it. */
import type {GlossaryTerm} from '../../../src/model/glossary.js';

/** One entry of a page that is not ours. */
export interface HostEntry {
  readonly key: string;
  readonly title: string;
  /** Drawn as texts beside each other: a word may lie across two of them. */
  readonly parts: readonly string[];
  readonly bold: string;
}

/** What a page holds. */
export interface HostState {
  readonly entries: readonly HostEntry[];
  readonly isThere: boolean;
  readonly note: string;
  /** How often an entry was pressed, as the page itself counts. */
  readonly presses: number;
}

const term = (name: string, means: string): GlossaryTerm => ({
  id: name.toLowerCase(),
  term: name,
  forms: [],
  kind: 'shorthand',
  means,
});

/** Terms of the page's own. */
export const terms: readonly GlossaryTerm[] = [
  term('AF', 'An uneven heartbeat.'),
  term('SOB', 'Being short of breath.'),
  term('COPD', 'A long-term illness of the lungs.'),
  term('DOAC', 'A medicine that makes blood less likely to clot.'),
];

/** What a page begins with. */
export const first: HostState = {
  entries: [
    {key: 'a', title: 'AF', parts: ['Seen with AF today. No S', 'OB. '], bold: 'DOAC'},
    {key: 'b', title: 'Clinic letter', parts: ['Known COPD', ', stable. '], bold: 'No change'},
    {key: 'c', title: 'Call', parts: ['Feels well', '. '], bold: 'SOB'},
  ],
  isThere: true,
  note: '',
  presses: 0,
};

const changed = (
  state: HostState,
  key: string,
  change: (entry: HostEntry) => HostEntry,
): HostState => ({
  ...state,
  entries: state.entries.map((entry) => (entry.key === key ? change(entry) : entry)),
});

/** What can be done to a page, by the name of the button that does it. */
export const actions: Readonly<Record<string, (state: HostState) => HostState>> = {
  'Turn the list round': (state) => ({...state, entries: [...state.entries].reverse()}),
  'Write an entry anew': (state) =>
    changed(state, 'a', (entry) => ({
      ...entry,
      parts: ['No longer on a DO', 'AC. COPD '],
      bold: 'AF',
    })),
  'Take an entry away': (state) => ({...state, entries: state.entries.slice(0, -1)}),
  'Give an entry another key': (state) => changed(state, 'a', (entry) => ({...entry, key: 'd'})),
  'Take everything away': (state) => ({...state, isThere: false}),
  'Bring everything back': (state) => ({...state, isThere: true}),
};
