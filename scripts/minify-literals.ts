/** White space in templates and style sheets: written for people, and fetched by every phone unless it is taken out. */
import type {Plugin} from 'vite';

/** A style sheet without comments and without the white space that means nothing. */
export const shortCss = (text: string) =>
  text
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/;\}/g, '}');

/** Markup in which white space with a line break is one space, as a browser draws it. */
export const shortHtml = (text: string) => text.replace(/\s*\n\s*/g, ' ');

const shorten: Readonly<Record<string, (text: string) => string>> = {
  css: shortCss,
  html: shortHtml,
  svg: shortHtml,
};

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

interface TaggedTemplate extends Node {
  readonly tag: {readonly name?: string};
  readonly quasi: {readonly quasis: readonly Node[]};
}

/** Every template in a syntax tree that carries one of our tags. */
function* templates(node: unknown): Generator<TaggedTemplate> {
  if (typeof node !== 'object' || node === null) return;
  const {type, tag} = node as Partial<TaggedTemplate>;
  if (type === 'TaggedTemplateExpression' && Object.hasOwn(shorten, tag?.name ?? ''))
    yield node as TaggedTemplate;
  for (const child of Object.values(node)) yield* templates(child);
}

/** Shortens the templates of our own modules, and nothing else in them. */
export function minifyLiterals(): Plugin {
  return {
    name: 'minify-literals',
    apply: 'build',
    transform(code, id) {
      if (id.includes('node_modules') || !/\b(css|html|svg)`/.test(code)) return null;
      const edits = [...templates(this.parse(code))]
        .flatMap(({tag, quasi}) => quasi.quasis.map((part) => ({...part, name: tag.name ?? ''})))
        .sort((a, b) => b.start - a.start);
      for (const {start, end, name} of edits) {
        const short = shorten[name]?.(code.slice(start, end)) ?? '';
        code = code.slice(0, start) + short + code.slice(end);
      }
      return {code, map: null};
    },
  };
}
