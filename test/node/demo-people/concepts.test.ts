/** What the demo's terminology server knows, and in which words. */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {codeTable} from '../../../demo/people/codes.js';
import {demoConcepts} from '../../../demo/terminology.js';
import {isSensitive} from '../../../src/glossary/sensitive.js';
import {loadTerms} from '../../../src/glossary/terms/load.js';

const concepts = demoConcepts();

describe('the concepts of the demo', () => {
  it('are those of the table of codes, each of which stands in a file with that display', () => {
    for (const {system, code, display} of concepts)
      assert.ok(
        codeTable.some(
          (one) => one.system === system && one.code === code && one.display === display,
        ),
        code,
      );
    assert.ok(concepts.filter(({system}) => system.includes('snomed')).length > 20);
  });

  it('have short plain words for a good number, marked as for patients', () => {
    const designations = concepts.flatMap(({designations: all = []}) => all);
    const inEnglish = designations.filter(({language}) => language === 'en');
    assert.ok(inEnglish.length >= 15);
    assert.ok(designations.some(({language}) => language === 'cy'));
    for (const {value, use} of designations) {
      assert.ok(value.split(' ').length <= 20, value);
      assert.match(use.display, /patients/);
    }
  });

  it('have one that the glossary has not, so that it can be seen what a server adds', async () => {
    const unknown = concepts.find(({display}) => display === 'Venous blood specimen');
    assert.equal(unknown?.designations?.length, 1);
    for (const {term, full, forms, snomed} of await loadTerms()) {
      assert.notEqual(snomed?.[0], unknown.code);
      for (const name of [term, full, ...forms])
        assert.notEqual(name?.toLowerCase(), unknown.display.toLowerCase());
    }
  });

  it('have no words that our own rule would withhold', () => {
    for (const {designations = []} of concepts)
      for (const {value} of designations) assert.equal(isSensitive(value), false, value);
  });
});
