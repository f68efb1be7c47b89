import {css} from '../../styles/css.js';

/** Sizes follow the screens of the timeline: 16 px and 19 px steps of NHS.UK frontend, in rem. */
export const styles = css`
  dt {
    font-weight: 600;
  }

  #detail {
    overflow-wrap: anywhere;
  }

  #detail:focus {
    outline: 4px solid transparent;
  }

  #detail > * + * {
    margin-block-start: 1.5rem;
  }

  #detail > .notice + .notice {
    margin-block-start: 0.5rem;
  }

  section > :is(h1, h2, h3, h4, h5, h6),
  .failed > :is(h1, h2, h3, h4, h5, h6) {
    margin-block-end: 0.25rem;
    font-size: 1.1875rem;
    line-height: 1.42;
  }

  .item + .item,
  .item + dl,
  section > dl + *,
  section > .item + p {
    margin-block-start: 1rem;
  }

  .failed > * + *,
  .note + .note,
  .note + p {
    margin-block-start: 0.75rem;
  }

  .person {
    padding: 0.5rem var(--_pad);
    border: 1px solid transparent;
    border-radius: var(--_radius);
    background: var(--_proxy-bg);
    color: var(--_proxy-text);
    font-weight: 600;
  }

  .label {
    color: var(--_text-secondary);
  }

  .notice {
    padding: 0.75rem var(--_pad);
    border-inline-start: 4px solid var(--_border-strong);
    background: var(--_note-bg);
    font-weight: 600;
  }

  .failed {
    padding: 0.75rem var(--_pad);
    border-inline-start: 4px solid var(--_border-strong);
  }

  blockquote {
    padding-inline-start: 0.75rem;
    border-inline-start: 4px solid var(--_border-strong);
    font-size: 1.1875rem;
    line-height: 1.75;
    white-space: pre-line;
  }

  .note .secondary {
    margin-block-start: 0.25rem;
  }

  dl > div {
    padding-block: 0.5rem;
    border-block-start: 1px solid var(--_border);
  }

  dl > div:first-child {
    border-block-start: 0;
  }

  dd {
    white-space: pre-line;
  }

  table {
    width: 100%;
    margin-block-start: 0.75rem;
    border-collapse: collapse;
    font-size: 1rem;
    line-height: 1.5;
  }

  thead {
    position: absolute;
    overflow: hidden;
    width: 1px;
    height: 1px;
    clip-path: inset(50%);
  }

  tr {
    display: block;
    padding-block: 0.625rem;
    border-block-start: 1px solid var(--_border);
  }

  /* What floats in one stays in it: the panel of a word. */
  th,
  td {
    display: flow-root;
    padding: 0;
    font-weight: 400;
    text-align: start;
    vertical-align: top;
  }

  tbody th {
    font-weight: 600;
  }

  .group th {
    padding-block-start: 0.5rem;
    color: var(--_text-secondary);
  }

  .reading {
    display: flex;
    flex-wrap: wrap;
    gap: 0.125rem 0.5rem;
    align-items: center;
  }

  .value {
    font-size: 1.1875rem;
    line-height: 1.42;
    white-space: pre-line;
  }

  .range {
    display: block;
  }

  .label + .range:last-child {
    display: inline;
  }

  th .link {
    display: inline-block;
    margin-block: -0.625rem -0.5rem;
    font-weight: 600;
  }

  .disclosure {
    gap: 0.625rem;
  }

  .disclosure::before {
    flex: none;
    width: 0.5rem;
    height: 0.5rem;
    margin-inline: 0.125rem;
    border: solid currentcolor;
    border-width: 0 3px 3px 0;
    content: '';
    transform: rotate(-45deg);
  }

  .disclosure:dir(rtl)::before {
    transform: rotate(135deg);
  }

  /* Chrome before 120 has no :dir(); :host-context() it has had all along, and the others never. */
  @supports not selector(:dir(rtl)) {
    :host-context([dir='rtl']) .disclosure:not([aria-expanded='true'])::before {
      transform: rotate(135deg);
    }
  }

  .disclosure[aria-expanded='true']::before {
    transform: translateY(-0.125rem) rotate(45deg);
  }

  #correction {
    padding-inline-start: 0.75rem;
    border-inline-start: 4px solid var(--_border-strong);
  }

  @container phr (min-width: 40.0625rem) {
    section > :is(h1, h2, h3, h4, h5, h6),
    .failed > :is(h1, h2, h3, h4, h5, h6) {
      font-size: 1.375rem;
      line-height: 1.364;
    }

    p:not(.secondary),
    dl,
    .item > :is(h2, h3, h4, h5, h6),
    .disclosure {
      font-size: 1.1875rem;
      line-height: 1.474;
    }

    dl > div {
      display: grid;
      grid-template-columns: 12rem 1fr;
      column-gap: 1rem;
    }

    dd {
      grid-column: 2;
    }

    thead {
      position: static;
      width: auto;
      height: auto;
      clip-path: none;
    }

    tr {
      display: table-row;
    }

    th,
    td {
      display: table-cell;
      padding-block: 0.625rem;
      padding-inline: 0 1rem;
      border-block-end: 1px solid var(--_border);
      vertical-align: baseline;
    }

    th:last-child,
    td:last-child {
      padding-inline-end: 0;
    }

    thead th {
      font-weight: 600;
    }

    .name {
      width: 20%;
    }

    td .label {
      display: none;
    }
  }

  @media (forced-colors: active) {
    .person,
    .notice {
      border-color: CanvasText;
    }
  }

  @media print {
    /* Backgrounds are often left out of print: what they carried is drawn as a border. */
    .person {
      border-color: currentcolor;
      background: none;
      color: inherit;
    }

    .actions,
    .wrong {
      display: none;
    }

    tr,
    dl > div,
    .note,
    .item {
      break-inside: avoid;
    }

    section > :is(h1, h2, h3, h4, h5, h6) {
      break-after: avoid;
    }
  }
`;
