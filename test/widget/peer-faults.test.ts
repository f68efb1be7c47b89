/** Faults seen in other record viewers, each as a test of ours: dates moved or made up, results called fine that are not, entries left out, markup trusted. */
import {expect, waitUntil} from '@open-wc/testing';
import {readToEnd, rowsOf, showWidget, wordsIn} from './widget-page.js';

const about = {reference: 'Patient/p'};
const person = {
  resourceType: 'Patient',
  id: 'p',
  name: [{text: 'Parveen Nidderdale'}],
  birthDate: '1955-03-14',
};

interface ResultOptions {
  readonly value?: number;
  readonly unit?: string;
  readonly comparator?: string;
  readonly low?: number;
  readonly high?: number;
  readonly interpretation?: string;
  readonly date?: string;
  readonly status?: string;
}

let count = 0;
const result = (
  name: string,
  {
    value,
    unit = 'mg/L',
    comparator,
    low,
    high,
    interpretation,
    date,
    status = 'final',
  }: ResultOptions,
) => ({
  resourceType: 'Observation',
  id: `r${++count}`,
  status,
  category: [
    {
      coding: [
        {system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'laboratory'},
      ],
    },
  ],
  code: {text: name},
  subject: about,
  ...(date !== undefined && {effectiveDateTime: date}),
  ...(value !== undefined && {valueQuantity: {value, unit, ...(comparator && {comparator})}}),
  ...((low !== undefined || high !== undefined) && {
    referenceRange: [
      {
        ...(low !== undefined && {low: {value: low, unit}}),
        ...(high !== undefined && {high: {value: high, unit}}),
      },
    ],
  }),
  ...(interpretation && {
    interpretation: [
      {
        coding: [
          {
            system: 'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation',
            code: interpretation,
          },
        ],
      },
    ],
  }),
});

/** Shows resources, and gives what each row says by the name it begins with. */
async function show(...resources: object[]) {
  const widget = await showWidget({patient: 'p', resources: [person, ...resources]});
  await readToEnd(widget);
  const rows = rowsOf(widget.timeline).map(wordsIn);
  return {
    ...widget,
    rows,
    row: (name: string) => rows.find((row) => row.startsWith(name)) ?? `no row of ${name}`,
  };
}

describe('faults of others', () => {
  it('shows a year-only date as the year, not as the first of January', async () => {
    const {row, timeline} = await show(result('Old result', {value: 1, date: '1998'}));
    expect(row('Old result')).to.match(/\b1998\b/);
    expect(wordsIn(timeline)).to.not.match(/January 199[78]|31 December 1997|00:00|midnight/);
  });

  it('shows an evening in summer on the day it was in the United Kingdom', async () => {
    const {row} = await show(result('Late result', {value: 1, date: '2019-07-05T23:30:00Z'}));
    expect(row('Late result')).to.include('6 July 2019');
  });

  it('shows 5 March as 5 March, and nothing for a date that is none', async () => {
    const {row, timeline} = await show(
      result('March result', {value: 1, date: '2019-03-05'}),
      result('Broken date', {value: 1, date: 'soon'}),
    );
    expect(row('March result')).to.include('5 March 2019');
    expect(wordsIn(timeline)).to.not.match(/03\/05|05\/03|Invalid|soon/);
    expect(row('Broken date')).to.include('Broken date');
  });

  it('flags a result outside a range that has one end, and one that only the laboratory flagged', async () => {
    const {row} = await show(
      result('CRP', {value: 200, high: 5, date: '2026-01-01'}),
      result('eGFR', {value: 12, low: 90, date: '2026-01-02'}),
      result('Potassium', {value: 6.9, unit: 'mmol/L', interpretation: 'HH', date: '2026-01-03'}),
      result('Trace', {value: 5, comparator: '<', high: 10, date: '2026-01-04'}),
    );
    expect(row('CRP')).to.match(/200.*High/);
    expect(row('eGFR')).to.match(/12.*Low/);
    expect(row('Potassium')).to.match(/6\.9.*[Hh]igh/);
    expect(row('Trace')).to.not.match(/High|Low|Outside/);
  });

  it('shows 22 August as 22 August', async () => {
    const {row} = await show(result('August result', {value: 1, date: '2026-08-22'}));
    expect(row('August result')).to.include('22 August 2026');
  });

  it('shows all of more than a hundred results of one kind, and says that it may not be everything', async () => {
    const many = Array.from({length: 230}, (_, index) =>
      result(`Result number ${index}`, {
        value: index,
        date: `20${10 + (index % 16)}-03-0${1 + (index % 9)}`,
      }),
    );
    const {rows, timeline} = await show(...many);
    expect(rows).to.have.length(230);
    expect(new Set(rows.map((row) => /^Result number \d+/.exec(row)?.[0])).size).to.equal(230);
    expect(wordsIn(timeline)).to.include('It may not be your whole health record.');
  });

  it('sorts by when it happened, not by when the server last touched it', async () => {
    const touched = (resource: object, lastUpdated: string) => ({...resource, meta: {lastUpdated}});
    const {rows} = await show(
      touched(result('Older', {value: 1, date: '2001-01-01'}), '2026-11-01T00:00:00Z'),
      touched(result('Newer', {value: 1, date: '2020-01-01'}), '2020-01-02T00:00:00Z'),
    );
    expect(rows.map((row) => row.split(' ')[0])).to.deep.equal(['Newer', 'Older']);
  });

  it('keeps what has no date, and leaves out what was entered in error', async () => {
    const {row, rows, timeline} = await show(
      result('Without a date', {value: 1}),
      result('A mistake', {value: 1, date: '2020-01-01', status: 'entered-in-error'}),
    );
    expect(row('Without a date')).to.include('Without a date');
    expect(wordsIn(timeline)).to.include('No date recorded');
    expect(rows).to.have.length(1);
    expect(wordsIn(timeline)).to.not.include('A mistake');
  });

  it('shows markup in a record as the letters it is made of, and runs none of it', async () => {
    const bad =
      '<img src=x onerror="window.phrRan = true"><script>window.phrRan = true</script>Rash';
    const {timeline, rows} = await show({
      resourceType: 'Condition',
      id: 'bad',
      text: {
        status: 'generated',
        div: '<div xmlns="http://www.w3.org/1999/xhtml"><b>narrative</b></div>',
      },
      code: {text: bad},
      subject: about,
      recordedDate: '2020-01-01',
      note: [{text: bad}],
    });
    rowsOf(timeline)[0]?.querySelector('button')?.click();
    await timeline.updateComplete;
    expect(rows).to.have.length(1);
    expect(timeline.shadowRoot?.querySelector('img, script')).to.equal(null);
    expect(window).to.not.have.property('phrRan');
  });

  it('asks for a date with the day first', async () => {
    const {timeline} = await show(result('Any', {value: 1, date: '2020-01-01'}));
    const button = [...(timeline.shadowRoot?.querySelectorAll('button') ?? [])].find((one) =>
      /Search and filter/.test(wordsIn(one)),
    );
    button?.click();
    await waitUntil(() => timeline.shadowRoot?.querySelector('phr-timeline-filters'), 'it opens');
    const form = timeline.shadowRoot?.querySelector('phr-timeline-filters');
    await form?.updateComplete;
    const choose = [
      ...(form?.shadowRoot?.querySelectorAll<HTMLInputElement>('input[type=radio]') ?? []),
    ].at(-1);
    choose?.click();
    await form?.updateComplete;
    const words = wordsIn(form ?? timeline);
    expect(words).to.match(/From Day Month Year To Day Month Year/);
    expect(words).to.not.match(/MM\/DD|YYYY/);
  });
});
