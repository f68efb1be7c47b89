/** Reads the corpus of sentences and compares what the glossary marks in them with what a careful reader would want. */
import type {TermMark} from '../../src/model/glossary.js';

/** A piece of a sentence. Offsets count UTF-16 code units. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  /** As it stands in the sentence. */
  readonly word: string;
  /** Which of the places at which it stands in the sentence: 1 for the first. */
  readonly occurrence: number;
}

/** A sentence, and what is to be marked in it. */
export interface CorpusSentence {
  /** What kind of writing it comes from. */
  readonly group: string;
  readonly text: string;
  readonly expected: readonly Piece[];
  /** What looks like a term and is none. */
  readonly never: readonly Piece[];
}

/** A mark that is wrong or missing. */
export interface CorpusFault extends Piece {
  readonly text: string;
}

/** How well marks agree with the corpus. */
export interface CorpusScore {
  readonly sentences: number;
  readonly expected: number;
  readonly marked: number;
  readonly right: number;
  /** Marks that are right or at least touch a word that is wanted. */
  readonly touching: number;
  /** Words wanted that a mark touches. */
  readonly touched: number;
  /** Right marks among all marks made. */
  readonly precision: number;
  /** Right marks among all marks wanted. */
  readonly recall: number;
  readonly wrong: readonly CorpusFault[];
  readonly missed: readonly CorpusFault[];
}

/** How many times `word` stands in `text` up to `start`, with the one that begins there. */
function occurrenceOf(text: string, word: string, start: number): number {
  let count = 0;
  for (let at = text.indexOf(word); at >= 0 && at <= start; at = text.indexOf(word, at + 1))
    count++;
  return count;
}

const pieceOf = (text: string, start: number, end: number): Piece => {
  const word = text.slice(start, end);
  return {start, end, word, occurrence: occurrenceOf(text, word, start)};
};

/** A sentence with its brackets taken out. Throws when one is not closed or stands in another. */
export function readSentence(group: string, written: string): CorpusSentence {
  let text = '';
  let open: {sign: string; start: number} | undefined;
  const wanted: [number, number][] = [];
  const unwanted: [number, number][] = [];
  for (const character of written) {
    if (character === '[' || character === '{') {
      if (open) throw new Error(`A bracket in a bracket: ${written}`);
      open = {sign: character, start: text.length};
    } else if (character === ']' || character === '}') {
      if (open?.sign !== (character === ']' ? '[' : '{') || open.start === text.length)
        throw new Error(`A bracket without its other: ${written}`);
      (character === ']' ? wanted : unwanted).push([open.start, text.length]);
      open = undefined;
    } else text += character;
  }
  if (open) throw new Error(`A bracket is not closed: ${written}`);
  const pieces = (places: readonly [number, number][]): Piece[] =>
    places.map(([start, end]) => pieceOf(text, start, end));
  return {group, text, expected: pieces(wanted), never: pieces(unwanted)};
}

/** All sentences of a corpus. */
export const readCorpus = (corpus: Readonly<Record<string, readonly string[]>>): CorpusSentence[] =>
  Object.entries(corpus).flatMap(([group, sentences]) =>
    sentences.map((sentence) => readSentence(group, sentence)),
  );

interface Extent {
  readonly start: number;
  readonly end: number;
}

const keyOf = ({start, end}: Extent): string => `${start}-${end}`;
const touches = (one: Extent, others: readonly Extent[]): boolean =>
  others.some(({start, end}) => start < one.end && one.start < end);

/** Compares marks with the corpus: one that is a letter too long or too short is wrong, and what it stands for is missed. */
export function scoreOf(
  sentences: readonly CorpusSentence[],
  find: (text: string) => readonly Pick<TermMark, 'start' | 'end'>[],
): CorpusScore {
  const wrong: CorpusFault[] = [];
  const missed: CorpusFault[] = [];
  let expected = 0;
  let marked = 0;
  let touching = 0;
  let touched = 0;
  for (const sentence of sentences) {
    const {text} = sentence;
    const marks = find(text);
    const made = new Set(marks.map(keyOf));
    const wanted = new Set(sentence.expected.map(keyOf));
    expected += wanted.size;
    marked += made.size;
    touching += marks.filter((mark) => touches(mark, sentence.expected)).length;
    touched += sentence.expected.filter((piece) => touches(piece, marks)).length;
    for (const mark of marks)
      if (!wanted.has(keyOf(mark))) wrong.push({text, ...pieceOf(text, mark.start, mark.end)});
    for (const piece of sentence.expected)
      if (!made.has(keyOf(piece))) missed.push({text, ...piece});
  }
  const right = marked - wrong.length;
  return {
    sentences: sentences.length,
    expected,
    marked,
    right,
    touching,
    touched,
    precision: marked === 0 ? 0 : right / marked,
    recall: expected === 0 ? 0 : right / expected,
    wrong,
    missed,
  };
}

const count = (value: number): string => value.toLocaleString('en-GB');

/** The figures of corpora as a Markdown table, to four digits: what the command prints and the document keeps. */
export function figuresOf(
  corpora: readonly (readonly [name: string, sentences: readonly CorpusSentence[], CorpusScore])[],
  terms: number,
): string {
  const rows = corpora.map(([name, sentences, score]) => [
    name,
    count(score.sentences),
    count(sentences.filter(({expected}) => expected.length === 0).length),
    count(sentences.flatMap(({never}) => never).length),
    count(score.expected),
    count(score.marked),
    count(score.right),
    score.precision.toFixed(4),
    score.recall.toFixed(4),
    (score.touching / score.marked).toFixed(4),
    (score.touched / score.expected).toFixed(4),
  ]);
  const head = [
    'corpus',
    'sentences',
    'with nothing to mark',
    'parts never to be marked',
    'marks wanted',
    'made',
    'right',
    'precision',
    'recall',
    'precision, any overlap',
    'recall, any overlap',
  ];
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`;
  const rule = `| ${widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  return [line(head), rule, ...rows.map(line), '', `${count(terms)} terms.`].join('\n');
}

/** Between these the document keeps the figures. */
export const figureMarks = [
  '<!-- corpus figures begin -->',
  '<!-- corpus figures end -->',
] as const;

/** The figures a document keeps; undefined when it has no place for them. */
export function keptFigures(document: string): string | undefined {
  const [begin, end] = figureMarks;
  return document.split(begin)[1]?.split(end)[0]?.trim();
}
