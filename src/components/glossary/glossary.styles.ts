import {css} from '../../styles/css.js';

/** The glossary around other things: it takes no room but that of its own few lines. */
export const styles = css`
  :host {
    background: none;
  }

  .help {
    align-items: baseline;
    color: var(--_text-secondary);
    display: flex;
    flex-wrap: wrap;
    gap: 0 1rem;
  }

  .unseen {
    visibility: hidden;
  }

  @media print {
    .help {
      display: none;
    }
  }
`;
