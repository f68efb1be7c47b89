import {css} from './css.js';

/** Tags: words in a frame. */
export const tagStyles = css`
  .tag {
    border: 1px solid var(--_border-strong);
    border-radius: 2px;
    color: var(--_text);
    display: inline-block;
    font-size: 1rem;
    font-weight: 400;
    line-height: 1.375;
    max-width: 100%;
    padding: 0 0.5rem;
  }
`;
