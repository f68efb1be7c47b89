import {css} from '../../styles/css.js';

export const styles = css`
  .sentences {
    margin-block: 0.5rem 1rem;
  }

  .sheet {
    background: var(--_surface);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    margin: 0 0 1rem;
    padding: var(--_pad);
  }

  .spans {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    margin-block-end: 1rem;
  }

  .span {
    appearance: none;
    background: var(--_surface);
    border: 2px solid var(--_border-strong);
    border-radius: var(--_radius);
    color: var(--_link);
    cursor: pointer;
    font: inherit;
    min-height: 2.75rem;
    padding: 0.25rem 0.875rem;
    text-transform: none;
  }

  .span[aria-pressed='true'] {
    background: var(--_text);
    border-color: var(--_text);
    color: var(--_surface);
    font-weight: 600;
  }

  .span:focus-visible {
    background: var(--_focus);
    border-color: var(--_focus);
    box-shadow: 0 4px 0 var(--_focus-text);
    color: var(--_focus-text);
    outline: 4px solid transparent;
  }

  figure svg[role] {
    direction: ltr;
    display: block;
    font-size: 1rem;
    max-width: 100%;
    overflow: visible;
  }

  text {
    fill: var(--_text);
  }

  .axis {
    fill: var(--_text-secondary);
  }

  .grid {
    stroke: var(--_border);
  }

  .base {
    stroke: var(--_border-strong);
  }

  .band {
    fill: var(--_band);
  }

  .edge {
    stroke: var(--_band-edge);
    stroke-dasharray: 6 4;
    stroke-width: 2;
  }

  .line {
    fill: none;
    stroke: var(--_link);
    stroke-width: 2;
  }

  .point {
    fill: var(--_link);
    stroke: var(--_surface);
    stroke-width: 2;
  }

  .hollow {
    fill: var(--_surface);
    stroke: var(--_link);
    stroke-width: 2.5;
  }

  .limit {
    stroke: var(--_link);
    stroke-width: 2.5;
  }

  .number {
    font-weight: 600;
  }

  figcaption {
    margin-block-start: 0.75rem;
  }

  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1.25rem;
  }

  .legend li {
    align-items: center;
    display: flex;
    gap: 0.5rem;
  }

  .legend svg {
    flex: none;
    height: 1.25rem;
    width: 1.25rem;
  }

  .flag .point {
    fill: currentColor;
    stroke: none;
  }

  table {
    border-collapse: collapse;
    width: 100%;
  }

  caption {
    font-weight: 600;
    padding-block-end: 0.5rem;
    text-align: start;
  }

  thead {
    clip-path: inset(50%);
    height: 1px;
    overflow: hidden;
    position: absolute;
    width: 1px;
  }

  tbody,
  tbody tr,
  tbody th,
  tbody td {
    display: block;
  }

  tbody tr {
    border-block-start: 1px solid var(--_border);
    padding-block: 0.5rem;
  }

  th {
    font-weight: 400;
    text-align: start;
  }

  td {
    padding: 0;
  }

  .label {
    color: var(--_text-secondary);
  }

  .range + .range {
    display: block;
  }

  .more {
    margin-block-start: 1rem;
  }

  @container phr (min-width: 40.0625rem) {
    .sheet {
      padding: 1.5rem;
    }

    thead {
      clip-path: none;
      display: table-header-group;
      height: auto;
      position: static;
      width: auto;
    }

    thead th {
      font-weight: 600;
    }

    tbody {
      display: table-row-group;
    }

    tbody tr {
      display: table-row;
    }

    tbody th,
    tbody td,
    thead th {
      border-block-end: 1px solid var(--_border);
      display: table-cell;
      padding: 0.5rem 1rem 0.5rem 0;
      padding-inline: 0 1rem;
      vertical-align: baseline;
    }

    td .label {
      display: none;
    }
  }

  @media (forced-colors: active) {
    text {
      fill: CanvasText;
    }

    .line,
    .hollow,
    .limit {
      stroke: LinkText;
    }

    .hollow,
    .band {
      fill: Canvas;
    }

    .point {
      fill: LinkText;
      stroke: Canvas;
    }

    .edge,
    .base,
    .grid {
      stroke: CanvasText;
    }

    .span[aria-pressed='true'] {
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }

    .span:focus-visible {
      outline-color: Highlight;
    }
  }

  @media print {
    .back,
    .spans,
    .more {
      display: none;
    }
  }
`;
