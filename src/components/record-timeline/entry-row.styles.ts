import {css} from '../../styles/css.js';

/** The head of a row. In the document its name comes before its date; the grid draws the date first. */
export const rowStyles = css`
  .entry,
  .ghost {
    border-block-start: 1px solid var(--_border);
  }

  .entry {
    padding: 0.875rem var(--_pad) 1rem;
  }

  .entry:first-child,
  .ghost:first-child {
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
    grid-area: title;
    padding-inline-end: 2rem;
    text-wrap: pretty;
  }

  .open {
    display: inline;
    overflow-wrap: anywhere;
    text-decoration: none;
  }

  .chevron,
  .more::before,
  .open::after {
    border: solid currentColor;
    border-width: 0 3px 3px 0;
    content: '';
    flex: none;
    height: 0.625rem;
    transform: rotate(45deg);
    width: 0.625rem;
  }

  .open::after {
    inset-block-start: 0.5rem;
    inset-inline-end: 0.25rem;
    position: absolute;
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
  }
`;
