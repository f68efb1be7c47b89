import {css} from '../../styles/css.js';
import {rowStyles} from './entry-row.styles.js';

const pageStyles = css`
  .sheet {
    background: var(--_surface);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }

  .panel {
    padding: var(--_pad);
  }

  .body > * + *,
  .ghosts {
    margin-block-start: 1rem;
  }

  .notice {
    border-inline-start: 4px solid var(--_border-strong);
  }

  .stack > .actions {
    margin-block-start: 1rem;
  }

  .ghost {
    height: 5.5rem;
    padding: 1rem;
  }

  .ghost i {
    background: var(--_note-bg);
    border-radius: 2px;
    display: block;
    height: 0.875rem;
    margin-block-end: 0.625rem;
    width: 40%;
  }

  .ghost i + i {
    width: 70%;
  }

  .body > * + .section {
    margin-block-start: 1.5rem;
  }

  .bar {
    display: grid;
    gap: 0.5rem;
    grid-template-columns: repeat(auto-fit, minmax(min(9.5rem, 100%), 1fr));
    margin-block: 0.75rem;
  }

  .bar .button {
    padding: 0.5rem;
  }

  .bar > :nth-child(3) {
    grid-column: 1 / -1;
  }

  /* Room for what comes after the first rows, so that nothing moves under a finger. */
  .completeness {
    min-height: 10.5rem;
  }

  .new {
    min-height: 11.25rem;
  }

  :host(:lang(cy)) .completeness {
    min-height: 15.25rem;
  }

  .completeness > * + * {
    margin-block-start: 0.25rem;
  }

  .chevron {
    transform: translateY(-0.125rem) rotate(45deg);
  }

  .more::before {
    height: 0.5rem;
    margin-inline: 0.125rem 0.625rem;
    transform: rotate(-45deg);
    width: 0.5rem;
  }

  .list > section + section,
  .end,
  .end + section {
    margin-block-start: 1rem;
  }

  .end p {
    margin-block-end: 0.5rem;
  }

  .end .wide {
    width: 100%;
  }

  .month {
    background: var(--_page);
    font-size: 1.375rem;
    line-height: 1.32;
    padding-block: 0.5rem;
    position: sticky;
    top: var(--phr-sticky-offset, 0);
    z-index: 2;
  }

  @container phr (min-width: 22rem) {
    .completeness {
      min-height: 9rem;
    }

    .new {
      min-height: 9.5rem;
    }
  }

  @container phr (min-width: 40.0625rem) {
    .panel {
      padding: 1.5rem;
    }

    .bar {
      display: flex;
      flex-wrap: wrap;
    }

    .bar .button {
      padding: 0.5rem 1rem;
    }

    .month {
      font-size: 1.625rem;
      line-height: 1.23;
    }

    .end .wide {
      width: auto;
    }

    :host .body .completeness {
      min-height: 7.75rem;
    }
  }

  @container phr (min-width: 48rem) {
    /* Where the years will stand. */
    .with-rail {
      padding-inline-end: 9rem;
    }

    .years {
      display: none;
    }
  }
`;

/** Sizes and colours of the timeline: a month is one sheet, an entry is a row. */
export const styles = [rowStyles, pageStyles];
