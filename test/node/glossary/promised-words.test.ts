/** Words that the glossary promises to explain in full: those of several meanings, and those that can hurt. */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {Lexicon} from '../../../src/glossary/lexicon.js';
import {bundledTerms} from '../../../src/glossary/terms/index.js';

const lexicon = new Lexicon([{name: 'bundled', terms: bundledTerms}]);

/** Every meaning that each must have, by the words or the short name of it. */
const several: Readonly<Record<string, readonly string[]>> = {
  PE: ['pe-embolism', 'pe-examination', 'pe-fluid', 'pe-physical-education', 'pe-pre-eclampsia'],
  MS: [
    'ms-mental-state',
    'ms-mitral-stenosis',
    'ms-morphine-sulfate',
    'ms-multiple-sclerosis',
    'ms-musculoskeletal',
  ],
  ED: ['eating-disorder', 'ed-emergency-department', 'ed-erectile-dysfunction'],
  RA: ['ra-arthritis', 'ra-right-atrium', 'ra-room-air'],
  OD: ['od-once-daily', 'od-overdose', 'od-right-eye'],
  PID: ['pid-disc', 'pid-immunodeficiency', 'pid-pelvic'],
  CP: ['cerebral-palsy', 'child-protection', 'cp-care-plan', 'cp-chest-pain'],
  DNA: ['dna-deoxyribonucleic-acid', 'dna-did-not-attend'],
  AF: ['af-amniotic-fluid', 'af-anterior-fontanelle', 'af-atrial-fibrillation'],
  // In one kind of writing each of these has a meaning that would frighten or mislead in another.
  DES: ['des-diabetic-eye-screening', 'drug-eluting-stent'],
  FAST: ['fast-alcohol', 'fast-scan', 'fast-stroke'],
  ICP: ['icp-brain', 'icp-partnership', 'icp-pregnancy'],
  IDC: ['catheter', 'idc-breast'],
  LAD: ['lad', 'lad-axis', 'lymphadenopathy'],
  MDI: ['mdi', 'mdi-injections'],
  PDA: ['pda-avoidance', 'pda-duct'],
  PICU: ['picu-paediatric', 'picu-psychiatric'],
  SBP: ['sbp-peritonitis', 'systolic'],
  SVD: ['nvd', 'small-vessel-disease'],
  SVT: ['svt', 'thrombophlebitis'],
  TSH: ['tsh', 'tsh-thoughts'],
  nits: ['head-lice', 'nitrites'],
};

const hurting = ['denies', 'poor historian', 'DNA', 'NFA', 'pleasant', 'non-compliant'];

describe('A note as a person meets it', () => {
  it('has every term of it explained, each as what it is', () => {
    const note = 'Pt c/o SOB O/E. Hx of AF on DOAC. U&E, FBC NAD. Review 2/52';

    const found = lexicon
      .find(note)
      .map(({start, end, meanings}) => [
        note.slice(start, end),
        ...meanings.map(({term}) => term.full ?? term.term),
      ]);

    assert.deepEqual(found, [
      ['Pt', 'patient'],
      ['c/o', 'care of', 'complains of'],
      ['SOB', 'shortness of breath'],
      ['O/E', 'on examination'],
      ['Hx of', 'history of'],
      ['AF', 'amniotic fluid', 'anterior fontanelle', 'atrial fibrillation'],
      ['DOAC', 'direct oral anticoagulant'],
      ['U&E', 'urea and electrolytes'],
      ['FBC', 'full blood count'],
      ['NAD', 'no abnormality detected'],
      ['2/52', 'x/52'],
    ]);
  });
});

describe('A word that can mean several things', () => {
  for (const [word, wanted] of Object.entries(several)) {
    it(`has all its meanings, each said to be one of several: ${word}`, () => {
      const found = lexicon.meaningsOf(word, {});

      assert.deepEqual(found?.meanings.map(({term}) => term.id).sort(), wanted);
      assert.equal(found?.ambiguous, true);
      assert.equal(new Set(found?.meanings.map(({term}) => term.means)).size, wanted.length);
      assert.deepEqual(
        found?.meanings.filter(({term, first}) => !term.ambiguous || first),
        [],
      );
    });

    it(`stands in the order of the alphabet where nothing decides: ${word}`, () => {
      const names = lexicon.meaningsOf(word, {})?.meanings.map(({term}) => term.full ?? term.term);
      const marked = lexicon.find(`Seen, ${word}, today`).flatMap(({meanings}) => meanings);

      assert.deepEqual(
        names,
        [...(names ?? [])].sort((a, b) => a.localeCompare(b, 'en')),
      );
      if (word !== 'CP')
        assert.deepEqual(
          marked.map(({term}) => term.full ?? term.term),
          names,
        );
    });
  }

  it('is not marked where one of its meanings is of safeguarding', () => {
    assert.deepEqual(lexicon.find('Seen today, CP, no change'), []);
    assert.equal(lexicon.find('Seen today, PE, no change').length, 1);
  });
});

describe('A phrase that can hurt when it is read', () => {
  for (const words of hurting)
    it(`is explained, with neither defence nor blame: ${words}`, () => {
      const found = lexicon.find(`Patient ${words}, seen today`).at(-1);

      assert.equal(found?.end, `Patient ${words}`.length);
      const phrase = found?.meanings.find(({term}) => term.kind === 'phrase');
      assert.ok(phrase, 'it is marked, but not as a phrase');
      assert.doesNotMatch(
        phrase.term.means,
        /\b(?:fault|blame|bad|lazy|lie|lies|lying|rude|difficult|trouble|wrong|sorry|only|merely)\b/i,
      );
    });
});
