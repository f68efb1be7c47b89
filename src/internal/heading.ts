/** Headings whose level the host sets: `heading-level` on every widget. */
import {html, nothing, type TemplateResult} from 'lit';

type Part = string | typeof nothing;
type Template = (
  id: Part,
  look: Part,
  part: Part,
  tab: number | typeof nothing,
  content: unknown,
) => TemplateResult;

/* One template for each level: a tag cannot be a part of one, and these compress to almost nothing. */
const templates: readonly Template[] = [
  (id, look, part, tab, content) =>
    html`<h1 id=${id} class=${look} part=${part} tabindex=${tab}>${content}</h1>`,
  (id, look, part, tab, content) =>
    html`<h2 id=${id} class=${look} part=${part} tabindex=${tab}>${content}</h2>`,
  (id, look, part, tab, content) =>
    html`<h3 id=${id} class=${look} part=${part} tabindex=${tab}>${content}</h3>`,
  (id, look, part, tab, content) =>
    html`<h4 id=${id} class=${look} part=${part} tabindex=${tab}>${content}</h4>`,
  (id, look, part, tab, content) =>
    html`<h5 id=${id} class=${look} part=${part} tabindex=${tab}>${content}</h5>`,
  (id, look, part, tab, content) =>
    html`<h6 id=${id} class=${look} part=${part} tabindex=${tab}>${content}</h6>`,
];

/** What a heading carries besides its words. */
export interface HeadingOptions {
  readonly id?: string;
  readonly class?: string;
  readonly part?: string;
  /** True when script moves focus to it. */
  readonly focusable?: boolean;
}

/** A heading of a level from 1 to 6; anything else becomes the nearest of them. */
export function heading(
  level: number,
  content: unknown,
  options: HeadingOptions = {},
): TemplateResult {
  const nearest = Math.min(Math.max(Math.round(level) || 2, 1), 6);
  const template = templates[nearest - 1] as Template;
  return template(
    options.id ?? nothing,
    options.class ?? nothing,
    options.part ?? nothing,
    options.focusable ? -1 : nothing,
    content,
  );
}
