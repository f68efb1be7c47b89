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
    -webkit-user-select: text;
    /* Above the target of the row that stretches over it. */
    z-index: 1;
  }

  /* With a box of its own: Firefox takes no touch on text whose parent has none. */
  .word slot {
    display: inline;
  }

  .wait {
    display: block;
    font-size: 1rem;
  }

  @media print {
    .word {
      text-decoration: none;
    }
  }
`;
