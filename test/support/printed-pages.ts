/**
 * What stands on each page of a PDF, as Chromium writes one: objects in the open, content and fonts deflated, and for each font a
 * table from its glyphs to Unicode. It reads no other PDF.
 */
import {strict as assert} from 'node:assert';
import {inflateSync} from 'node:zlib';

/** Texts of the pages, in their order, without white space: a line on paper may end between any two words. */
export function printedPages(pdf: Buffer): readonly string[] {
  const file = new PdfFile(pdf);
  return file.pages().map((page) => file.textOf(page));
}

/** Which Unicode text a font's glyph stands for, and how many digits its number has. */
interface Font {
  readonly digits: number;
  readonly texts: ReadonlyMap<number, string>;
}

class PdfFile {
  readonly #objects = new Map<string, {readonly head: string; readonly body: Buffer}>();
  readonly #fonts = new Map<string, Font>();

  constructor(pdf: Buffer) {
    // One byte is one character, so that places in the text are places in the file.
    const text = pdf.toString('latin1');
    for (const match of text.matchAll(/(?<=^|\n)(\d+) 0 obj\r?\n/g)) {
      const start = match.index + match[0].length;
      const end = text.indexOf('endobj', start);
      const stream = text.indexOf('stream', start);
      const isStream = stream >= 0 && stream < end;
      const head = text.slice(start, isStream ? stream : end);
      const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0);
      const from = stream + (text[stream + 6] === '\r' ? 8 : 7);
      this.#objects.set(match[1] ?? '', {
        head,
        body: isStream ? pdf.subarray(from, from + length) : Buffer.alloc(0),
      });
    }
  }

  /** The pages in the order in which they lie on each other. */
  pages(): readonly string[] {
    const root = [...this.#objects.values()].find(({head}) => /\/Type \/Catalog/.test(head));
    const top = /\/Pages (\d+) 0 R/.exec(root?.head ?? '')?.[1];
    assert.ok(top, 'a PDF has pages');
    const below = (id: string): readonly string[] => {
      const {head} = this.#object(id);
      const kids = /\/Kids \[([^\]]*)\]/.exec(head)?.[1];
      return kids === undefined ? [id] : references(kids).flatMap(below);
    };
    return below(top);
  }

  /** The text of a page, or of a part of one that is drawn by itself. */
  textOf(id: string): string {
    const {head} = this.#object(id);
    const contents = /\/Contents (\d+) 0 R/.exec(head)?.[1] ?? id;
    const resources = /\/Resources (\d+) 0 R/.exec(head)?.[1];
    const named = resources === undefined ? head : this.#object(resources).head;
    const idOf = (name: string) =>
      new RegExp(String.raw`/${name} (\d+) 0 R`).exec(named)?.[1] ?? assert.fail(`no ${name}`);
    let font: Font | undefined;
    let text = '';
    const tokens = this.#content(contents).matchAll(
      /\/(\S+) [\d.]+ Tf|\/(\S+) Do|<([0-9A-Fa-f]+)>/g,
    );
    for (const [, fontName, part, glyphs] of tokens) {
      if (fontName) font = this.#font(idOf(fontName));
      else if (part && !this.#isImage(idOf(part))) text += this.textOf(idOf(part));
      else if (glyphs && font) {
        const {digits, texts} = font;
        for (let at = 0; at < glyphs.length; at += digits)
          text += texts.get(Number.parseInt(glyphs.slice(at, at + digits), 16)) ?? '';
      }
    }
    return text.replace(/[\s\u2066-\u2069]+/g, '');
  }

  #object(id: string) {
    return this.#objects.get(id) ?? assert.fail(`no object ${id}`);
  }

  #isImage(id: string) {
    return /\/Subtype \/Image/.test(this.#object(id).head);
  }

  #content(id: string): string {
    const {head, body} = this.#object(id);
    return (/\/FlateDecode/.test(head) ? inflateSync(body) : body).toString('latin1');
  }

  #font(id: string): Font {
    const known = this.#fonts.get(id);
    if (known) return known;
    const table = /\/ToUnicode (\d+) 0 R/.exec(this.#object(id).head)?.[1];
    assert.ok(table, `font ${id} says what its glyphs mean`);
    const map = this.#content(table);
    const texts = new Map<number, string>();
    const number = (hex: string) => Number.parseInt(hex, 16);
    const unicode = (hex: string) =>
      String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((unit) => number(unit)));
    for (const [, lines = ''] of map.matchAll(/beginbfchar(.*?)endbfchar/gs))
      for (const [, glyph = '', to = ''] of lines.matchAll(/<(\w+)> <(\w+)>/g))
        texts.set(number(glyph), unicode(to));
    for (const [, lines = ''] of map.matchAll(/beginbfrange(.*?)endbfrange/gs))
      for (const [, first = '', last = '', to = ''] of lines.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g))
        for (let glyph = number(first); glyph <= number(last); glyph++)
          texts.set(glyph, String.fromCharCode(number(to) + glyph - number(first)));
    const digits = /begincodespacerange\s*<(\w+)>/.exec(map)?.[1]?.length ?? 4;
    const font = {digits, texts};
    this.#fonts.set(id, font);
    return font;
  }
}

function references(list: string): readonly string[] {
  return [...list.matchAll(/(\d+) 0 R/g)].map(([, id = '']) => id);
}
