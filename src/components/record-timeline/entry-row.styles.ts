import {css} from 'lit';

/** One row. In the document its name comes before its date; the grid draws the date first. */
export const rowStyles = css`
  .entry {
    border-block-start: 1px solid var(--_border);
    padding-block: 0.875rem 1rem;
    padding-inline: var(--_pad);
    scroll-margin-block-start: calc(var(--phr-sticky-offset, 0px) + 4rem);
  }

  .month {
    scroll-margin-block-start: var(--phr-sticky-offset, 0px);
  }

  .entry:first-child {
    border-block-start: 0;
  }

  .row {
    display: grid;
    grid-template: 'when' 'title' 'point' 'source' / minmax(0, 1fr);
    position: relative;
  }

  .when {
    align-items: baseline;
    color: var(--_text-secondary);
    display: flex;
    flex-wrap: wrap;
    gap: 0.125rem 0.75rem;
    grid-area: when;
    margin-block-end: 0.125rem;
    overflow-wrap: anywhere;
    padding-inline-end: min(2rem, 10vw);
  }

  .title {
    font-size: 1.1875rem;
    grid-area: title;
    line-height: 1.42;
    padding-inline-end: 2rem;
    scroll-margin-block: calc(var(--phr-sticky-offset, 0px) + 6rem) 6rem;
    text-wrap: pretty;
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

  .open {
    appearance: none;
    background: none;
    border: 0;
    color: var(--_link);
    cursor: pointer;
    display: inline;
    font: inherit;
    margin: 0;
    overflow-wrap: anywhere;
    padding: 0;
    scroll-margin-block: calc(var(--phr-sticky-offset, 0px) + 6rem) 6rem;
    text-align: start;
  }

  .open:hover {
    color: var(--_link-hover);
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
    border: solid var(--_link);
    border-width: 0 3px 3px 0;
    content: '';
    height: 0.625rem;
    inset-block-start: 0.5rem;
    inset-inline-end: 0.25rem;
    position: absolute;
    transform: rotate(45deg);
    width: 0.625rem;
  }

  .open[aria-expanded='true']::after {
    transform: translateY(0.25rem) rotate(225deg);
  }

  .opened > .row .open::before {
    inset-block-end: 0;
  }

  .open:focus-visible {
    background: var(--_focus);
    box-shadow:
      0 -2px var(--_focus),
      0 4px var(--_focus-text);
    color: var(--_focus-text);
    outline: 4px solid transparent;
    text-decoration: none;
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

  .visit {
    margin-block-start: 0.75rem;
  }

  .visit > p {
    color: var(--_text-secondary);
    margin-block-end: 0.25rem;
  }

  .visit > ol {
    border-inline-start: 4px solid var(--_border);
    padding-inline-start: 0.75rem;
  }

  .visit .entry {
    --_pad: 0rem;
    padding-block: 0.625rem;
  }

  .visit .title {
    font-size: 1rem;
    line-height: 1.5;
  }

  .visit .open::before {
    inset-block: -0.625rem;
  }

  @container phr (min-width: 40.0625rem) {
    .entry {
      --_pad: 1.5rem;
      padding-block: 1.125rem 1.25rem;
    }

    .row {
      column-gap: 1.5rem;
      grid-template:
        'when title' auto
        'when point' auto
        'when source' 1fr / 10.5rem minmax(0, 1fr);
    }

    .when {
      display: block;
      padding: 0.125rem 0 0;
    }

    .when > * {
      display: block;
      max-width: 100%;
      width: fit-content;
    }

    .when > .tag {
      margin-block-start: 0.25rem;
    }

    .title {
      font-size: 1.375rem;
      line-height: 1.364;
    }

    .point {
      font-size: 1.1875rem;
      line-height: 1.47;
    }

    .open::before {
      inset-block: -1.125rem -1.25rem;
    }

    .open::after {
      inset-block-start: 0.625rem;
    }

    .visit {
      margin-inline-start: 12rem;
    }

    .visit .row {
      grid-template: 'when' 'title' 'point' 'source' / minmax(0, 1fr);
    }

    .visit .when {
      display: flex;
    }

    .visit .when > * {
      display: inline;
    }

    .visit .title {
      font-size: 1.1875rem;
      line-height: 1.42;
    }

    .visit .point {
      font-size: 1rem;
      line-height: 1.5;
    }
  }

  @media (forced-colors: active) {
    .open {
      color: LinkText;
    }

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
