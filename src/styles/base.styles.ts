import {css} from './css.js';

/**
 * Shared by every element, and all that the first rows of a record need: `--phr-*` tokens read the page's NHS.UK frontend properties first, and what a careless
 * page may have made inherited is set back. Values: NHS.UK frontend 10, colours.
 */
export const baseStyles = css`
  :host {
    --_text: var(--phr-color-text, var(--nhsuk-text-colour, #212b32));
    --_text-secondary: var(--phr-color-text-secondary, var(--nhsuk-secondary-text-colour, #4c6272));
    --_page: var(--phr-color-page, var(--nhsuk-body-background-colour, #f0f4f5));
    --_surface: var(--phr-color-surface, var(--nhsuk-card-background-colour, #fff));
    --_border: var(--phr-color-border, var(--nhsuk-border-colour, #d8dde0));
    --_border-strong: var(--phr-color-border-strong, var(--nhsuk-input-border-colour, #4c6272));
    --_link: var(--phr-color-link, var(--nhsuk-link-colour, #005eb8));
    --_note-bg: var(--phr-color-note-bg, #e6eaec);
    --_radius: 4px;
    /* A part of the screen where text is very large: the words need the room. */
    --_pad: min(1rem, 5vw);
    container: phr / inline-size;
    display: block;
    color: var(--_text);
    font-family: var(--phr-font-family, inherit);
    font-size: 1rem;
    font-style: normal;
    font-weight: 400;
    letter-spacing: normal;
    line-height: 1.5;
    text-align: start;
    text-indent: 0;
    text-transform: none;
    visibility: visible;
    white-space: normal;
    word-spacing: normal;
  }

  :host([hidden]) {
    display: none !important;
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
`;
