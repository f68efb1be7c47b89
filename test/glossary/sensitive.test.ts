import {expect} from '@open-wc/testing';
import {isSensitive} from '../../src/glossary/sensitive.js';

/** What a terminology server may say of each topic, in medical words and in plain ones: never shown unchecked. */
const withheld = {
  cancer: [
    'Malignant neoplasm of breast (disorder)',
    'Carcinoma in situ',
    'Adenocarcinoma of colon',
    'Non-Hodgkin lymphoma',
    'Acute leukaemia',
    'Acute leukemia',
    'Metastatic disease',
    'Osteosarcoma of femur',
    'Retinoblastoma',
    'Multiple myeloma',
    'Malignant melanoma of skin',
    'Brain tumor',
    'Lump in the breast',
    'Breast lump',
    'Mass in the lung',
    'A growth in the bowel',
    'Cervical dysplasia',
    'Tubular adenoma of colon',
    'Referral to oncology service',
    'Chemotherapy',
    'Lung nodule',
    'Cancer of the terminal ileum',
    'Carcinoid syndrome',
    'Kaposi sarcoma of skin',
    'Wilms’ tumour',
    'Ewing’s',
    'Thymoma',
    'Insulinoma',
    'Post-transplant lymphoproliferative disorder',
    'Myelofibrosis',
    'Myelodysplastic syndrome',
    'Polycythaemia vera',
    'Meningioma',
    'Schwannoma',
    'Teratoma of ovary',
  ],
  'the end of life': [
    'End-of-life care',
    'End\u2013of\u2013life care',
    'For palliative care',
    'Not for resuscitation',
    'Terminal illness',
    'Terminally ill',
    'Terminal',
    'The patient is dying',
    'Sudden unexplained death',
    'Admission to hospice',
    'Limited life expectancy',
    'Weeks to live',
    'Just-in-case medicines',
    'Fatal familial insomnia',
    'Incurable disease',
    'Agonal breathing',
    'Cot death',
    'SIDS',
    'Referred to coroner',
    'Bereavement support',
  ],
  'pregnancy loss': [
    'Missed miscarriage',
    'Spontaneous abortion',
    'Ectopic pregnancy',
    'Fetal death',
    'Foetal death',
    'Stillbirth',
    'Still-born baby',
    'Termination of pregnancy',
    'Intrauterine death',
    'Hydatidiform mole',
    'Molar pregnancy',
    'Retained products of conception',
    'Loss of the baby',
    'IUFD',
    'Anencephaly',
  ],
  'mental health law and harm to oneself': [
    'Detained under section 2 of the Mental Health Act',
    'Section 3',
    'Sectioned last year',
    'Community treatment order',
    'Deprivation of liberty safeguards',
    'Suicidal thoughts',
    'Deliberate self-harm',
    'Self\u2010inflicted overdose',
    'Psychosis',
    'Schizophrenia',
    'Mental health tribunal',
    'Seclusion',
  ],
  genetics: [
    'Carrier of cystic fibrosis gene',
    'Gene mutation',
    'Inherited disorder',
    'Hereditary disease',
    'Chromosome abnormality',
    'Trisomy 21',
    'BRCA1 positive',
    'Huntington’s disease',
    'Autosomal dominant condition',
    'Cytogenetic study',
    'Haemophilia A',
    'Cystic fibrosis',
    'Sickle cell trait',
    'Beta thalassaemia',
    'Duchenne muscular dystrophy',
    'Down’s syndrome',
    'Turner syndrome',
    'Marfan syndrome',
    'Tay-Sachs disease',
  ],
  'sexual health and HIV': [
    'Human immunodeficiency virus infection',
    'Acquired immune deficiency syndrome',
    'HIV positive',
    'AIDS',
    'Genital herpes',
    'Herpes simplex',
    'Chlamydial infection',
    'Gonorrhoea',
    'Syphilis',
    'Sexually transmitted disease',
    'Genito-urinary medicine clinic',
    'Unprotected intercourse',
    'Genital warts',
    'Kaposi',
    'Gender identity clinic',
  ],
  safeguarding: [
    'Victim of domestic abuse',
    'Non-accidental injury',
    'At risk of harm',
    'At risk',
    'MARAC meeting',
    'Child protection plan',
    'Female genital mutilation',
    'Neglect of child',
    'Self-neglect',
    'Alleged rape',
    'Sexual assault',
    'Forced marriage',
    'Victim of modern slavery',
    'DASH',
    'DASH risk assessment',
    'NAI',
  ],
} as const;

/** Hard only to a machine: words inside other words, and words whose company says what they mean. */
const shown = [
  'Atrial fibrillation',
  'An uneven heartbeat',
  'Essential hypertension',
  'Asthma',
  'General practitioner',
  'General anaesthetic',
  'Generalised seizure',
  'Oxygen',
  'Blood pressure',
  'Diabetes mellitus type 2',
  'Fracture of neck of femur',
  'Terminal ileum',
  'Terminal ileitis',
  'Fracture of terminal phalanx of finger',
  'Terminal bronchiole',
  'Dead space',
  'Dead-space ventilation',
  'Removal of dead skin',
  'Dead leg after football',
  'Molar tooth',
  'Third molar',
  'Extraction of lower left molar tooth',
  'Premolar',
  'Psychology',
  'Clinical psychologist',
  'Psychological assessment',
  'Psychomotor slowing',
  'Psychotherapy',
  'Lump sum payment',
  'Body mass index',
  'Muscle mass',
  'DASH diet',
  'Section 4 of the letter',
  'Section 12 of this form',
  'Caesarean section',
  'Lower segment caesarean section',
  'Carrier bag',
  'Carrier oil',
  'Lies in the fetal position',
  'Fetal haemoglobin',
  'Atrial ectopic beats',
  'Ventricular ectopics',
  'Intrauterine contraceptive device',
  'Exercise test terminated early',
  'Abortive treatment of migraine',
  'Hydatid cyst of liver',
  'Still breathless',
  'Still bleeding',
  'Hearing aids',
  'Walking aids',
  'Cardiopulmonary exercise test',
  'S3 heart sound',
  'The child’s 3 teeth',
  'At this stage it is better',
  'Anticipatory anxiety',
  'Herpes zoster',
  'Herpes labialis',
  'Congenital heart disease',
  'Left-sided visual neglect',
  'Rapeseed oil',
  'Verruca on the foot',
  'Wart on the finger',
  'Rapid heart rate',
  'At risk of falls',
  'At-risk foot',
  'Growth chart',
  'Growth hormone',
  'Hip dysplasia',
  'Adenomyosis',
  'Adenoidectomy',
  'Sarcomere',
  'Myelomeningocele',
  'Lymph node',
  'Lymphoedema',
  'Lumbar puncture',
  'Massage',
  'Vegan diet',
  'Dietitian',
  'Deadly nightshade',
  'Painaway gel',
  'Dashboard',
  'Sexton',
  'Essex',
  'Stenosis of carotid artery',
  'Vitamin deficiency',
  'Inhaled steroid',
  'Benign paroxysmal positional vertigo',
  'Stage 3 chronic kidney disease',
] as const;

describe('What a terminology server says', () => {
  for (const [topic, all] of Object.entries(withheld))
    for (const words of all)
      it(`is withheld when it may be of ${topic}: ${words}`, () => {
        expect(isSensitive(words)).to.equal(true);
        expect(isSensitive(words.toUpperCase())).to.equal(true);
        expect(isSensitive(words.toLowerCase())).to.equal(true);
        expect(isSensitive(`History of ${words}.`)).to.equal(true);
      });

  for (const words of shown)
    it(`is shown when nothing of it is hard: ${words}`, () => {
      expect(isSensitive(words)).to.equal(false);
      expect(isSensitive(words.toLowerCase())).to.equal(false);
      expect(isSensitive(`Known ${words}, seen today`)).to.equal(false);
    });

  it('has at least 60 texts of each sort in this test, and all topics', () => {
    const all = Object.values(withheld).flat();
    expect(new Set(all).size).to.be.at.least(60);
    expect(new Set(shown).size).to.be.at.least(60);
    expect(Object.keys(withheld)).to.have.length(7);
  });

  it('is withheld when something harmless stands beside something hard', () => {
    for (const words of [
      'Terminal ileum: carcinoma',
      'Lump sum for a breast lump',
      'Hearing aids; AIDS',
      'DASH diet and DASH risk assessment',
      'Carrier bag of a gene carrier',
      'Fetal position after fetal death',
      'First molar pregnancy',
      'Atrial ectopics; ectopic pregnancy',
      'Isolated ectopic pregnancy',
      'Long-standing AIDS',
      'AIDS with liver disease',
      'Baby carrier of cystic fibrosis',
      'Abortive treatment of pregnancy',
      'Kidney mass',
      'Muscle mass in the thigh',
      'Stage 4 kidney cancer',
      'Section 3 of the Mental Health Act, see section 4 below',
      'Psychological abuse',
      'At risk of falls and at risk of harm',
    ])
      expect(isSensitive(words), words).to.equal(true);
  });

  it('is withheld when what is left around something harmless is still hard', () => {
    expect(isSensitive('Dead lump sum')).to.equal(true);
    expect(isSensitive('termi molars nal')).to.equal(false);
  });

  it('is withheld whatever stands in the word unseen, and however wide its letters are', () => {
    for (const words of [
      'can\u00adcer',
      'can\u200bcer',
      'ｃａｎｃｅｒ',
      'self\u00a0harm',
      'end  of\tlife',
    ])
      expect(isSensitive(words), JSON.stringify(words)).to.equal(true);
  });

  it('is withheld when one text of several is hard, and nothing is not hard', () => {
    expect(isSensitive('Lungs', undefined, 'Lung cancer')).to.equal(true);
    expect(isSensitive(undefined)).to.equal(false);
  });

  it('is judged in a moment, however long and awkward it is', () => {
    const awkward = [
      ' '.repeat(1e5),
      'section '.repeat(2e4),
      'left '.repeat(4e4),
      '- '.repeat(1e5),
    ];
    const start = performance.now();
    for (const text of awkward) isSensitive(text);
    expect(performance.now() - start).to.be.below(2000);
  });
});
