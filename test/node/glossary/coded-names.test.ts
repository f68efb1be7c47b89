/** Which of the meanings of a short form stands first, by what a code beside it is called in the record. */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {Lexicon} from '../../../src/glossary/lexicon.js';
import {bundledTerms} from '../../../src/glossary/terms/index.js';

const lexicon = new Lexicon([{name: 'bundled', terms: bundledTerms}]);

describe('A short form beside a coded entry', () => {
  for (const form of ['PE', 'MS', 'ED', 'RA', 'OD', 'PID', 'CP', 'DNA', 'AF'])
    it(`has any of its meanings first that the code is called, and keeps the others: ${form}`, () => {
      const all = lexicon.meaningsOf(form, {})?.meanings ?? [];
      assert.ok(all.length > 1);
      for (const {term} of all) {
        const names = [(term.full ?? term.term).toLowerCase()];
        const meanings = lexicon.meaningsOf(form, {names})?.meanings ?? [];
        assert.deepEqual([meanings[0]?.term.id, meanings[0]?.first], [term.id, 'code']);
        assert.equal(meanings.length, all.length);
      }
    });

  for (const [form, name] of [
    ['AF', 'atrial flutter'],
    ['AF', 'history of atrial fibrillation'],
    ['AF', 'af'],
    ['MS', 'sclerosis'],
    ['RA', 'juvenile rheumatoid arthritis'],
  ] as const)
    it(`is not decided by what is called otherwise: ${form} beside ${name}`, () => {
      const meanings = lexicon.meaningsOf(form, {names: [name]})?.meanings ?? [];
      assert.ok(meanings.length > 1);
      assert.ok(meanings.every(({first}) => first === undefined));
    });
});
