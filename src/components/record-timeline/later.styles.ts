import {css} from '../../styles/css.js';
import {focusStyles} from '../../styles/focus.styles.js';
import {otherColours} from '../../styles/host.styles.js';
import {moreStyles} from '../../styles/more.styles.js';
import {paperStyles} from './paper.styles.js';
import {rowBodyStyles} from './row-body.styles.js';

const partStyles = css`
  [hidden] {
    display: none !important;
  }

  .more[aria-expanded='true']::before {
    transform: translateY(-0.125rem) rotate(45deg);
  }

  [aria-expanded='true'] > .chevron {
    transform: translateY(0.125rem) rotate(225deg);
  }

  .rail,
  .print-head {
    display: none;
  }

  /* Where nothing can be searched and nothing comes below. */
  .heading-large + .completeness {
    margin-block-start: 0.5rem;
    min-height: 0 !important;
  }

  .month-note {
    padding-block-end: 0.5rem;
  }

  .stop {
    border: 4px solid var(--_error);
  }

  .urgent {
    border-block-start: 1px solid var(--_border);
    padding-block-start: 0.75rem;
  }

  .stack > * + .urgent {
    margin-block-start: 1rem;
  }

  .new ul {
    margin-block: 0.25rem 0.5rem;
  }

  .new li + li {
    border-block-start: 1px solid var(--_border);
  }

  .new li > * {
    padding-block: 0.625rem;
  }

  .new li.secondary {
    padding-block: 0.625rem;
  }

  .new li a {
    display: block;
    min-height: 2.75rem;
  }

  /* A date reads in its own direction, also where English stands on a page that runs from right to left. */
  time,
  .when > span {
    unicode-bidi: plaintext;
  }

  .button,
  .link {
    letter-spacing: inherit;
    word-spacing: inherit;
  }

  .more:not([aria-expanded='true']):dir(rtl)::before {
    transform: rotate(135deg);
  }

  /* Chrome before 120 has no :dir(); :host-context() it has had all along, and the others never. */
  @supports not selector(:dir(rtl)) {
    :host-context([dir='rtl']) .more:not([aria-expanded='true'])::before {
      transform: rotate(135deg);
    }
  }

  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    margin-block: 0.5rem;
  }

  .chip {
    align-items: center;
    appearance: none;
    background: var(--_surface);
    border: 1px solid var(--_border-strong);
    border-radius: var(--_radius);
    color: var(--_text);
    cursor: pointer;
    display: inline-flex;
    font: inherit;
    gap: 0.5rem;
    min-height: 2.75rem;
    padding: 0.25rem 0.75rem;
    text-align: start;
  }

  .chip svg {
    fill: none;
    flex: none;
    height: 0.75rem;
    stroke: currentColor;
    stroke-width: 2.5;
    width: 0.75rem;
  }

  .panel.years ol {
    display: grid;
    gap: 0.25rem;
    grid-template-columns: repeat(auto-fill, minmax(4rem, 1fr));
  }

  .panel.years li > * {
    align-items: center;
    display: flex;
    justify-content: center;
    min-height: 2.75rem;
    width: 100%;
  }

  .link[aria-current] {
    color: var(--_text);
    font-weight: 600;
    text-decoration: none;
  }

  .table {
    border-collapse: collapse;
    overflow-wrap: anywhere;
    line-height: 1.5;
    width: 100%;
  }

  .table caption {
    color: var(--_text);
    font-weight: 600;
    padding-block-end: 0.25rem;
    text-align: start;
  }

  .table thead {
    clip-path: inset(50%);
    height: 1px;
    overflow: hidden;
    position: absolute;
    width: 1px;
  }

  .table tr {
    border-block-end: 1px solid var(--_border);
    color: var(--_text);
    display: block;
    padding-block: 0.5rem;
  }

  .table th,
  .table td {
    display: block;
    padding: 0;
    text-align: start;
    vertical-align: top;
  }

  .table th {
    font-weight: 600;
  }

  .table .link {
    display: flex;
  }

  .label {
    color: var(--_text-secondary);
  }

  .button[aria-pressed='true'] {
    background: var(--_text);
    border-color: var(--_text);
    color: var(--_surface);
  }

  phr-timeline-filters,
  .panel.years,
  .loading-panel {
    margin-block: 0.75rem;
  }

  @container phr (min-width: 40.0625rem) {
    .new ul {
      font-size: 1.1875rem;
      line-height: 1.474;
    }

    .table {
      overflow-wrap: normal;
    }

    .table thead {
      clip-path: none;
      height: auto;
      position: static;
      width: auto;
    }

    .table tr {
      display: table-row;
    }

    .table th,
    .table td {
      border-block-end: 1px solid var(--_border);
      display: table-cell;
      padding-block: 0.625rem;
      padding-inline-end: 1rem;
    }

    .table tbody th {
      font-weight: 400;
    }

    .table .label {
      display: none;
    }
  }

  @container phr (min-width: 48rem) {
    .with-rail {
      align-items: start;
      column-gap: 1.5rem;
      display: grid;
      grid-template-columns: minmax(0, 1fr) 7.5rem;
      padding: 0;
    }

    .body > * {
      grid-column: 1;
    }

    .body > .rail {
      display: block;
      grid-column: 2;
      grid-row: 1 / span 9;
      margin: 0;
      position: sticky;
      top: calc(var(--phr-sticky-offset, 0px) + 1rem);
    }

    .rail > :is(h1, h2, h3, h4, h5, h6) {
      padding-block-end: 0.25rem;
    }

    .rail li > * {
      align-items: center;
      border-inline-start: 4px solid var(--_border);
      display: flex;
      min-height: 2.75rem;
      padding-inline-start: 0.75rem;
      width: 100%;
    }

    .rail .link[aria-current] {
      border-color: var(--_link);
    }
  }

  @media (forced-colors: active) {
    .rail li > * {
      border-color: Canvas;
    }

    .rail .link[aria-current] {
      border-color: Highlight;
    }

    .button[aria-pressed='true'] {
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
  }
`;

/** Styles of the parts that are fetched beside the first rows, and of paper. */
export const laterStyles = () =>
  [otherColours, moreStyles, rowBodyStyles, partStyles, paperStyles, focusStyles].flatMap(
    ({styleSheet}) => styleSheet ?? [],
  );
