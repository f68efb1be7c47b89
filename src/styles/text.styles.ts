import {css} from './css.js';

/** Headings, paragraphs and lists without the browser's own spacing; second-rank text; text for screen readers alone. */
export const textStyles = css`
  /* Not on the element itself, where a page's rule for every tag is the stronger. */
  :host > * {
    line-height: 1.5;
  }

  :where(h1, h2, h3, h4, h5, h6, p, ul, ol, li, dl, dd, dt, figure, blockquote) {
    color: inherit;
    font-size: inherit;
    line-height: inherit;
    margin: 0;
    padding: 0;
  }

  :where(h1, h2, h3, h4, h5, h6) {
    font-weight: 600;
    overflow-wrap: anywhere;
    text-wrap: balance;
  }

  :where(p, li, dd) {
    overflow-wrap: break-word;
  }

  p {
    text-wrap: pretty;
  }

  :where(ol, ul) {
    list-style: none;
  }

  .secondary {
    color: var(--_text-secondary);
  }

  .visually-hidden {
    clip-path: inset(50%);
    height: 1px;
    margin: 0;
    overflow: hidden;
    padding: 0;
    position: absolute;
    white-space: nowrap;
    width: 1px;
  }

  .heading-large {
    font-size: 1.6875rem;
    line-height: 1.22;
  }

  .heading-small {
    font-size: 1.1875rem;
    line-height: 1.42;
  }

  .stack > * + * {
    margin-block-start: 0.5rem;
  }

  @container phr (min-width: 40.0625rem) {
    .heading-large {
      font-size: 2.25rem;
      line-height: 1.17;
    }

    .heading-small {
      font-size: 1.375rem;
      line-height: 1.364;
    }

    .stack > :where(p, ul) {
      font-size: 1.1875rem;
      line-height: 1.474;
    }
  }
`;
