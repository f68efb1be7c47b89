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
  RA: ['ra-arthritis', 'ra-right-atrium', 'ra-room-air', 'risk-assessment'],
  OD: ['od-once-daily', 'od-overdose', 'od-right-eye'],
  PID: ['pid-disc', 'pid-immunodeficiency', 'pid-pelvic'],
  CP: [
    'cerebral-palsy',
    'child-protection',
    'chronic-pancreatitis',
    'cp-care-plan',
    'cp-chest-pain',
  ],
  DNA: ['dna-deoxyribonucleic-acid', 'dna-did-not-attend'],
  AF: ['af-amniotic-fluid', 'af-anterior-fontanelle', 'af-atrial-fibrillation'],
  // In one kind of writing each of these has a meaning that would frighten or mislead in another.
  DES: ['des-diabetic-eye-screening', 'drug-eluting-stent', 'enhanced-service'],
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
  // Each of these once had one of its meanings alone, or lacked a common one.
  ACS: ['acs-acute-coronary-syndrome', 'acute-chest-syndrome', 'antenatal-steroids'],
  AE: ['ae-air-entry', 'ae-elbow', 'ae-emergency-department', 'ae-event'],
  AMA: ['ama-maternal-age', 'ama-mitochondrial', 'self-discharge'],
  APD: ['auditory-processing', 'pd-dialysis', 'rapd'],
  BD: ['bd-twice-a-day', 'bipolar'],
  CRT: ['capillary-refill-time', 'chemoradiotherapy', 'crisis-team', 'crt-cardiac-resync'],
  DBS: ['dbs-check', 'dbs-spot', 'deep-brain-stimulation'],
  GIC: ['gender-clinic', 'glass-ionomer'],
  MVA: ['manual-vacuum-aspiration', 'rta-accident'],
  NG: ['gonorrhoea', 'ng-tube', 'no-significant-growth'],
  NPH: ['insulin-intermediate', 'normal-pressure-hydrocephalus'],
  NVD: ['nvd', 'nvd-eye', 'nvd-nausea'],
  OT: ['operating-theatre', 'ot-position', 'ot-therapist'],
  PCL: ['pcl', 'pcl-checklist'],
  PD: [
    'panic-disorder',
    'pd-dialysis',
    'pd-parkinsons',
    'pd-personality',
    'pd-progressive',
    'pd-pupils',
  ],
  PPH: ['pph', 'pph-psychiatric', 'pulmonary-hypertension'],
  PR: [
    'pr-interval',
    'pr-parental-responsibility',
    'pr-per-rectum',
    'pr-pulse',
    'progesterone-receptor',
    'pulmonary-rehab',
  ],
  PTA: ['angioplasty', 'audiogram', 'post-traumatic-amnesia', 'pta-admission'],
  RF: ['respiratory-failure', 'rf-factor', 'rf-renal', 'rf-risk', 'rheumatic-fever'],
  RIF: ['rif', 'rifampicin'],
  RR: ['red-reflex', 'rr'],
  SAH: ['sah-hysterectomy', 'subarachnoid-haemorrhage'],
  SB: ['sb', 'small-bowel', 'spina-bifida', 'stillbirth'],
  SE: ['se-side-effects', 'status-epilepticus', 'surgical-emphysema'],
  SI: ['sacroiliac', 'sexual-intercourse', 'si-suicidal', 'sui-incident'],
  SLE: ['sle', 'slit-lamp'],
  SPC: ['spc-product', 'specialist-palliative-care', 'suprapubic-catheter'],
  STI: ['soft-tissue-injury', 'sti'],
  SW: ['social-worker', 'support-worker'],
  TBI: ['total-body-irradiation', 'traumatic-brain-injury'],
  TC: ['tc-cholesterol', 'tc-telephone', 'tonic-clonic-seizure', 'transitional-care'],
  TR: ['tr-trace', 'tricuspid-regurgitation'],
  UA: ['ua-urinalysis', 'umbilical-artery', 'unstable-angina', 'urate'],
  VA: ['alveolar-volume', 'brain-arteries', 'va-acuity'],
  BV: ['binocular-vision', 'bv-bacterial-vaginosis'],
  CVA: ['costovertebral-angle', 'cva-cerebrovascular-accident'],
  DMD: ['genetic-conditions', 'ms-treatments'],
  EOD: ['alternate-days', 'eod-end-of-day'],
  MSU: ['msu', 'msu-urate'],
  PT: ['pregnancy-test', 'pt-patient', 'pt-physio', 'pt-prothrombin'],
  ROC: ['coil-removal', 'removal-of-clips'],
  UC: ['contractions', 'uc-colitis', 'urgent-care'],
  HI: ['head-injury', 'hearing-impairment'],
  MOF: ['major-osteoporotic-fracture', 'multi-organ-failure'],
  PCA: ['pca-pump', 'posterior-cerebral-artery', 'posterior-cortical-atrophy'],
  PPS: ['palliative-performance-scale', 'post-polio'],
  SSP: ['serious-shortage-protocol', 'statutory-sick-pay'],
  STM: ['short-term-memory', 'soft-tissue-massage'],
  'c/w': ['cw-compared-with', 'cw-consistent-with', 'cw-continue-with'],
  cc: ['cc-copy', 'cc-volume'],
};

const hurting =
  'denies,poor historian,DNA,NFA,pleasant,non-compliant,drug-seeking,frequent attender,refused,alleges,claims to,difficult patient,morbidly obese,self-inflicted,attention seeking,heartsink,unkempt,poor compliance,bed blocker,acopia,functional symptoms,elderly primigravida,failure to progress,poor effort,not engaging,challenging behaviour,manipulative behaviour,verbally aggressive,symptom exaggeration,malingering,secondary gain,catastrophising,social admission,mental handicap,brittle diabetes,demented,wandersome,poor coping,anxious mother,tearful,treatment-resistant,revolving door patient,poor attender,intoxicated,failed induction,inappropriate attendance,worried well'.split(
    ',',
  );

/** Old words for the loss of a pregnancy, or for a body that is said to have failed at one. */
const losses =
  'blighted ovum,habitual aborter,incompetent cervix,inevitable abortion,missed abortion'.split(
    ',',
  );

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

describe('An old word for the loss of a pregnancy', () => {
  for (const words of losses)
    it(`is known, and its meaning waits for a check: ${words}`, () => {
      const meanings = lexicon.meaningsOf(words, {})?.meanings ?? [];

      assert.deepEqual(
        meanings.map(({term, withheld}) => [term.topic, withheld]),
        [['pregnancy-loss', true]],
      );
    });
});
