import {aTimeout, expect, fixture, html, oneEvent} from '@open-wc/testing';
import {within} from 'shadow-dom-testing-library';
import '../../../src/components/entry-detail/entry-detail.define.js';
import type {PhrEntryDetail} from '../../../src/components/entry-detail/entry-detail.js';
import {registerWords} from '../../../src/i18n/words.js';
import {detailWords} from '../../../src/i18n/detail.js';
import {cy} from '../../../src/i18n/cy/detail.js';
import {decodeDetail} from '../../../src/model/decode/detail/decode-detail.js';
import type {EntryDetail} from '../../../src/model/detail.js';
import type {Flag} from '../../../src/model/interpretation.js';
import {
  contextOf,
  detailSource,
  entryOf,
  openedExamples,
  quantityOf,
  resultOf,
  withEarlier,
  type ExampleName,
  type OpenedExample,
} from '../../fixtures/details.js';

interface Options {
  readonly proxy?: boolean;
  readonly contact?: string;
  readonly correction?: string;
  readonly lang?: string;
  readonly dir?: 'ltr' | 'rtl';
  readonly level?: number;
  /** Width of the column it stands in, in CSS pixels. */
  readonly width?: 320 | 390 | 700;
  readonly answer?: (reference: string, signal: AbortSignal) => Promise<EntryDetail>;
}

async function settle(element: PhrEntryDetail) {
  await aTimeout(0);
  await element.updateComplete;
}

async function open({entry, detail}: OpenedExample, options: Options = {}) {
  const source = detailSource(options.answer ?? (() => Promise.resolve(detail)));
  const box = await fixture(
    html`<div lang=${options.lang ?? 'en'} dir=${options.dir ?? 'ltr'}>
      <phr-entry-detail
        .entry=${entry}
        .source=${source}
        .headingLevel=${options.level ?? 3}
        .viewer=${{as: options.proxy ? 'proxy' : 'self'}}
        .personName=${'Mila Littondale'}
        .contact=${options.contact}
        .correction=${options.correction}
      ></phr-entry-detail>
    </div>`,
  );
  if (options.width) (box as HTMLElement).style.width = `${options.width}px`;
  const element = box.querySelector('phr-entry-detail');
  if (!element) throw new Error('The element is not in the page');
  await settle(element);
  return element;
}

const rootOf = (element: PhrEntryDetail) => within(element.renderRoot as unknown as HTMLElement);
const textOf = (element: PhrEntryDetail) =>
  (element.renderRoot.querySelector('#detail')?.textContent ?? '').replace(/\s+/g, ' ').trim();

describe('an opened entry', () => {
  for (const name of Object.keys(openedExamples) as ExampleName[]) {
    it(`${name}: has nothing that axe objects to`, async () => {
      const element = await open(openedExamples[name]);
      await expect(element).to.be.accessible();
    });
  }

  it('is read in order: not final, the professional’s comment, the value with its range, what it does not say', async () => {
    const result = resultOf(
      {id: 'k', name: 'Potassium', value: 4.9, unit: 'mmol/L', range: [3.5, 5.3]},
      {status: 'preliminary', note: [{text: 'Please repeat.', authorString: 'Dr Helen Marsh'}]},
    );
    const entry = entryOf(result, {title: 'Potassium'});
    const detail = decodeDetail(result, contextOf(), entry);
    const element = await open({entry, detail}, {contact: 'call 0113 496 0000'});
    const order = [
      'This is not final. It may change.',
      'Please repeat.',
      'From Dr Helen Marsh',
      '4.9 mmol/L',
      'Within the range given',
      '3.5 to 5.3',
      'This page does not say what the result means for you. Three Rivers Hospital can explain it. Call 0113 496 0000.',
    ];
    const text = textOf(element);
    const places = order.map((words) => text.indexOf(words));
    expect(places).not.to.include(-1);
    expect(places).to.deep.equal([...places].sort((a, b) => a - b));
  });

  it('says what the change is, and since when', async () => {
    const element = await open(openedExamples.bloodTest);
    const row = rootOf(element).getByRole('row', {name: /HbA1c/});
    expect(row.textContent?.replace(/\s+/g, ' ')).to.contain('Since 12 May 2026: Up 4, from 64');
  });

  it('leads from a test to its series, with the key and nothing else', async () => {
    const element = await open(openedExamples.bloodTest);
    const button = rootOf(element).getByRole('button', {name: 'HbA1c over time'});
    setTimeout(() => button.click());
    const {detail, composed} = await oneEvent(element, 'phr-series-open');
    const expected = openedExamples.bloodTest.detail.groups[0]?.results[0]?.seriesKey;
    expect(detail).to.deep.equal({seriesKey: expected});
    expect(composed).to.equal(false);
  });

  it('keeps every column of the table for screen readers when it has become rows', async () => {
    const element = await open(openedExamples.bloodTest, {width: 320});
    const table = rootOf(element).getByRole('table', {name: 'Results'});
    expect(within(table).getAllByRole('columnheader')).to.have.length(4);
    expect(getComputedStyle(within(table).getAllByRole('row')[1] as Element).display).to.equal(
      'block',
    );
  });

  for (const width of [320, 390, 700] as const) {
    it(`fits into ${width} pixels`, async () => {
      for (const example of Object.values(openedExamples)) {
        const element = await open(example, {width});
        const box = element.renderRoot.querySelector('#detail');
        expect(box?.scrollWidth, example.entry.title).to.be.at.most(width);
      }
    });
  }

  for (const width of [320, 700] as const) {
    it(`breaks a very long word rather than running out of ${width} pixels`, async () => {
      const result = resultOf({
        id: 'x',
        name: 'Immunoelectrophoresis'.repeat(8),
        value: 5,
        unit: 'mg/L',
        range: [1, 9],
      });
      const entry = entryOf(result);
      const detail = decodeDetail(result, contextOf(), entry);
      const element = await open({entry, detail}, {width});
      expect(element.renderRoot.querySelector('#detail')?.scrollWidth).to.be.at.most(width);
    });
  }

  it('gives each change its own date when the results before are of different days', async () => {
    const {entry, detail} = openedExamples.bloodTest;
    const mixed = withEarlier(detail, {HbA1c: quantityOf(70, 'mmol/mol')}, '2025-01-09');
    const element = await open({entry, detail: mixed});
    const text = textOf(element).replaceAll('\u00a0', ' ');
    expect(text).to.contain('Change since last time: Down 2, from 70 (9 January 2025)');
    expect(text).to.contain('Down 3, from 45 (12 May 2026)');
  });

  it('has targets of at least 44 pixels for what is pressed', async () => {
    const element = await open(openedExamples.bloodTest, {width: 320});
    for (const button of rootOf(element).getAllByRole('button')) {
      expect(button.getBoundingClientRect().height, button.textContent ?? '').to.be.at.least(44);
    }
  });

  it('has headings of the level it is given, and one deeper inside', async () => {
    const element = await open(openedExamples.carePlan, {level: 3});
    const root = rootOf(element);
    expect(root.getByRole('heading', {name: 'Goals', level: 3})).to.exist;
    expect(root.getByRole('heading', {name: /Keep glucose/, level: 4})).to.exist;
  });

  it('draws hostile words of a record as words', async () => {
    const result = resultOf({
      id: 'x',
      name: '<img src=x onerror=alert(1)> CRP',
      value: 5,
      unit: 'mg/L',
    });
    const entry = entryOf(result);
    const element = await open({entry, detail: decodeDetail(result, contextOf(), entry)});
    expect(element.renderRoot.querySelector('img')).to.equal(null);
    expect(textOf(element)).not.to.contain('onerror');
  });
});

describe('flags of an opened result', () => {
  const flags: readonly (readonly [Flag, string, Readonly<Record<string, unknown>>])[] = [
    ['high', 'High', {value: 9}],
    ['low', 'Low', {value: 1}],
    ['within', 'Within the range given', {value: 4}],
    ['outside', 'Outside the range given', {value: 9, code: 'A'}],
  ];

  async function flagOf(value: unknown, code: unknown) {
    const result = resultOf(
      {id: 'x', name: 'Test', value: Number(value), unit: 'mmol/L', range: [3, 5]},
      typeof code === 'string'
        ? {
            interpretation: [
              {
                coding: [
                  {
                    system: 'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation',
                    code,
                  },
                ],
              },
            ],
          }
        : {},
    );
    const entry = entryOf(result);
    const element = await open({entry, detail: decodeDetail(result, contextOf(), entry)});
    return element.renderRoot.querySelector('[data-flag]');
  }

  /** Red, green and blue of a computed colour, 0 to 255; nothing for a colour that is not drawn. */
  function channels(colour: string): readonly number[] | undefined {
    const found = /^rgba?\((\d+), (\d+), (\d+)(?:, ([\d.]+))?\)$/.exec(colour);
    if (!found) throw new Error(`Not a colour that can be read: ${colour}`);
    return found[4] === '0' ? undefined : found.slice(1, 4).map(Number);
  }

  /** Red as people see it: much more red than green, and hardly less blue than green. */
  function isRed(colour: string): boolean {
    const [red = 0, green = 0, blue = 0] = channels(colour) ?? [];
    return red > 120 && green < red * 0.45 && blue < red * 0.6;
  }

  it('know red when they see it', () => {
    expect(isRed('rgb(213, 40, 27)')).to.equal(true);
    expect(isRed('rgb(255, 0, 0)')).to.equal(true);
    expect(isRed('rgb(251, 232, 204)')).to.equal(false);
  });

  for (const [flag, words, {value, code}] of flags) {
    it(`${flag} is said in words, and is not red`, async () => {
      const shown = await flagOf(value, code);
      expect(shown?.textContent?.trim()).to.equal(words);
      expect(shown?.getAttribute('data-flag')).to.equal(flag);
      const style = getComputedStyle(shown as Element);
      for (const colour of [style.color, style.backgroundColor, style.borderTopColor]) {
        expect(isRed(colour), colour).to.equal(false);
      }
      const shape = shown?.querySelector('svg');
      if (shape) expect(isRed(getComputedStyle(shape).fill)).to.equal(false);
      expect(Boolean(shape)).to.equal(flag !== 'within');
    });
  }
});

describe('somebody else who looks at an opened entry', () => {
  it('sees whose record it is before anything else', async () => {
    const element = await open(openedExamples.medicine, {proxy: true});
    expect(textOf(element).startsWith('Mila Littondale’s health record')).to.equal(true);
  });

  it('sees it while the entry is still being read, and when it could not be read', async () => {
    const element = await open(openedExamples.medicine, {
      proxy: true,
      answer: () => Promise.reject(new Error('no answer')),
    });
    expect(textOf(element).startsWith('Mila Littondale’s health record')).to.equal(true);
  });

  it('is not told whose record it is when it is their own', async () => {
    const element = await open(openedExamples.medicine);
    expect(textOf(element)).not.to.contain('Mila');
  });
});

describe('‘Does something look wrong?’', () => {
  it('tells the host which entry, and nothing of what is in it', async () => {
    const element = await open(openedExamples.medicine);
    const button = rootOf(element).getByRole('button', {name: 'Does something look wrong?'});
    setTimeout(() => button.click());
    const event = await oneEvent(element, 'phr-entry-query');
    expect(event.detail).to.deep.equal({reference: 'MedicationRequest/apixaban'});
    expect(event.cancelable).to.equal(true);
  });

  it('says whom to ask, with the host’s route', async () => {
    const element = await open(openedExamples.medicine, {
      correction: 'write to records@three.example',
    });
    const button = rootOf(element).getByRole('button', {name: 'Does something look wrong?'});
    button.click();
    await settle(element);
    expect(button.getAttribute('aria-expanded')).to.equal('true');
    expect(textOf(element)).to.contain(
      'You cannot change this entry here. Ask Three Rivers Hospital to check it. Write to records@three.example.',
    );
  });

  it('says nothing when the host has a way of its own', async () => {
    const element = await open(openedExamples.medicine);
    element.addEventListener('phr-entry-query', (event) => event.preventDefault());
    rootOf(element).getByRole('button', {name: 'Does something look wrong?'}).click();
    await settle(element);
    expect(textOf(element)).not.to.contain('You cannot change this entry here');
  });

  it('is closed again by the same button', async () => {
    const element = await open(openedExamples.medicine);
    const button = rootOf(element).getByRole('button', {name: 'Does something look wrong?'});
    button.click();
    await settle(element);
    button.click();
    await settle(element);
    expect(button.getAttribute('aria-expanded')).to.equal('false');
    expect(textOf(element)).not.to.contain('You cannot change this entry here');
  });
});

describe('closing an opened entry', () => {
  it('is the last thing in it, says what it closes, and tells who opened it', async () => {
    const element = await open(openedExamples.medicine);
    const buttons = rootOf(element).getAllByRole('button');
    const close = rootOf(element).getByRole('button', {name: 'Close Apixaban 5mg tablets'});
    expect(buttons.at(-1)).to.equal(close);
    setTimeout(() => close.click());
    const event = await oneEvent(element, 'phr-detail-close');
    expect(event.composed).to.equal(false);
  });
});

describe('an opened entry that is not there yet', () => {
  it('says that it is being read', async () => {
    const element = await open(openedExamples.medicine, {
      answer: () => new Promise(() => undefined),
    });
    expect(rootOf(element).getByRole('status').textContent).to.contain(
      'Getting the details of this entry',
    );
    await expect(element).to.be.accessible();
  });

  it('says what to do when it could not be read, and how to reach people', async () => {
    const element = await open(openedExamples.medicine, {
      answer: () => Promise.reject(new Error('HTTP 500')),
    });
    expect(rootOf(element).getByRole('heading', {name: 'There is a problem'})).to.exist;
    expect(textOf(element))
      .to.contain('Call your GP surgery or hospital team')
      .and.not.contain('500');
    await expect(element).to.be.accessible();
  });

  it('keeps the button, and says ‘still’ after a second failure', async () => {
    const element = await open(openedExamples.medicine, {
      answer: () => Promise.reject(new Error('no answer')),
    });
    const again = rootOf(element).getByRole('button', {name: 'Try again'});
    again.focus();
    again.click();
    await settle(element);
    await settle(element);
    expect(rootOf(element).getByRole('heading', {name: 'There is still a problem'})).to.exist;
    expect((element.renderRoot as ShadowRoot).activeElement).to.equal(again);
  });

  it('moves the focus into the entry when trying again worked', async () => {
    let answers = 0;
    const element = await open(openedExamples.medicine, {
      answer: () =>
        (answers += 1) === 1
          ? Promise.reject(new Error('no answer'))
          : Promise.resolve(openedExamples.medicine.detail),
    });
    rootOf(element).getByRole('button', {name: 'Try again'}).click();
    await settle(element);
    await settle(element);
    expect((element.renderRoot as ShadowRoot).activeElement?.id).to.equal('detail');
    expect(textOf(element)).to.contain('How to take it');
  });

  it('never shows one person’s detail under another’s entry', async () => {
    const element = await open(openedExamples.medicine);
    element.entry = openedExamples.allergy.entry;
    element.source = detailSource(() => new Promise(() => undefined));
    await settle(element);
    expect(textOf(element)).not.to.contain('Swallow with water');
  });

  it('stops asking when it is taken from the page', async () => {
    let asked: AbortSignal | undefined;
    const element = await open(openedExamples.medicine, {
      answer: (_reference, signal) => {
        asked = signal;
        return new Promise(() => undefined);
      },
    });
    element.remove();
    expect(asked?.aborted).to.equal(true);
  });
});

describe('an opened entry on a page in another language', () => {
  before(() => registerWords(detailWords, 'cy', cy));

  it('has its frame in Welsh and marks the record’s own words as English', async () => {
    const element = await open(openedExamples.medicine, {lang: 'cy'});
    expect(textOf(element)).to.contain('Sut i’w chymryd');
    const own = [...element.renderRoot.querySelectorAll('bdi[lang="en"]')];
    expect(own.map((item) => item.textContent)).to.include('Swallow with water');
    await expect(element).to.be.accessible();
  });

  it('does not mark them on an English page', async () => {
    const element = await open(openedExamples.medicine);
    expect(element.renderRoot.querySelector('bdi[lang]')).to.equal(null);
  });

  it('keeps a range in its order on a page that reads right to left', async () => {
    const element = await open(openedExamples.bloodTest, {dir: 'rtl', width: 390});
    const range = [...element.renderRoot.querySelectorAll('.range bdi bdi')];
    const [low, high] = range.map((item) => item.getBoundingClientRect().left);
    expect(range[0]?.textContent).to.equal('20');
    expect(low).to.be.below(high ?? 0);
  });
});
