import {expect} from '@open-wc/testing';
import {fewEntries, makeEntry, manyEntries} from '../../fixtures/entries.js';
import {FakeSource} from '../../support/fake-source.js';
import {
  button,
  drawn,
  focusOf,
  headingNamed,
  headings,
  levelOf,
  maybeButton,
  proxySettings,
  rowsOf,
  show,
  wordsOf,
} from './timeline-page.js';

const few = {entries: fewEntries};

describe('the record timeline', () => {
  it('reads a row as its name, its date and kind, the point of it, and where it came from', async () => {
    const {timeline} = await show(few, {since: '2026-11-02T09:00:00Z'});
    expect(wordsOf(timeline)).to.contain(
      'November 2026 HbA1c and kidney function 18 November 2026 Blood test New HbA1c 68 mmol/mol High eGFR 42 mL/min/1.73m² Low',
    );
  });

  it('says once what it covers, on top of the list', async () => {
    const {timeline} = await show(few);
    const words = wordsOf(timeline);
    const line =
      'This was read from 3 places on 21 November 2026 at 9:12am. It may not be your whole health record.';
    expect(words.indexOf(line))
      .to.be.greaterThan(-1)
      .and.lessThan(words.indexOf('November 2026 HbA1c'));
  });

  it('puts headings one level below each other from the level the page gives', async () => {
    const {timeline} = await show(few, {headingLevel: 3});
    const level = (name: string) => levelOf(headingNamed(timeline, name));
    expect([
      level('All entries'),
      level('October 2026'),
      level('Diabetes clinic'),
      level('Weight'),
    ]).to.deep.equal([3, 4, 5, 6]);
  });

  it('never skips a level of headings', async () => {
    const {timeline} = await show(few, {since: '2026-11-02T09:00:00Z'});
    const levels = headings(timeline).map(levelOf);
    const jumps = levels.filter((level, at) => level > (levels[at - 1] ?? 1) + 1);
    expect(jumps).to.deep.equal([]);
  });

  it('gathers under a visit what happened in it', async () => {
    const {timeline} = await show(few);
    expect(wordsOf(timeline)).to.match(
      /Diabetes clinic 14 October 2026 Visit .*2 entries from this visit Metformin 500mg tablets Medicine .* Weight Measurement/,
    );
  });

  it('leads a name with the word that changes what it means', async () => {
    const {timeline} = await show(few);
    expect(headingNamed(timeline, 'Stopped: Ibuprofen 400mg tablets')).to.exist;
  });

  it('shows what has no date in a group of its own, and says it', async () => {
    const {timeline} = await show(few);
    expect(wordsOf(timeline)).to.contain(
      'No date recorded The record gives no date for these entries. Allergy: Penicillin Allergy',
    );
  });

  it('says that more may have no date while not everything was read', async () => {
    const {timeline} = await show({...few, state: {undatedComplete: false}});
    expect(wordsOf(timeline)).to.contain('There may be more. We have not read everything yet.');
  });

  it('shows a date of which only the year is known under the year', async () => {
    const {timeline} = await show({
      entries: [makeEntry({title: 'Tetanus vaccination', date: '1998'})],
    });
    expect([headingNamed(timeline, '1998').textContent.trim(), wordsOf(timeline)]).to.satisfy(
      ([heading, words]: string[]) => heading === '1998' && !words?.includes('January'),
    );
  });

  it('marks what arrived late and leaves focus where it was', async () => {
    const {timeline, source} = await show(few);
    button(timeline, 'Full blood count').focus();
    const late = makeEntry({reference: 'Condition/late', title: 'Eczema', date: '2026-10-20'});
    const {rows} = source.reader.state;
    source.reader.set({
      rows: [...rows.slice(0, 4), late, ...rows.slice(4)],
      late: new Set(['Condition/late']),
    });
    await drawn(timeline);
    expect([
      focusOf(timeline),
      wordsOf(timeline).includes('Eczema 20 October 2026 Condition Loaded late'),
    ]).to.deep.equal(['Full blood count', true]);
  });

  it('carries at most two tags, those that change its meaning first', async () => {
    const {timeline, source} = await show(few, {since: '2026-11-02T09:00:00Z'});
    const rest = {date: '2026-10-20', title: 'Eczema'};
    const late = [
      makeEntry({...rest, reference: 'Condition/a', statuses: ['possible']}),
      makeEntry({...rest, reference: 'Condition/b', statuses: ['corrected', 'notFinal']}),
    ];
    const references = new Set(late.map(({reference}) => reference));
    const {rows} = source.reader.state;
    source.reader.set({
      rows: [...rows.slice(0, 4), ...late, ...rows.slice(4)],
      late: references,
      newReferences: references,
    });
    await drawn(timeline);
    const tags = rowsOf(timeline)
      .filter((row) => row.textContent.includes('Eczema'))
      .map((row) => [...row.querySelectorAll('.tag')].map(({textContent}) => textContent));
    expect(tags).to.deep.equal([
      ['Possible', 'Loaded late'],
      ['Corrected', 'Not final'],
    ]);
  });

  it('takes no row away when another arrives late above it', async () => {
    const {timeline, source} = await show(few, {pageSize: 5});
    const before = rowsOf(timeline).length;
    const {rows} = source.reader.state;
    const late = makeEntry({title: 'Eczema', date: '2026-11-10'});
    source.reader.set({rows: [...rows.slice(0, 2), late, ...rows.slice(2)]});
    await drawn(timeline);
    expect([before, rowsOf(timeline).length]).to.deep.equal([7, 8]);
  });

  it('shows one page, however long the record is', async () => {
    const {timeline} = await show({entries: manyEntries}, {pageSize: 30});
    expect(rowsOf(timeline).length).to.equal(30);
  });

  it('reads kinds from its attribute, and leaves out names that it does not know', async () => {
    const {timeline, source} = await show(few);
    timeline.setAttribute('kinds', 'allergies nonsense medicines');
    await drawn(timeline);
    expect(source.reader.query.kinds).to.deep.equal(['allergies', 'medicines']);
  });

  it('shows nothing of one person when the record becomes another person’s', async () => {
    const {timeline} = await show(few);
    timeline.source = new FakeSource({entries: [makeEntry({title: 'Migraine', date: '2020'})]});
    await drawn(timeline);
    expect([
      wordsOf(timeline).includes('Migraine'),
      wordsOf(timeline).includes('HbA1c'),
    ]).to.deep.equal([true, false]);
  });

  it('forgets the search when the record becomes another person’s', async () => {
    const {timeline} = await show(few, {filter: {search: 'kidney'}});
    timeline.source = new FakeSource({entries: [makeEntry({title: 'Migraine', date: '2020'})]});
    await drawn(timeline);
    expect(timeline.filter).to.deep.equal({});
  });

  it('lets go of the record when it leaves the page', async () => {
    const {timeline, source} = await show(few);
    timeline.remove();
    expect(source.reader.isClosed).to.equal(true);
  });

  it('keeps the list on the screen while it is read again', async () => {
    const {timeline, source} = await show(few);
    timeline.refresh();
    await drawn(timeline);
    expect([source.readers.length, rowsOf(timeline).length > 0]).to.deep.equal([2, true]);
  });

  it('says the name in place of “your” to somebody who looks for another person', async () => {
    const {timeline} = await show(few, {settings: proxySettings});
    expect(wordsOf(timeline))
      .to.contain('It may not be the whole of Parveen Nidderdale’s health record.')
      .and.not.match(/\byour?\b/i);
  });

  it('never shows a reference, an id or a label code', async () => {
    const {timeline} = await show(few, {cover: 'none'});
    expect(wordsOf(timeline)).not.to.match(
      /\w+\/[\w-]*(?:hba1c|fixture|clinic)|undefined|\[object/,
    );
  });

  it('has no style attribute, which a strict page would refuse', async () => {
    const {timeline} = await show(few, {since: '2026-11-02T09:00:00Z'});
    expect(timeline.shadowRoot?.querySelector('[style]')).to.equal(null);
  });

  it('shows the name, date of birth and NHS number on paper alone', async () => {
    const {timeline} = await show(few);
    const head = timeline.shadowRoot?.querySelector('.print-head');
    expect([
      head?.textContent?.replace(/\s+/g, ' ').trim(),
      head && getComputedStyle(head).display,
    ]).to.satisfy(
      ([words, display]: string[]) =>
        /^Parveen Nidderdale Date of birth: 14.March 1955 NHS number: 999.000.0018 This was read from/.test(
          words ?? '',
        ) && display === 'none',
    );
  });

  it('has no button to filter an empty record by', async () => {
    const {timeline} = await show({entries: []});
    expect(maybeButton(timeline, /Search and filter/)).to.equal(null);
  });

  it('gives an opened entry the name of the person, for a proxy to see at its top', async () => {
    const {timeline} = await show(few, {settings: proxySettings});
    button(timeline, 'Flu vaccination').click();
    await import('../../../src/components/entry-detail/entry-detail.define.js');
    await drawn(timeline);
    const detail = timeline.shadowRoot?.querySelector('phr-entry-detail');
    expect(detail?.shadowRoot?.textContent).to.contain('Parveen Nidderdale');
  });

  it('repeats on every printed page whose record it is', async () => {
    const {timeline} = await show(few);
    const rules = (timeline.shadowRoot?.adoptedStyleSheets ?? [])
      .flatMap((sheet) => [...sheet.cssRules])
      .filter((rule) => rule instanceof CSSMediaRule && rule.conditionText === 'print')
      .map(({cssText}) => cssText.replace(/\s+/g, ' '))
      .join(' ');
    expect(rules).to.match(/\.print-head \{[^}]*display: table-header-group/);
  });
});
