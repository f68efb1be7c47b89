/** Headings whose level the host sets: `heading-level` on every widget. */
import {nothing, type TemplateResult} from 'lit';
import {html, literal, type StaticValue} from 'lit/static-html.js';

const tags: readonly StaticValue[] = [
  literal`h1`,
  literal`h2`,
  literal`h3`,
  literal`h4`,
  literal`h5`,
  literal`h6`,
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
  const tag = tags[Math.min(Math.max(Math.round(level) || 2, 1), 6) - 1] ?? literal`h2`;
  return html`<${tag}
    id=${options.id ?? nothing}
    class=${options.class ?? nothing}
    part=${options.part ?? nothing}
    tabindex=${options.focusable ? -1 : nothing}
    >${content}</${tag}
  >`;
}
