import {css} from '../../styles/css.js';

/** A word in a line of text. */
export const styles = css`
  :host {
    background: none;
    container: none;
    display: inline;
    font: inherit;
    color: inherit;
    line-height: inherit;
  }

  .word {
    all: unset;
    cursor: pointer;
    overflow-wrap: anywhere;
    position: relative;
    /* One by one: Safari takes no colour and thickness in the short form. */
    text-decoration-color: var(--_link);
    text-decoration-line: underline;
    text-decoration-style: dotted;
    text-decoration-thickness: 2px;
    text-underline-offset: 0.25em;
    white-space: normal;
    -webkit-user-select: text;
    /* Above the target of the row that stretches over it. */
    z-index: 1;
  }

  /* A long word leaves room in its line for the full stop that is kept with it. */
  :host(.nowrap) .word {
    max-width: max(100% - 3ch, 8ch);
  }

  /* With a box of its own: Firefox takes no touch on text whose parent has none. */
  .word slot {
    display: inline;
  }

  /* Under the line, which goes on as it was. */
  .wait {
    float: left;
    font-size: 1rem;
    white-space: normal;
    width: 100%;
  }

  @media print {
    .word {
      text-decoration: none;
    }
  }
`;
