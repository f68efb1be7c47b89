import {expect} from '@open-wc/testing';
import type {PhrRecordTimeline} from '../../../src/components/record-timeline/record-timeline.js';
import {recordKinds, type RecordKind} from '../../../src/model/record-kind.js';
import type {KindCoverage, TimelineState} from '../../../src/model/timeline.js';
import {fewEntries, makeEntry} from '../../fixtures/entries.js';
import type {FakeOptions} from '../../support/fake-source.js';
import {
  button,
  buttons,
  drawn,
  focusOf,
  maybeButton,
  ownSettings,
  proxySettings,
  rowsOf,
  show,
  wordsOf,
} from './timeline-page.js';

const none = {rows: [], undated: [], complete: false} as const;
const unread = {...none, asOf: undefined as never};
const contact = 'Call your GP surgery or hospital team.';
const few = {entries: fewEntries};
const one = (kind: RecordKind, state: KindCoverage['state']): FakeOptions => ({
  kinds: {[kind]: state},
});

interface Case {
  readonly title: string;
  readonly record?: FakeOptions;
  readonly properties?: Partial<PhrRecordTimeline>;
  readonly says: readonly string[];
  readonly isFailure?: boolean;
}

const cases: readonly Case[] = [
  {
    title: 'says that it is not connected, which must not look like an empty record',
    says: [
      'There is no health record to show here',
      'This page is not connected to a health record.',
    ],
    isFailure: true,
  },
  {
    title: 'says in words that it is loading, and for what it waits',
    record: {
      state: {
        ...unread,
        reading: true,
        coverage: [
          {kind: 'conditions', state: 'complete', read: 4},
          {kind: 'medicines', state: 'waiting', read: 0},
        ],
      },
    },
    says: [
      'Loading your health record',
      'We have conditions.',
      'We are waiting for medicines.',
      'This can take up to 10 seconds.',
    ],
  },
  {
    title: 'says which kinds could not be read, above those that could',
    record: {...few, kinds: {documents: 'failed'}},
    says: [
      'Some of your health record is missing',
      'We could not get letters and documents. There may be some we cannot show.',
      'All entries',
    ],
    isFailure: true,
  },
  {
    title: 'says which kind cannot be shown safely',
    record: {...few, kinds: {appointments: 'unsafe'}},
    says: [
      'We cannot show appointments safely here. Some of what we were sent may be about someone else.',
    ],
    isFailure: true,
  },
  {
    title: 'says that nothing could be read, and that this is not the same as nothing',
    record: {kinds: {conditions: 'failed'}, state: unread},
    says: [
      'There is a problem with your health record',
      'We could not get any of it. This does not mean there is nothing in it.',
      'For urgent medical advice, use 111 online or call 111.',
    ],
    isFailure: true,
  },
  {
    title: 'says that it is offline, and shows the list of before with its day and time',
    record: {...few, state: {offline: true}},
    says: [
      'You are offline',
      'This is your health record as it was on 21 November 2026 at 9:12am.',
      'Newer entries are not shown.',
      'HbA1c and kidney function',
    ],
    isFailure: true,
  },
  {
    title:
      'does not say that it is offline when a server cannot be reached, and dates the list of before',
    record: {...few, state: {unreachable: true}},
    says: [
      'There is a problem with your health record',
      'This is your health record as it was on 21 November 2026 at 9:12am.',
      'Newer entries are not shown.',
      'HbA1c and kidney function',
    ],
    isFailure: true,
  },
  {
    title: 'says that it is offline when nothing was read before',
    record: {state: {...unread, offline: true}},
    says: ['You are offline', 'We cannot get your health record until you are online again.'],
    isFailure: true,
  },
  {
    title: 'asks to log in again',
    record: {...few, state: {stopped: 'sessionExpired'}},
    says: ['Log in again to see your health record', 'Nothing you saved is lost.'],
    isFailure: true,
  },
  {
    title: 'stops when something may be about someone else',
    record: {...few, state: {stopped: 'wrongPerson'}},
    says: [
      'We have stopped showing this health record',
      'We have stopped because some of this may be about someone else.',
      'Do not rely on this page.',
      'For urgent medical advice, use 111 online or call 111.',
    ],
    isFailure: true,
  },
  {
    title: 'says that a record in an unknown form cannot be shown',
    record: {state: {...unread, stopped: 'unsupported'}},
    says: ['We cannot show this health record here'],
    isFailure: true,
  },
  {
    title: 'says that nothing is recorded, and where, once the server confirmed it',
    record: {entries: []},
    says: [
      'No entries are recorded at Nidd Valley Surgery, Northmoor Hospitals and Bridge Street Pharmacy. If you think some are missing, tell them.',
    ],
  },
  {
    title: 'counts what was received and could not be shown safely',
    record: {...few, state: {withheld: [{kind: 'medicines', count: 2}]}},
    says: ['There are 2 entries we cannot show safely.', 'They are about: medicines.'],
    isFailure: true,
  },
  {
    title: 'says of which kind only some could be got, and what to do then',
    record: {...few, kinds: {documents: 'limited'}},
    says: [
      'We could get only some of the letters and documents. There may be more. Ask for them if you need them.',
    ],
    isFailure: true,
  },
  {
    title: 'says which kind cannot be seen here',
    record: {...few, kinds: {allergies: 'notHere'}},
    says: ['You cannot see allergies here. This does not mean there are none.'],
    isFailure: true,
  },
  {
    title: 'says that nothing can be seen here at all, which must not look like nothing recorded',
    record: {
      entries: [],
      state: {
        coverage: recordKinds.map((kind) => ({kind, state: 'notHere' as const, read: 0})),
        complete: false,
        asOf: undefined as never,
      },
    },
    says: [
      'There is nothing we can show here',
      'You cannot see conditions, allergies, medicines,',
      'This does not mean there are none.',
    ],
    isFailure: true,
  },
];

describe('each state of the record timeline', () => {
  for (const {title, record, properties, says, isFailure} of cases) {
    it(title, async () => {
      const {timeline} = await show(record, properties);
      const words = wordsOf(timeline);
      for (const sentence of says) expect(words).to.contain(sentence);
    });

    it(`${title}: axe finds nothing`, async () => {
      const {timeline} = await show(record, properties);
      await expect(timeline).to.be.accessible();
    });

    if (isFailure) {
      it(`${title}: ends with a way that needs no computer`, async () => {
        const {timeline} = await show(record, properties);
        expect(wordsOf(timeline)).to.contain(contact);
      });

      it(`${title}: gives the contact of the page where it has one`, async () => {
        const own = 'Call Northmoor Hospitals on 01632 960 200.';
        const {timeline} = await show(record, {
          ...properties,
          settings: {...ownSettings, contact: own},
        });
        expect(wordsOf(timeline)).to.contain(own).and.not.contain(contact);
      });
    }
  }

  for (const stopped of ['wrongPerson', 'sessionExpired'] as const) {
    it(`keeps nothing of the record in the page when stopped: ${stopped}`, async () => {
      const {timeline, source} = await show(few);
      source.reader.set({stopped});
      await drawn(timeline);
      const all = timeline.shadowRoot?.innerHTML ?? '';
      expect(all).not.to.match(/HbA1c|Nidderdale|Northmoor|e1/);
    });

    it(`moves focus to the heading when the person was in the widget: ${stopped}`, async () => {
      const {timeline, source} = await show(few);
      button(timeline, 'Full blood count').focus();
      source.reader.set({stopped});
      await drawn(timeline);
      expect(focusOf(timeline)).to.match(/^(We have stopped showing|Log in again to see)/);
    });

    it(`leaves focus alone when the person was elsewhere: ${stopped}`, async () => {
      const {timeline, source} = await show(few);
      source.reader.set({stopped});
      await drawn(timeline);
      expect(timeline.shadowRoot?.activeElement ?? null).to.equal(null);
    });
  }

  it('tells of another person’s entries as an alert', async () => {
    const {timeline} = await show({...few, state: {stopped: 'wrongPerson'}});
    expect(timeline.shadowRoot?.querySelector('[role=alert]')?.textContent).to.contain(
      'someone else',
    );
  });

  it('asks the page to log in, and says nothing of the record with it', async () => {
    const {timeline} = await show({...few, state: {stopped: 'sessionExpired'}});
    let detail: unknown = 'not fired';
    timeline.addEventListener('phr-log-in', (event) => (detail = event.detail));
    button(timeline, 'Log in again').click();
    expect(detail).to.equal(null);
  });

  it('does not say that nothing is there while a kind failed', async () => {
    const {timeline} = await show({entries: [], kinds: {medicines: 'failed'}});
    expect(wordsOf(timeline)).not.to.match(/No entries|No medicines|are recorded at/);
  });

  it('does not say that nothing is there while entries were received and not shown', async () => {
    const {timeline} = await show({
      entries: [],
      state: {withheld: [{kind: 'conditions', count: 1}]},
    });
    expect(wordsOf(timeline)).not.to.contain('No entries');
  });

  it('keeps the page’s own words for nothing away while that is not confirmed', async () => {
    const {timeline} = await show({entries: [], kinds: {medicines: 'notHere'}});
    expect(timeline.shadowRoot?.querySelector('slot[name=empty]')).to.equal(null);
  });

  it('gives the page’s own words for nothing their place once it is confirmed', async () => {
    const {timeline} = await show({entries: []});
    expect(timeline.shadowRoot?.querySelector('slot[name=empty]')).to.exist;
  });

  it('gives the page’s own words for an error their place when nothing could be read', async () => {
    const {timeline} = await show({kinds: {conditions: 'failed'}, state: unread});
    timeline.append(Object.assign(document.createElement('p'), {slot: 'error'}));

    const slot = timeline.shadowRoot?.querySelector<HTMLSlotElement>('slot[name=error]');

    expect(slot?.assignedElements()).to.deep.equal([...timeline.children]);
  });

  it('keeps its own words when the person is offline, whatever words the page has for an error', async () => {
    const {timeline} = await show({state: {...unread, offline: true}});
    timeline.append(Object.assign(document.createElement('p'), {slot: 'error'}));

    const slot = timeline.shadowRoot?.querySelector('slot[name=error]');

    expect(slot).to.equal(null);
  });

  it('tries again, and says so when it still does not work', async () => {
    const {timeline} = await show({kinds: {conditions: 'failed'}, state: unread});
    button(timeline, 'Try again').click();
    await drawn(timeline);
    expect(wordsOf(timeline)).to.contain('There is still a problem with your health record');
  });

  it('says once that a server cannot be reached, with one way to try again, above the list of before', async () => {
    const {timeline} = await show({
      ...few,
      kinds: {results: 'failed', documents: 'failed'},
      state: {unreachable: true},
    });

    expect(wordsOf(timeline)).not.to.contain('Some of your health record is missing');
    expect(buttons(timeline, 'Try again')).to.have.length(1);
  });

  it('still says which kinds are not in the list of before when a server cannot be reached', async () => {
    const {timeline} = await show({
      ...few,
      kinds: {results: 'failed', carePlans: 'failed'},
      state: {unreachable: true},
    });

    expect(wordsOf(timeline)).to.contain(
      'We could not get care plans. There may be some we cannot show.',
    );
  });

  it('keeps focus in the widget when trying again helped', async () => {
    const afterRetry: Partial<TimelineState> = {
      coverage: [{kind: 'conditions', state: 'complete', read: 1}],
    };
    const {timeline} = await show({...few, kinds: {documents: 'failed'}, afterRetry});
    const again = button(timeline, 'Try again');
    again.focus();
    again.click();
    await drawn(timeline);
    expect([maybeButton(timeline, 'Try again'), focusOf(timeline)]).to.deep.equal([
      null,
      'Conditions',
    ]);
  });

  it('says in its status region what it covers', async () => {
    const {timeline} = await show(few);
    const region = timeline.shadowRoot?.querySelector('[role=status]');
    expect(region?.textContent).to.contain('This was read from 3 places');
  });
});

describe('allergies that are not in the list', () => {
  const kinds: readonly RecordKind[] = ['allergies'];
  const noneKnown = makeEntry({
    kind: 'allergies',
    type: 'AllergyIntolerance',
    sort: 'allergy',
    statement: 'noKnownAllergies',
    title: undefined as never,
    date: '2024-05-03',
  });
  const facts: readonly (readonly [string, FakeOptions, string])[] = [
    [
      'that somebody recorded that there are none',
      {entries: [noneKnown]},
      'No known allergies 3 May 2024',
    ],
    [
      'that none are recorded',
      {entries: []},
      'No allergies are recorded at Nidd Valley Surgery, Northmoor Hospitals and Bridge Street Pharmacy. Tell staff about any allergy you have.',
    ],
    [
      'that they could not be checked',
      one('allergies', 'failed'),
      'We could not check your allergies. Do not think this means you have none. Tell staff about any allergy you have.',
    ],
    [
      'that they cannot be seen here',
      one('allergies', 'notHere'),
      'You cannot see allergies here. This does not mean there are none.',
    ],
  ];

  for (const [title, record, sentence] of facts) {
    it(`are said as one fact and no other: ${title}`, async () => {
      const {timeline} = await show(record, {kinds});
      const words = wordsOf(timeline);
      expect(
        facts.filter(([, , said]) => words.includes(said)).map(([, , said]) => said),
      ).to.deep.equal([sentence]);
    });
  }

  it('are said to be recorded nowhere but where the page says that it asked', async () => {
    const settings = {...ownSettings, sourceName: 'Northmoor Hospitals'};
    const {timeline} = await show({entries: []}, {kinds, settings});
    expect(wordsOf(timeline)).to.contain('No allergies are recorded at Northmoor Hospitals. Tell');
  });

  it('are spoken of by the person’s name to a proxy', async () => {
    const {timeline} = await show(one('allergies', 'failed'), {kinds, settings: proxySettings});
    expect(wordsOf(timeline)).to.contain(
      'We could not check Parveen Nidderdale’s allergies. Do not think this means there are none. Tell staff about any allergy Parveen Nidderdale has.',
    );
  });

  it('say who recorded “no known allergies”, and when, where the rest is said of kinds', async () => {
    const {timeline} = await show({entries: [noneKnown]}, {kinds});
    button(timeline, 'What is included').click();
    await drawn(timeline);
    expect(wordsOf(timeline)).to.contain(
      'Nidd Valley Surgery recorded ‘no known allergies’ on 3 May 2024.',
    );
  });
});

describe('kinds that are empty', () => {
  it('invite where the person may add to them', async () => {
    const {timeline} = await show(
      {entries: []},
      {kinds: ['measurements'], canAdd: ['measurements']},
    );
    expect(wordsOf(timeline)).to.contain('You can add your own measurements.');
  });

  it('do not invite where only others record them', async () => {
    const {timeline} = await show(
      {entries: []},
      {kinds: ['vaccinations'], canAdd: ['measurements']},
    );
    expect(wordsOf(timeline)).not.to.contain('You can add');
  });
});

describe('what is included, opened', () => {
  const opened = async (record: FakeOptions, properties: Partial<PhrRecordTimeline> = {}) => {
    const {timeline, source} = await show(record, properties);
    button(timeline, 'What is included').click();
    await drawn(timeline);
    return {timeline, source};
  };

  it('names every kind that was asked for, and what came of it', async () => {
    const {timeline} = await opened({
      ...few,
      kinds: {documents: 'failed', carePlans: 'notHere', visits: 'reading'},
    });
    const words = wordsOf(timeline);
    expect(words)
      .to.contain('What we asked for on 21 November 2026 at 9:12am')
      .and.contain('Conditions Answered. 3 entries read. Goes back to: 3 September 2026')
      .and.contain('Letters and documents We could not get letters and documents.')
      .and.contain('Care plans You cannot see care plans here. This does not mean there are none.')
      .and.contain('Visits and stays Answered. There may be older ones. 2 entries read.');
  });

  it('always says that some information may not be shown here', async () => {
    const {timeline} = await opened(few);
    expect(wordsOf(timeline)).to.contain('Some information may not be shown here. You can ask');
  });

  it('lets the person try again for a kind that failed', async () => {
    const {timeline, source} = await opened({...few, kinds: {documents: 'failed'}});
    buttons(timeline, /Try again.*letters and documents/)[0]?.click();
    await drawn(timeline);
    expect(source.reader.retries).to.equal(1);
  });

  it('has nothing that axe finds', async () => {
    const {timeline} = await opened({...few, kinds: {documents: 'failed'}});
    await expect(timeline).to.be.accessible();
  });

  it('says how far back it goes while there is more', async () => {
    const {timeline} = await show({entries: fewEntries, page: 5}, {pageSize: 5});
    expect(wordsOf(timeline)).to.contain(
      'We have read back to October 2026 so far. Select ‘Show older’ to see more.',
    );
  });
});

describe('rows on the page', () => {
  it('stay when a kind failed', async () => {
    const {timeline} = await show({...few, kinds: {documents: 'failed'}});
    expect(rowsOf(timeline).length).to.be.greaterThan(10);
  });
});
