import {css} from '../../styles/css.js';

/** Everything of a row but its head, and what becomes of the head when it is pressed, has focus or is scrolled to. */
export const rowBodyStyles = css`
  .entry {
    scroll-margin-block-start: calc(var(--phr-sticky-offset, 0px) + 4rem);
  }

  .month {
    scroll-margin-block-start: var(--phr-sticky-offset, 0px);
  }

  .title,
  .open,
  phr-term::part(word) {
    scroll-margin-block: calc(var(--phr-sticky-offset, 0px) + 6rem) 6rem;
  }

  .point {
    overflow-wrap: anywhere;
    grid-area: point;
    margin-block-start: 0.125rem;
  }

  .point > * + *,
  .findings li + li {
    margin-block-start: 0.25rem;
  }

  .findings li {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 0.125rem 0.5rem;
    overflow-wrap: anywhere;
  }

  .source {
    color: var(--_text-secondary);
    grid-area: source;
    margin-block-start: 0.25rem;
  }

  .cover {
    padding-block-start: 0.25rem;
  }

  .open:hover {
    text-decoration: underline;
  }

  /* The whole row can be pressed. */
  .open::before {
    content: '';
    inset-block: -0.875rem -1rem;
    inset-inline: calc(var(--_pad) * -1);
    position: absolute;
  }

  .open::after {
    border-color: var(--_link);
  }

  .open[aria-expanded='true']::after {
    transform: translateY(0.25rem) rotate(225deg);
  }

  .opened > .row .open::before {
    inset-block-end: 0;
  }

  .row a,
  .row .button {
    position: relative;
    z-index: 1;
  }

  mark {
    background: none;
    color: inherit;
    font-weight: 600;
    text-decoration: underline;
    text-decoration-thickness: 3px;
    text-underline-offset: 0.15em;
  }

  .detail {
    border-block-start: 1px solid var(--_border);
    margin-block-start: 1rem;
    padding-block-start: 1rem;
  }

  .visit .open::before {
    inset-block: -0.625rem;
  }

  @container phr (min-width: 40.0625rem) {
    .point {
      font-size: 1.1875rem;
      line-height: 1.47;
    }

    .open::before {
      inset-block: -1.125rem -1.25rem;
    }

    .visit .point {
      font-size: 1rem;
      line-height: 1.5;
    }
  }

  @media (forced-colors: active) {
    .open::after {
      border-color: LinkText;
    }
  }

  @media print {
    .entry {
      break-inside: avoid;
    }

    .open {
      color: inherit;
    }

    .open::after,
    .cover {
      display: none;
    }
  }
`;
