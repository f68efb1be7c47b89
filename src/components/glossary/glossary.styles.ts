import {css} from '../../styles/css.js';

/** The glossary around other things: it takes no room but that of its own few lines. */
export const styles = css`
  :host {
    background: none;
    position: relative;
  }

  .help {
    align-items: baseline;
    color: var(--_text-secondary);
    display: flex;
    flex-wrap: wrap;
    gap: 0 1rem;
  }

  .questions,
  .here {
    margin-block: 1rem;
  }

  summary {
    color: var(--_link);
    cursor: pointer;
    min-height: 2.75rem;
    padding-block: 0.5rem;
  }

  .here ul {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 1.5rem;
  }

  .questions li {
    align-items: baseline;
    border-block-end: 1px solid var(--_border);
    display: flex;
    flex-wrap: wrap;
    gap: 0 1rem;
    justify-content: space-between;
    padding-block: 0.25rem;
  }

  /* Over a word of the page's own text, which stays as it is: only the panel and the focus are seen. */
  .at {
    position: absolute;
    z-index: 1;
  }

  .at phr-term::part(word) {
    color: transparent;
    display: block;
    font-size: 0;
    height: 100%;
    inset: 0;
    position: absolute;
    text-decoration: none;
    width: 100%;
  }

  .at phr-term::part(word):focus-visible {
    background: none;
    box-shadow: 0 4px var(--_text);
    outline: 3px solid var(--_focus);
  }

  @media print {
    .help,
    .here {
      display: none;
    }
  }
`;
