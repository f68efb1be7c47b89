/**
 * A text as it is to be searched. What is pasted into records has characters that look like those of terms, or that nobody sees: in
 * their place stand the ones that terms are written in. And no term is looked for in addresses, in names of files, and in what is
 * shown in another order than it is written in. With the chunk of `everyday.ts`.
 */
import type {PlainText} from './matcher.js';

/** One look finds out that a text is as plain as most are. */
const beyondPlain = /[^\0-\x9f]+/g;

/**
 * What the matcher does not know by itself: what joins letters unseen, or says where a word may be broken (what joins two pictures to a
 * third is left); a letter with marks of its own, fewer of them than would take long to put in order; spaces of unusual width, small
 * digits under the line, letters joined in print, wide letters, and letters of formulas.
 */
const other =
  /([\u00ad\u034f\u180e\u200b-\u200e\u2060-\u2064\ufeff]+)|[^\u0300-\u036f][\u0300-\u036f]{1,8}(?![\u0300-\u036f])|[\u2000-\u200a\u202f\u205f\u3000\u2080-\u2089\ufb00-\ufb06\uff01-\uff5e\u{1d400}-\u{1d7ff}]/gu;

/**
 * A picture, or the end of one: what joins it to another is part of both. It is tried on one character: WebKit does not find pictures when
 * it looks back by itself, nor do newer browsers find one of a list at the end of a text.
 */
const picture = /^(?:\p{So}|\p{Sk}|\ufe0f)/u;

const lastOf = (text: string): string => Array.from(text.slice(-2)).at(-1) ?? '';

/** What is shown in another order than it is written in, to its end; to the end of the text where other orders are put in it. */
const overridden = /[\u202d\u202e](?:[^\u202a-\u202e\u2066-\u2069]*\u202c|[^]*)/g;

/** What only an address or the name of a file has. By single units of a text: WebKit is several times quicker so. */
const addressed =
  /:\/\/|[\\@]|www\.|\.(?=[a-zDJPT])(?:bmp|com|csv|dcm|docx?|DOCX?|eml|gif|gov|heic|html?|jpe?g|JPE?G|json|msg|net|org|pdf|PDF|png|PNG|pptx?|rtf|scot|tiff?|TIFF?|txt|TXT|uk|wales|xlsx?|xml|zip)(?![A-Za-z\d\xaa-\uffff])/g;
/** What has that and is one: an address on the web or of mail, a place on a disk, or a name that ends so. */
const address = /:\/\/|@[\w-]+\.|^(?:[a-z]:|\\)\\|^www\.|[^\\@/.:]\.[^.]/i;
/** What no address goes on over. */
const parting = /[\s,;()<>[\]{}"|]/;

/** Where addresses and names of files begin and end. */
function* addressesIn(text: string): Generator<readonly [start: number, end: number]> {
  addressed.lastIndex = 0;
  for (let found, from = 0; (found = addressed.exec(text)); addressed.lastIndex = from) {
    let start = found.index;
    let end = addressed.lastIndex;
    while (start > from && !parting.test(text.charAt(start - 1))) start--;
    while (end < text.length && !parting.test(text.charAt(end))) end++;
    from = end;
    if (address.test(text.slice(start, end))) yield [start, end];
  }
}

/** The text as it is to be searched, and the way back. */
export function plain(written: string): PlainText {
  /** After each place, how far the text as it is written is ahead. */
  const places: number[] = [];
  const ahead: number[] = [];
  let by = 0;
  let text = '';
  let from = 0;
  let isOverridden = false;
  beyondPlain.lastIndex = 0;
  for (let run; (run = beyondPlain.exec(written));) {
    isOverridden ||= /[\u202d\u202e]/.test(run[0]);
    // A mark belongs to the letter before it.
    const start = run.index - (run.index > 0 && /^\p{M}/u.test(run[0]) ? 1 : 0);
    const end = beyondPlain.lastIndex;
    const piece = written.slice(start, end);
    const instead = piece.replace(
      other,
      (one: string, isUnseen: string | undefined, at: number) => {
        if (isUnseen?.startsWith('\u200d') && picture.test(lastOf(piece.slice(0, at)))) return one;
        const to = isUnseen ? '' : one.normalize(one.length > 1 && one < '\ud835' ? 'NFC' : 'NFKC');
        if (to.length !== one.length) {
          // What is left out lies between two places of the text that is searched.
          places.push(start + at - by + (to.length || 0.5));
          ahead.push((by += one.length - to.length));
        }
        return to;
      },
    );
    if (instead === piece) continue;
    text += written.slice(from, start) + instead;
    from = end;
  }
  text = from > 0 ? text + written.slice(from) : written;
  const hidden = [...addressesIn(text)];
  if (isOverridden) {
    for (const {0: one, index} of text.matchAll(overridden))
      hidden.push([index, index + one.length]);
    hidden.sort(([a], [b]) => a - b);
  }
  return {
    text,
    hidden,
    written: (found) => {
      if (places.length === 0) return found;
      let next = 0;
      let shift = 0;
      const placeOf = (at: number, last: number): number => {
        for (; (places[next] ?? Infinity) <= last; next++) shift = ahead[next] ?? 0;
        return at + shift;
      };
      // A word begins after what is not seen before it, and ends before what is not seen after it.
      return found.map(({start, end, forms}) => ({
        start: placeOf(start, start + 0.5),
        end: placeOf(end, end),
        forms,
      }));
    },
  };
}
