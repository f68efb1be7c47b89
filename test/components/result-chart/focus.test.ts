import {expect, fixture, html, waitUntil} from '@open-wc/testing';
import {queryByShadowRole} from 'shadow-dom-testing-library';
import '../../../src/components/result-chart/result-chart.define.js';
import type {PhrResultChart} from '../../../src/components/result-chart/result-chart.js';
import type {Series} from '../../../src/model/series.js';
import {hba1c, seriesSource} from '../../fixtures/series.js';

const open = (answer: Series | 'fails' | 'waits') =>
  fixture<PhrResultChart>(
    html`<phr-result-chart
      .seriesKey=${'key'}
      .source=${seriesSource(answer)}
      .contact=${'Call the surgery.'}
    ></phr-result-chart>`,
  );
const answered = (element: PhrResultChart) =>
  waitUntil(() => !queryByShadowRole(element, 'status'), 'answered');
const focused = (element: PhrResultChart) =>
  element.shadowRoot?.activeElement?.textContent?.replace(/\s+/g, ' ').trim();

describe('focus, when one result over time is opened,', () => {
  it('goes to its heading', async () => {
    const element = await open(hba1c);
    await answered(element);
    await element.focusHeading();
    expect(focused(element)).to.equal('HbA1c over time');
  });

  it('goes to its heading when the results come later', async () => {
    const element = await open('waits');
    await element.focusHeading();
    element.source = seriesSource(hba1c);
    await waitUntil(() => element.shadowRoot?.querySelector('#heading'), 'the results are there');
    expect(focused(element)).to.equal('HbA1c over time');
  });

  it('goes to the way back when the results cannot be had', async () => {
    const element = await open('waits');
    await element.focusHeading();
    element.source = seriesSource('fails');
    await answered(element);
    expect(focused(element)).to.equal('Back to the entry');
  });
});
