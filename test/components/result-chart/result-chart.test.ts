import {ContextProvider} from '@lit/context';
import {expect, fixture, html, oneEvent, waitUntil} from '@open-wc/testing';
import {render} from 'lit';
import {getAllByShadowRole, getByShadowRole, queryByShadowRole} from 'shadow-dom-testing-library';
import '../../../src/components/result-chart/result-chart.define.js';
import type {PhrResultChart} from '../../../src/components/result-chart/result-chart.js';
import {glossaryContext, type Explainer} from '../../../src/context/glossary-context.js';
import type {Series} from '../../../src/model/series.js';
import {egfr, hba1c, potassium, seriesOf, seriesSource, single} from '../../fixtures/series.js';

const open = async (
  answer: Series | 'fails' | 'waits',
  more: {owner?: string; width?: string} = {},
) => {
  const box = await fixture<HTMLElement>(
    html`<div>
      <phr-result-chart
        .seriesKey=${'key'}
        .source=${seriesSource(answer)}
        .ownerName=${more.owner}
        .contact=${'Call the surgery.'}
      ></phr-result-chart>
    </div>`,
  );
  box.style.width = more.width ?? '800px';
  const element = box.querySelector('phr-result-chart') as PhrResultChart;
  if (answer !== 'waits') await waitUntil(() => !queryByShadowRole(element, 'status'), 'answered');
  return element;
};
const words = (element: Element | null | undefined) =>
  element?.textContent?.replace(/[\s\u00a0]+/g, ' ').trim();
const drawing = (element: PhrResultChart) =>
  waitUntil(() => element.shadowRoot?.querySelector('svg[role=img]'), 'the chart is drawn');
const sentences = (element: PhrResultChart) =>
  [...(element.shadowRoot?.querySelectorAll('.sentences > p') ?? [])].map(words).join(' ');
const rows = (element: PhrResultChart) =>
  getAllByShadowRole(element, 'row')
    .slice(1)
    .map((row) => words(row));

describe('one result over time', () => {
  it('says in sentences what the chart shows', async () => {
    const element = await open(hba1c);
    expect(sentences(element)).to.equal(
      'Your latest HbA1c was 68 mmol/mol, on 18 November 2026. ' +
        'That is 4 higher than on 12 May 2026, when it was 64. The range given is 20 to 41. ' +
        'Since 19 April 2012 it has been between 48 and 68. ' +
        'This page does not say what the results mean for you. Call the surgery.',
    );
  });

  it('explains what the result is called, where a glossary knows it', async () => {
    const box = await fixture<HTMLElement>(html`<div></div>`);
    const asked: unknown[] = [];
    new ContextProvider(box, {
      context: glossaryContext,
      initialValue: {
        explain: (text, scope) => {
          asked.push([text, scope.about]);
          return html`<mark>${text}</mark>`;
        },
      } as Explainer,
    });
    render(
      html`<phr-result-chart
        .seriesKey=${'key'}
        .source=${seriesSource(hba1c)}
      ></phr-result-chart>`,
      box,
    );
    const element = box.querySelector('phr-result-chart') as PhrResultChart;
    await waitUntil(() => element.shadowRoot?.querySelector('mark'), 'explained');
    expect(sentences(element)).to.match(/^What this is called: HbA1c Your latest/);
    expect(asked[0]).to.deep.equal(['HbA1c', {isPrivate: false}]);
  });

  it('names whose result it is, for a proxy', async () => {
    const element = await open(hba1c, {owner: 'Parveen Nidderdale'});
    expect(sentences(element)).to.match(/^Parveen Nidderdale’s latest HbA1c was/);
  });

  it('writes a number below its point where the line comes down to it', async () => {
    const [newest, before, first] = hba1c.points;
    if (!newest || !before || !first) throw new Error('The series is too short');
    const value = (number: number) => ({...newest.quantity, value: number});
    const falling = {
      ...hba1c,
      points: [
        {...newest, quantity: value(50)},
        {...before, quantity: value(90)},
        {...first, quantity: value(40)},
      ],
    };
    const element = await open(falling);
    await drawing(element);
    const yOf = (text: string) =>
      Number(
        [...(element.shadowRoot?.querySelectorAll('svg .number') ?? [])]
          .find(({textContent}) => textContent === text)
          ?.getAttribute('y'),
      );
    const path = element.shadowRoot?.querySelector('svg .line')?.getAttribute('d') ?? '';
    const [, , , , , last = NaN] = path.slice(1).split(/[ L]/).map(Number);
    expect(yOf('50')).to.be.above(last);
    expect(yOf('90')).to.be.below(last);
  });

  it('labels the chart, and says that the table holds the same', async () => {
    const element = await open(hba1c);
    await drawing(element);
    expect(
      getByShadowRole(element, 'img', {
        name: 'Chart of HbA1c over time. The same results are in the table after it.',
      }),
    ).to.exist;
  });

  it('has no axe violations', async () => {
    const element = await open(hba1c);
    await drawing(element);
    await expect(element).to.be.accessible();
  });

  it('never draws another unit, and says where those results are', async () => {
    const element = await open(hba1c);
    await drawing(element);
    expect(
      element.shadowRoot?.querySelectorAll('svg[role=img] :is(.point, .hollow)').length,
    ).to.equal(11);
    expect(words(element.shadowRoot?.querySelector('figcaption'))).to.contain(
      '2 results use a different unit (%). They are in the table, not on the chart.',
    );
    getByShadowRole(element, 'button', {name: 'Show all 13 results'}).click();
    await element.updateComplete;
    expect(rows(element).at(-1)).to.contain('2 April 2009 7.4%');
  });

  it('shows the newest 8 results first, and all when asked', async () => {
    const element = await open(hba1c);
    expect(rows(element)).to.have.length(8);
    expect(rows(element)[0]).to.equal(
      '18 November 2026 68 mmol/mol High Where from: Northmoor Hospitals Range given: 20 to 41',
    );
    getByShadowRole(element, 'button', {name: 'Show all 13 results'}).click();
    await element.updateComplete;
    expect(rows(element)).to.have.length(13);
  });

  it('does not compare a number with a limit', async () => {
    const element = await open(
      seriesOf('eGFR', [
        {date: '2026-01-01', value: 52, unit: 'mL/min'},
        {date: '2025-01-01', value: 90, comparator: '>', unit: 'mL/min'},
      ]),
    );
    expect(sentences(element)).to.contain(
      'On 1 January 2025 it was more than 90 mL/min. These 2 results cannot be compared exactly.',
    );
  });

  it('does not count a limit as the lowest or highest number', async () => {
    const element = await open(egfr);
    expect(sentences(element)).to.not.contain('between');
  });

  it('says a change as exactly as it was recorded', async () => {
    const element = await open(
      seriesOf('Urea', [
        {date: '2026-01-01', value: 7.4, unit: 'mmol/L'},
        {date: '2025-01-01', value: 7.2, unit: 'mmol/L'},
      ]),
    );
    expect(sentences(element)).to.contain(
      'That is 0.2 higher than on 1 January 2025, when it was 7.2.',
    );
  });

  it('says that there is only one result', async () => {
    const element = await open(single);
    expect(sentences(element)).to.contain('There is only 1 result that can be shown here.');
  });

  it('tells high from low by word and shape, and never in red', async () => {
    const element = await open(potassium);
    await drawing(element);
    const flags = [...(element.shadowRoot?.querySelectorAll<HTMLElement>('.flag') ?? [])];
    expect(flags.map(words)).to.deep.equal(['High', 'Low']);
    const paths = flags.map((flag) => flag.querySelector('path')?.getAttribute('d'));
    expect(new Set(paths).size).to.equal(2);
    for (const flag of flags) {
      for (const colour of [getComputedStyle(flag).color, getComputedStyle(flag).backgroundColor]) {
        const [red = 0, green = 0, blue = 0] = (colour.match(/\d+/g) ?? []).map(Number);
        expect(red > 150 && green < 80 && blue < 80, colour).to.equal(false);
      }
    }
  });

  it('shows a shorter time when asked, and says which is chosen', async () => {
    const element = await open(hba1c);
    await drawing(element);
    getByShadowRole(element, 'button', {name: 'Last 2 years'}).click();
    await element.updateComplete;
    expect(element.shadowRoot?.querySelectorAll('svg[role=img] .point').length).to.equal(3);
    expect(getByShadowRole(element, 'button', {pressed: true}).textContent?.trim()).to.equal(
      'Last 2 years',
    );
  });

  it('says in its key what a band is, where its name has no room in it', async () => {
    const element = await open(hba1c, {width: '320px'});
    await drawing(element);
    const name = element.shadowRoot?.querySelector('svg .band-name') ?? null;

    const key = words(element.shadowRoot?.querySelector('.legend'));

    expect(name).to.equal(null);
    expect(key).to.contain('Range given: 20 to 41');
  });

  it('names a band once, in the drawing, where it has room', async () => {
    const element = await open(hba1c);
    await drawing(element);
    const name = element.shadowRoot?.querySelector('svg .band-name') ?? null;

    const key = words(element.shadowRoot?.querySelector('.legend'));

    expect(words(name)).to.contain('Range given: 20 to 41');
    expect(key).to.not.contain('Range given: 20 to 41');
  });

  it('is drawn anew for a narrow place, so that its words keep their size', async () => {
    const element = await open(hba1c, {width: '320px'});
    await drawing(element);
    const svg = element.shadowRoot?.querySelector('svg[role=img]');
    expect(Number(svg?.getAttribute('width'))).to.be.lessThan(320);
    expect(svg?.getBoundingClientRect().width).to.be.closeTo(Number(svg?.getAttribute('width')), 1);
    expect(element.scrollWidth).to.be.at.most(320);
  });

  it('leaves a covered result out of sentences, chart and table', async () => {
    const element = await open(hba1c);
    element.covers = ({reference}) => reference === hba1c.points[0]?.reference;
    await element.updateComplete;
    expect(sentences(element)).to.match(/^Your HbA1c was 64 mmol\/mol, on 12 May 2026\./);
    expect(words(element.shadowRoot as unknown as Element)).to.not.contain('68');
  });

  it('says nothing that may not be true of all results while some may be covered', async () => {
    const element = await open(hba1c);
    element.covers = ({reference}) => reference !== hba1c.points[3]?.reference;
    await element.updateComplete;
    expect(sentences(element)).to.equal(
      'Your HbA1c was 60 mmol/mol, on 14 May 2024. The range given is 20 to 41. ' +
        'Other results of this test may be hidden on this screen. ' +
        'This page does not say what the results mean for you. Call the surgery.',
    );
  });

  it('says the same of one result whether or not others are covered', async () => {
    const said: string[] = [];
    const [newest] = hba1c.points;
    for (const series of [hba1c, {...hba1c, points: hba1c.points.slice(0, 1), otherUnits: []}]) {
      const element = await open(series);
      element.covers = ({reference}) => reference !== newest?.reference;
      element.mayShowAll = true;
      await element.updateComplete;
      await drawing(element);
      said.push(words(element.shadowRoot as unknown as Element) ?? '');
    }
    expect(said[0]).to.equal(said[1]);
  });

  const coverOthers = async () => {
    const element = await open(hba1c);
    element.covers = ({reference}) => reference !== hba1c.points[1]?.reference;
    element.mayShowAll = true;
    await element.updateComplete;
    return element;
  };
  const showAll = {name: 'Show all results of this test'};

  it('shows the covered results when the person asks, and takes focus to the heading', async () => {
    const element = await coverOthers();
    getByShadowRole(element, 'button', showAll).click();
    await element.focusHeading();
    expect(sentences(element)).to.match(/^Your latest HbA1c was 68 mmol\/mol/);
    expect(queryByShadowRole(element, 'button', showAll)).to.equal(null);
    expect(words(element.shadowRoot?.activeElement)).to.equal('HbA1c over time');
  });

  it('offers to show them only where the page lets it', async () => {
    const element = await coverOthers();
    element.mayShowAll = false;
    await element.updateComplete;
    expect(queryByShadowRole(element, 'button', showAll)).to.equal(null);
  });

  for (const [when, leave] of [
    ['printed', () => window.dispatchEvent(new Event('beforeprint'))],
    ['left', () => window.dispatchEvent(new PageTransitionEvent('pagehide'))],
    ['hidden', () => document.dispatchEvent(new Event('visibilitychange', {bubbles: true}))],
  ] as const) {
    it(`covers them again when the page is ${when}`, async () => {
      const element = await coverOthers();
      getByShadowRole(element, 'button', showAll).click();
      await element.updateComplete;
      leave();
      expect(words(element.shadowRoot as unknown as Element)).not.to.contain('68');
    });
  }

  it('has nothing that axe finds while results are covered', async () => {
    await expect(await coverOthers()).to.be.accessible();
  });

  it('says that older results may exist', async () => {
    const element = await open(seriesOf('Sodium', [{date: '2026-01-01', value: 139}], true));
    expect(words(element.shadowRoot as unknown as Element)).to.contain(
      'There may be older results that are not shown here.',
    );
  });

  it('says what to do when the results cannot be read', async () => {
    const element = await open('fails');
    expect(words(getByShadowRole(element, 'alert'))).to.equal(
      'We could not get the other results of this test. Call the surgery. Try again',
    );
    await expect(element).to.be.accessible();
  });

  it('goes back to the entry', async () => {
    const element = await open(hba1c);
    setTimeout(() => getByShadowRole(element, 'button', {name: 'Back to the entry'}).click());
    const event = await oneEvent(element, 'phr-chart-close');
    expect(event.composed).to.equal(false);
  });
});
