/**
 * Words of the record inside words of ours. They stand between Unicode isolates (U+2068 and U+2069), so that a name in
 * another script does not disturb the sentence around it; the element draws what is between them as `<bdi>`.
 */

const [open, close] = ['\u2068', '\u2069'];
// Characters that turn the direction of text, or end an isolate that is not theirs.
const controls = /[\u202a-\u202e\u2066-\u2069]/g;

/** Words of the record inside a sentence or value of ours. */
export function own(text: string): string {
  return `${open}${text.replace(controls, '')}${close}`;
}

/** The pieces of a text: ours, and the record's. */
export function pieces(text: string): readonly {readonly text: string; readonly own: boolean}[] {
  return text
    .split(/\u2068([^\u2069]*)\u2069/)
    .map((piece, index) => ({text: piece, own: index % 2 === 1}))
    .filter((piece) => piece.text !== '');
}

/** A text without the isolates: for tests and for search. */
export function plain(text: string): string {
  return text.replace(controls, '');
}
