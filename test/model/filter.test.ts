import {expect} from '@open-wc/testing';
import {isEmptyFilter, matches, type TimelineFilter} from '../../src/model/filter.js';
import type {TimelineEntry} from '../../src/model/timeline.js';
import {parseFhirDate} from '../../src/model/fhir-date.js';
import {fakeEntry} from '../support/fake-decode.js';

const letter = fakeEntry({
  reference: 'DocumentReference/1',
  kind: 'documents',
  type: 'DocumentReference',
  day: '2019-03-07',
  place: 'Aireside Teaching Hospitals',
  searchText: 'discharge letter aireside teaching hospitals',
});
const medicine = fakeEntry({
  reference: 'MedicationRequest/1',
  kind: 'medicines',
  type: 'MedicationRequest',
  day: '2021-05',
  currency: 'current',
  searchText: 'metformin 500mg tablets',
});

describe('a filter', () => {
  const cases: readonly (readonly [string, TimelineEntry, TimelineFilter, boolean])[] = [
    ['asks for nothing', letter, {}, true],
    ['asks for no kind in particular', letter, {kinds: []}, true],
    ['asks for its kind', letter, {kinds: ['documents', 'visits']}, true],
    ['asks for another kind', letter, {kinds: ['medicines']}, false],
    ['asks for its place', letter, {places: ['Aireside Teaching Hospitals']}, true],
    ['asks for another place', letter, {places: ['Somewhere else']}, false],
    ['asks for a place, of an entry that names none', medicine, {places: ['Aireside']}, false],
    ['asks for its year', letter, {from: '2019', to: '2019'}, true],
    ['asks for its day', letter, {from: '2019-03-07', to: '2019-03-07'}, true],
    ['asks for the day after', letter, {from: '2019-03-08'}, false],
    ['asks for up to the day before', letter, {to: '2019-03-06'}, false],
    ['asks for a day its month may hold', medicine, {from: '2021-05-20', to: '2021-05-20'}, true],
    ['asks for a date that is none', letter, {from: 'soon'}, true],
    ['asks for its words', letter, {search: 'Letter AIRESIDE'}, true],
    ['asks for a part of a word', letter, {search: 'dischar'}, true],
    ['asks for words of which one is missing', letter, {search: 'letter clinic'}, false],
    ['asks for nothing but space', letter, {search: '  '}, true],
    ['asks for words with the signs that end them', letter, {search: 'discharge: letter,'}, true],
    [
      'asks for kind and date, of which one does not hold',
      letter,
      {kinds: ['documents'], from: '2020'},
      false,
    ],
  ];
  for (const [title, entry, filter, expected] of cases) {
    it(`that ${title} ${expected ? 'keeps' : 'leaves out'} the entry`, () => {
      expect(matches(entry, filter)).to.equal(expected);
    });
  }

  it('finds a stay by any day of it', () => {
    const until = parseFhirDate('2020-02-10');
    const stay = fakeEntry({kind: 'visits', day: '2020-01-20', ...(until && {until})});

    const days = ['2020-01-19', '2020-01-30', '2020-02-10', '2020-02-11'].map((day) =>
      matches(stay, {from: day, to: day}),
    );

    expect(days).to.deep.equal([false, true, true, false]);
  });

  it('does not claim that an entry without a date is of the time asked for', () => {
    expect(matches(fakeEntry({}), {from: '2019'})).to.equal(false);
  });

  it('finds a report by a result inside it', () => {
    const report = fakeEntry({
      type: 'DiagnosticReport',
      parts: ['Observation/1'],
      searchText: 'blood',
    });
    const parts = new Map([['Observation/1', fakeEntry({searchText: 'hba1c'})]]);

    expect(matches(report, {search: 'blood hba1c'}, {parts})).to.equal(true);
  });

  it('finds a report once the result inside it has come', () => {
    const report = fakeEntry({type: 'DiagnosticReport', parts: ['Observation/1']});
    const parts = new Map<string, TimelineEntry>();
    const filter: TimelineFilter = {search: 'hba1c'};

    const found = [undefined, fakeEntry({searchText: 'hba1c'})].map((part) => {
      if (part) parts.set('Observation/1', part);
      return matches(report, filter, {parts});
    });

    expect(found).to.deep.equal([false, true]);
  });

  it('looks again where a result inside a report was replaced', () => {
    const report = fakeEntry({type: 'DiagnosticReport', parts: ['Observation/1']});
    const filter: TimelineFilter = {search: 'hba1c'};

    const found = ['hba1c', 'sodium', 'hba1c'].map((searchText) =>
      matches(report, filter, {parts: new Map([['Observation/1', fakeEntry({searchText})]])}),
    );

    expect(found).to.deep.equal([true, false, true]);
  });

  it('looks again in an entry, and in a result inside one, that could not be read whole before', () => {
    const filter: TimelineFilter = {search: 'hba1c'};
    const look = (part: TimelineEntry, parts?: ReadonlyMap<string, TimelineEntry>) => [
      matches(part, filter),
      matches(report, filter, parts && {parts}),
    ];
    const part = {...fakeEntry({searchText: 'blood'}), pending: true};
    const report = fakeEntry({reference: 'DiagnosticReport/1', parts: ['Observation/1']});
    const parts = new Map([['Observation/1', part]]);

    const before = look(part, parts);
    Object.assign(part, {pending: false, searchText: 'blood hba1c'});

    expect([before, look(part, parts)]).to.deep.equal([
      [false, false],
      [true, true],
    ]);
  });

  it('looks again in an entry that took the place of another', () => {
    const filter: TimelineFilter = {search: 'hba1c'};
    const found = ['hba1c', 'sodium'].map((searchText) =>
      matches(fakeEntry({reference: 'Observation/1', searchText}), filter),
    );

    expect(found).to.deep.equal([true, false]);
  });

  it('looks again when our words are those of another language', () => {
    const filter: TimelineFilter = {search: 'llythyr'};
    const inEnglish = () => 'letter';
    const inWelsh = () => 'llythyr';

    const found = [inEnglish, inWelsh, inEnglish].map((textOf) =>
      matches(letter, filter, {textOf}),
    );

    expect(found).to.deep.equal([false, true, false]);
  });

  it('looks for other words in the same entry', () => {
    const found = ['discharge', 'metformin'].map((search) => matches(letter, {search}));

    expect(found).to.deep.equal([true, false]);
  });

  it('keeps only what is new', () => {
    const newReferences = new Set([letter.reference]);

    const found = [letter, medicine].filter((item) =>
      matches(item, {onlyNew: true}, {newReferences}),
    );

    expect(found).to.deep.equal([letter]);
  });

  it('keeps nothing as new while that cannot be told', () => {
    expect(matches(letter, {onlyNew: true})).to.equal(false);
  });

  it("keeps in 'Now' what is current and what may be, and never what is not", () => {
    const medicines = (['current', 'unknown', 'notCurrent', undefined] as const).map((currency) =>
      matches(
        fakeEntry({kind: 'medicines', type: 'MedicationRequest', ...(currency && {currency})}),
        {now: true},
      ),
    );

    expect(medicines).to.deep.equal([true, true, false, true]);
  });

  it("keeps nothing but medicines, conditions and allergies in 'Now'", () => {
    expect(matches(fakeEntry({kind: 'procedures', currency: 'current'}), {now: true})).to.equal(
      false,
    );
  });

  it('keeps a covered entry under every filter and search', () => {
    const filters: TimelineFilter[] = [
      {kinds: ['medicines']},
      {places: ['Somewhere else']},
      {from: '2022'},
      {to: '2001'},
      {search: 'nothing of the kind'},
      {onlyNew: true},
      {now: true},
    ];
    const covered = (entry: TimelineEntry) => entry === letter;

    const kept = filters.map((filter) => matches(letter, filter, {covered}));

    expect(kept).to.deep.equal(filters.map(() => true));
  });

  it('knows when it asks for nothing', () => {
    const empty = [{}, {kinds: []}, {places: []}, {search: ' '}, {from: ''}, {onlyNew: false}];
    const full = [
      {kinds: ['medicines']},
      {places: ['a']},
      {search: 'a'},
      {to: '2019'},
      {now: true},
      {onlyNew: true},
    ];

    expect(empty.map((filter) => isEmptyFilter(filter as TimelineFilter)).includes(false)).to.equal(
      false,
    );
    expect(full.map((filter) => isEmptyFilter(filter as TimelineFilter)).includes(true)).to.equal(
      false,
    );
  });
});
