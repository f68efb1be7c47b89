/** Words that a person looks up, asked of a terminology server. */
import {expect} from '@open-wc/testing';
import {snomedSystem} from '../../src/model/glossary.js';
import {answer, parametersOf, terminologyServer, valueSet} from '../support/terminology-answers.js';

describe('Asking a terminology server for words', () => {
  const contains = [
    {system: snomedSystem, code: '49436004', display: 'Atrial fibrillation (disorder)'},
    {system: snomedSystem, code: 'x', display: 'No code'},
    '5370000',
    null,
    {system: snomedSystem, code: 7, display: 'Number'},
    {system: 'http://loinc.org', code: '22298006', display: 'Of another list'},
    {code: '22298006', display: 'Of no list'},
    {system: snomedSystem, code: '22298006', display: 'No longer in use', inactive: true},
  ];

  it('gives the concepts that are whole', async () => {
    const {asked, terminology} = terminologyServer(() => answer(valueSet(...contains)));
    const terms = await terminology.find('  atrial fib ');
    expect(terms.map(({term}) => term)).to.deep.equal(['Atrial fibrillation']);
    expect(asked[0]?.url).to.equal('https://host.example/terminology/ValueSet/$expand');
    expect(parametersOf(asked[0]?.init)).to.deep.equal({
      url: 'http://snomed.info/sct?fhir_vs',
      filter: 'atrial fib',
      count: 10,
      includeDesignations: true,
      activeOnly: true,
      displayLanguage: 'en',
    });
    expect(asked[0]?.init).to.deep.include({
      method: 'POST',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      redirect: 'error',
    });
  });

  it('takes no more than it asked for', async () => {
    const many = Array.from({length: 5000}, (_, at) => ({
      system: snomedSystem,
      code: String(100_000 + at),
      display: `Concept ${at}`,
    }));
    const {terminology} = terminologyServer(() => answer(valueSet(...many)));
    expect(await terminology.find('concept')).to.have.length(10);
  });

  it('gives their plain words, where the server has them', async () => {
    const use = {code: '1', display: 'Consumer name'};
    const {terminology} = terminologyServer(() =>
      answer(
        valueSet({
          ...(contains[0] as object),
          designation: [
            {use, language: 'es', value: 'Latido irregular'},
            {use: {display: 'Synonym'}, language: 'en', value: 'AFib'},
            {use, language: 'en', value: 'An uneven heartbeat'},
            'x',
          ],
        }),
      ),
    );
    const [term] = await terminology.find('atrial');
    expect(term?.means).to.equal('An uneven heartbeat');
  });

  it('knows their names alone where it has not', async () => {
    const {terminology} = terminologyServer(() => answer(valueSet(...contains)));
    expect((await terminology.find('atrial')).map(({means}) => means)).to.deep.equal(['']);
  });

  it('asks nothing for fewer than three letters', async () => {
    const {asked, terminology} = terminologyServer(() => answer({}));
    expect(await terminology.find(' a ')).to.deep.equal([]);
    expect(asked).to.deep.equal([]);
  });

  for (const typed of ['999 000 0018', 'SW1A 12345', '07700 900123', 'dawn@example.org', '٠١٢٣٤'])
    it(`asks nothing for what may be a number or an address of somebody: ${typed}`, async () => {
      const {asked, terminology} = terminologyServer(() => answer(valueSet()));
      expect(await terminology.find(typed)).to.deep.equal([]);
      expect(asked).to.deep.equal([]);
    });

  it('asks for a word that has digits in it', async () => {
    const {asked, terminology} = terminologyServer(() => answer(valueSet()));
    await terminology.find('vitamin B12');
    await terminology.find('CA 19-9');
    expect(asked).to.have.length(2);
  });

  for (const json of [
    {},
    {resourceType: 'ValueSet'},
    {resourceType: 'ValueSet', expansion: 7},
    {resourceType: 'OperationOutcome', expansion: {contains}},
    {expansion: {contains}},
  ])
    it(`gives none when the answer makes no sense, and asks again the next time: ${JSON.stringify(json).slice(0, 60)}`, async () => {
      const {asked, terminology} = terminologyServer(() => answer(json));
      expect(await terminology.find('atrial')).to.deep.equal([]);
      expect(await terminology.find('atrial')).to.deep.equal([]);
      expect(asked).to.have.length(2);
    });

  for (const expansion of [{}, {contains: 'x'}, {contains: []}])
    it(`gives none when there are none: ${JSON.stringify(expansion)}`, async () => {
      const {terminology} = terminologyServer(() => answer({resourceType: 'ValueSet', expansion}));
      expect(await terminology.find('atrial')).to.deep.equal([]);
    });

  it('sends at most a hundred characters', async () => {
    const {asked, terminology} = terminologyServer(() => answer({}));
    await terminology.find('a'.repeat(5000));
    expect(parametersOf(asked[0]?.init)['filter']).to.have.length(100);
  });
});
