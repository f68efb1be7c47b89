import {expect, fixture, html, waitUntil} from '@open-wc/testing';
import '../../../src/components/person/person.define.js';
import type {PhrPerson} from '../../../src/components/person/person.js';
import type {Settings} from '../../../src/context/settings-context.js';
import {parseFhirDate} from '../../../src/model/fhir-date.js';
import type {Person} from '../../../src/model/person.js';

const birthDate = parseFhirDate('1955-03-14');
const parveen: Person = {
  name: 'Parveen Nidderdale',
  nhsNumber: '9990000018',
  ...(birthDate && {birthDate}),
};
const settings = (viewer: Settings['viewer']): Settings => ({
  viewer,
  remember: false,
  now: () => 0,
});
const self = settings({as: 'self'});

const show = (person: Person | undefined, viewing = self, lang = 'en') =>
  fixture<HTMLElement>(
    html`<div lang=${lang}>
      <phr-person .person=${person} .settings=${viewing}></phr-person>
    </div>`,
  ).then((box) => box.querySelector('phr-person') as PhrPerson);
const words = (element: PhrPerson) =>
  element.shadowRoot?.textContent?.replace(/[\s\u00a0]+/g, ' ').trim();

describe('phr-person', () => {
  it('says whose record it is', async () => {
    const element = await show(parveen);
    expect(words(element)).to.equal(
      'Name Parveen Nidderdale Date of birth 14 March 1955 NHS number 999 000 0018',
    );
    await expect(element).to.be.accessible();
  });

  it('keeps the NHS number on one line, whichever way the page reads', async () => {
    const element = await show(parveen);
    const number = element.shadowRoot?.querySelector('bdi[dir=ltr]') as HTMLElement;
    expect(number.textContent).to.equal('999\u00a0000\u00a00018');
    const line = parseFloat(getComputedStyle(number).lineHeight);
    expect(number.getBoundingClientRect().height).to.be.closeTo(line, 1);
  });

  it('shows nothing until it is known whose record it is', async () => {
    expect(words(await show(undefined))).to.equal('');
  });

  it('says that a number is not checked', async () => {
    expect(words(await show({...parveen, nhsNumberVerified: false}))).to.contain(
      '999 000 0018 (not checked)',
    );
  });

  it('says that the person has died, and when, once', async () => {
    const died = parseFhirDate('2026-03-01');
    if (!died) throw new Error('bad date');
    expect(words(await show({...parveen, died}))).to.match(/ Died 1 March 2026$/);
  });

  it('says that another record has taken the place of this one', async () => {
    const element = await show({...parveen, replaced: true});
    expect(words(element)).to.contain('This record has been replaced by another.');
    await expect(element).to.be.accessible();
  });

  it('tells a proxy whose record they are viewing, and as whom', async () => {
    const element = await show(parveen, settings({as: 'proxy', name: 'Sana Nidderdale'}));
    expect(words(element)).to.equal(
      'You are viewing Parveen Nidderdale’s record Date of birth 14 March 1955 NHS number 999 000 0018 You are logged in as Sana Nidderdale.',
    );
    await expect(element).to.be.accessible();
  });

  it('tells a proxy that it is another person’s record even before the name is known', async () => {
    expect(words(await show(undefined, settings({as: 'proxy'})))).to.equal(
      'You are viewing another person’s record',
    );
  });

  it('speaks Welsh on a Welsh page', async () => {
    const element = await show(parveen, self, 'cy');
    // Two lists of words come, each in its own time.
    await waitUntil(
      () => words(element)?.includes('Dyddiad geni 14 Mawrth 1955'),
      'the Welsh words come',
      {timeout: 9000},
    );
    expect(words(element)).to.contain('Dyddiad geni 14 Mawrth 1955');
  });
});
