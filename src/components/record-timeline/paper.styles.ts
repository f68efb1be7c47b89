import {css} from '../../styles/css.js';

/** The timeline on paper: without what is pressed, with whose record it is on every page. */
export const paperStyles = css`
  @media print {
    .bar,
    .end,
    .rail,
    .new-only,
    .chips,
    .actions,
    .more,
    .ghosts,
    .panel.years {
      display: none !important;
    }

    .new,
    .completeness {
      min-height: 0 !important;
    }

    .month {
      break-after: avoid;
      position: static;
    }

    .paper {
      display: table;
      width: 100%;
    }

    .print-head {
      break-inside: avoid;
      display: table-header-group;
    }

    .print-head > div {
      border-block-end: 1px solid currentColor;
      display: flex;
      flex-wrap: wrap;
      gap: 0 1.25rem;
      margin-block-end: 1rem;
      padding-block-end: 0.5rem;
    }

    .body:not([hidden]) {
      display: table-row-group !important;
    }
  }
`;
