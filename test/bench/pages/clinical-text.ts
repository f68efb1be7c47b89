/** Terms by the thousand, and a megabyte of writing as it stands in UK health records: the same at every run. */
import {FormMatcher} from '../../../src/glossary/matcher.js';
import {bundledTerms} from '../../../src/glossary/terms/index.js';
import {blindCorpus} from '../../fixtures/glossary-corpus-blind.js';
import {glossaryCorpus} from '../../fixtures/glossary-corpus.js';
import {createRandom, type Random} from '../../support/random.js';

const words = (text: string): readonly string[] => text.split(' ');

const organs = words(
  'cardio gastro neuro hepato nephro pulmo dermo osteo haemo myo arthro broncho cephalo colo cysto encephalo entero gluco hystero laryngo lympho masto meningo myelo oto patho phlebo pneumo procto psycho rhino sclero spleno thoraco thrombo thyro tracheo uro vaso angio',
);
const endings = words(
  'itis osis oma pathy plasty scopy tomy gram logy megaly algia penia philia plegia ptosis rrhagia rrhoea sclerosis stenosis trophy ectomy genesis lysis emia uria',
);
const kinds = words(
  'acute chronic severe mild benign primary secondary recurrent congenital left right bilateral proximal distal early late stable unstable type',
);
const prose = words(
  'the patient was seen in clinic today and reports feeling better with no new symptoms since last review we discussed options for treatment including changes follow up arranged in six weeks blood pressure recorded plan continue current therapy advised to contact if worse history of examination normal heart rate pain none at rest lives with family referred to team for further assessment letter sent copy to home phone call made asked about sleep work and mood will come back next month',
);

function madeTerm(random: Random): string {
  const word = random.pick(organs) + random.pick(endings);
  const kind = random();
  if (kind < 0.12) return word;
  if (kind < 0.45) return `${random.pick(kinds)} ${word}`;
  const other = random.pick(organs) + random.pick(endings);
  if (kind < 0.8) return `${random.pick(kinds)} ${other} ${random.pick(kinds)}`;
  return `${random.pick(kinds)} ${word} of the ${other}`;
}

/** The sentences that the glossary is tried on, without their brackets. */
export const clinicalSentences: readonly string[] = [glossaryCorpus, blindCorpus].flatMap(
  (corpus) =>
    Object.values(corpus)
      .flat()
      .map((sentence) => sentence.replace(/[[\]{}]/g, '')),
);

/** Ways of writing the bundled terms: first those that stand in the sentences most often, as a short glossary would have them. */
function bundledForms(): readonly string[] {
  const forms = [...new Set(bundledTerms.flatMap(({term, forms}) => [term, ...forms]))];
  const times = new Map<number, number>();
  for (const found of new FormMatcher(forms).find(clinicalSentences.join('\n')))
    for (const form of found.forms) times.set(form, (times.get(form) ?? 0) + 1);
  return [...forms.keys()]
    .sort((a, b) => (times.get(b) ?? 0) - (times.get(a) ?? 0))
    .map((index) => forms[index] ?? '');
}

/** The bundled terms, and then as many made-up ones as are asked for. Fewer are the first of more. */
export function makeForms(count: number): readonly string[] {
  const random = createRandom(7);
  const forms = new Set(bundledForms());
  while (forms.size < count) forms.add(madeTerm(random));
  return [...forms].slice(0, count);
}

function proseSentence(random: Random, forms: readonly string[]): string {
  const written: string[] = [];
  for (let left = random.between(6, 18); left > 0; left--) {
    const kind = random();
    if (kind < 0.02) written.push(random.pick(forms));
    else if (kind < 0.04) written.push(random.pick(organs) + random.pick(endings));
    else written.push(random.pick(prose));
  }
  const text = written.join(random.chance(0.1) ? ', ' : ' ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** Paragraphs that are `length` characters together: one sentence in four of notes and letters as they are written, the others longer and plainer. */
export function makeParagraphs(length: number, forms: readonly string[]): readonly string[] {
  const random = createRandom(11);
  const paragraphs: string[] = [];
  for (let left = length; left > 0;) {
    let paragraph = '';
    while (paragraph.length < 500)
      paragraph += `${random.chance(0.25) ? random.pick(clinicalSentences) : proseSentence(random, forms)} `;
    paragraphs.push(paragraph.slice(0, left));
    left -= paragraph.length;
  }
  return paragraphs;
}
