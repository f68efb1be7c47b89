/** Every state of the record timeline, from fixtures: no server, no time but the one given. */
import {html, nothing, type TemplateResult} from 'lit';
import {part} from '../src/components/record-timeline/later-parts.js';
import '../src/components/record-timeline/record-timeline.define.js';
import type {Settings} from '../src/context/settings-context.js';
import type {TimelineFilter} from '../src/model/filter.js';
import {recordKinds, type RecordKind} from '../src/model/record-kind.js';
import {fewEntries, makeEntry, manyEntries, parveen} from '../test/fixtures/entries.js';
import {FakeSource, readAt, type FakeOptions} from '../test/support/fake-source.js';

/** What a story says of its timeline; the rest is what most pages have. */
interface Args {
  readonly record?: FakeOptions;
  readonly connected?: boolean;
  readonly settings?: Partial<Settings>;
  readonly kinds?: readonly RecordKind[];
  readonly canAdd?: readonly RecordKind[];
  readonly filter?: TimelineFilter;
  readonly since?: string;
  readonly cover?: 'none' | 'labels' | 'all';
  readonly coverNew?: boolean;
  readonly pageSize?: number;
  readonly lang?: string;
  readonly dir?: 'ltr' | 'rtl';
}

interface Story {
  readonly args: Args;
  readonly render?: (args: Args) => TemplateResult;
}

const settings: Settings = {viewer: {as: 'self'}, remember: false, now: () => readAt};

const draw = (args: Args): TemplateResult =>
  html`<div lang=${args.lang ?? nothing} dir=${args.dir ?? nothing}>
    <phr-record-timeline
      .source=${args.connected === false ? undefined : new FakeSource(args.record)}
      .person=${parveen}
      .settings=${{...settings, ...args.settings}}
      .kinds=${args.kinds}
      .canAdd=${args.canAdd}
      .filter=${args.filter ?? {}}
      .since=${args.since}
      .cover=${args.cover ?? 'none'}
      .coverNew=${args.coverNew ?? false}
      .pageSize=${args.pageSize ?? 30}
    ></phr-record-timeline>
  </div>`;

const {load} = part;

/** The part of the timeline that comes after the first rows cannot be fetched, until it is tried again. */
const drawBroken = (args: Args): TemplateResult => {
  part.load = () => Promise.reject(new Error('offline'));
  // The element asks for it as soon as it stands on the page.
  setTimeout(() => (part.load = load));
  return draw(args);
};

const meta = {
  title: 'Record timeline',
  component: 'phr-record-timeline',
  args: {record: {entries: fewEntries}},
  render: draw,
};

export default meta;

const noRows = {rows: [], undated: [], complete: false};
const proxy = {viewer: {as: 'proxy' as const, name: 'Sana Nidderdale'}};

export const Ready: Story = {args: {}};

export const NewSinceLastTime: Story = {args: {since: '2026-11-02T09:00:00Z'}};

export const NothingNew: Story = {args: {since: '2026-11-20T09:00:00Z'}};

export const NewCannotBeTold: Story = {
  args: {
    since: '2026-11-02T09:00:00Z',
    record: {entries: fewEntries, state: {newReferences: undefined as never}},
  },
};

export const LongRecord: Story = {
  args: {record: {entries: manyEntries, page: 20}, pageSize: 20},
};

export const Proxy: Story = {args: {settings: proxy, since: '2026-11-02T09:00:00Z'}};

export const NotConnected: Story = {args: {connected: false}};

export const Loading: Story = {
  args: {
    record: {
      state: {
        ...noRows,
        reading: true,
        asOf: undefined as never,
        coverage: [
          {kind: 'conditions', state: 'complete', read: 4},
          {kind: 'allergies', state: 'complete', read: 1},
          {kind: 'medicines', state: 'waiting', read: 0},
        ],
      },
    },
  },
};

export const PartFailed: Story = {
  args: {record: {entries: fewEntries, kinds: {documents: 'failed', allergies: 'failed'}}},
};

export const NotHere: Story = {
  args: {record: {entries: fewEntries, kinds: {documents: 'notHere', carePlans: 'notHere'}}},
};

export const CutShort: Story = {
  args: {record: {entries: fewEntries, kinds: {results: 'limited'}}},
};

/** The whole record is refused, or is not offered: nobody can tell which. */
export const RefusedWhole: Story = {
  args: {
    record: {
      kinds: Object.fromEntries(recordKinds.map((kind) => [kind, 'notHere' as const])),
      state: {places: []},
    },
  },
};

export const NotShownSafely: Story = {
  args: {
    record: {
      entries: fewEntries,
      kinds: {appointments: 'unsafe'},
      state: {withheld: [{kind: 'medicines', count: 2}]},
    },
  },
};

export const Failed: Story = {
  args: {
    record: {
      kinds: {conditions: 'failed'},
      state: {...noRows, asOf: undefined as never},
    },
  },
};

export const Offline: Story = {args: {record: {entries: fewEntries, state: {offline: true}}}};

/** No answer, although the device has a connection. What was read before stays. */
export const Unreachable: Story = {
  args: {
    record: {
      entries: fewEntries,
      kinds: Object.fromEntries(recordKinds.map((kind) => [kind, 'failed' as const])),
      state: {unreachable: true, complete: false},
    },
  },
};

export const PartCannotBeFetched: Story = {args: {}, render: drawBroken};

export const PartCannotBeFetchedWhileAllIsCovered: Story = {
  args: {cover: 'all'},
  render: drawBroken,
};

export const OfflineWithNothing: Story = {
  args: {record: {state: {...noRows, offline: true, asOf: undefined as never}}},
};

export const LogInAgain: Story = {
  args: {record: {entries: fewEntries, state: {stopped: 'sessionExpired'}}},
};

export const WrongPerson: Story = {
  args: {record: {entries: fewEntries, state: {stopped: 'wrongPerson'}}},
};

export const UnsupportedVersion: Story = {
  args: {record: {state: {stopped: 'unsupported'}}},
};

export const Empty: Story = {args: {record: {entries: []}}};

export const EmptyAllergies: Story = {args: {record: {entries: []}, kinds: ['allergies']}};

export const AllergiesFailed: Story = {
  args: {kinds: ['allergies'], record: {kinds: {allergies: 'failed'}}},
};

export const AllergiesNotHere: Story = {
  args: {kinds: ['allergies'], record: {kinds: {allergies: 'notHere'}}},
};

export const NoKnownAllergies: Story = {
  args: {
    kinds: ['allergies'],
    record: {
      entries: [
        makeEntry({
          kind: 'allergies',
          type: 'AllergyIntolerance',
          sort: 'allergy',
          statement: 'noKnownAllergies',
          title: undefined as never,
          date: '2024-05-03',
        }),
      ],
    },
  },
};

export const EmptyInvites: Story = {
  args: {record: {entries: []}, kinds: ['measurements'], canAdd: ['measurements']},
};

export const CoveredByLabel: Story = {args: {cover: 'labels'}};

export const AllCovered: Story = {args: {cover: 'all', since: '2026-11-02T09:00:00Z'}};

export const NewResultsCovered: Story = {
  args: {coverNew: true, since: '2026-11-02T09:00:00Z'},
};

export const Late: Story = {
  args: {record: {entries: fewEntries, state: {late: new Set(['Condition/shoulder'])}}},
};

export const Filtered: Story = {
  args: {filter: {search: 'kidney', kinds: ['results', 'medicines']}},
};

export const NoMatch: Story = {args: {filter: {search: 'elephant'}}};

export const Now: Story = {args: {filter: {now: true}}};

export const Welsh: Story = {args: {lang: 'cy', since: '2026-11-02T09:00:00Z'}};

export const RightToLeft: Story = {args: {dir: 'rtl', since: '2026-11-02T09:00:00Z'}};
