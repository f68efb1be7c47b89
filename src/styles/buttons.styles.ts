import {css} from './css.js';

/** Buttons and links, 44 px high at the usual text size. `.button` is the second-rank button. */
export const buttonStyles = css`
  .button,
  .link {
    appearance: none;
    background: none;
    border: 0;
    color: var(--_link);
    cursor: pointer;
    font: inherit;
    margin: 0;
    padding: 0;
    text-align: start;
    text-decoration: underline;
  }

  .button,
  .target {
    align-items: center;
    display: inline-flex;
    min-height: 2.75rem;
  }

  .button {
    background: var(--_surface);
    border: 2px solid var(--_link);
    border-radius: var(--_radius);
    font-weight: 600;
    gap: 0.5rem;
    justify-content: center;
    line-height: 1.5;
    padding: 0.5rem min(1rem, 5vw);
    text-align: center;
    text-decoration: none;
  }
`;
