import {css} from '../../styles/css.js';

/** A field with its button, and what was found below. */
export const styles = css`
  label {
    display: block;
    font-size: 1.1875rem;
    font-weight: 600;
  }

  .line {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    margin-block-start: 0.25rem;
  }

  input {
    appearance: none;
    background: var(--_surface);
    border: 2px solid var(--_border-strong);
    border-radius: 0;
    color: var(--_text);
    flex: 1 1 12rem;
    font: inherit;
    max-width: 30rem;
    min-height: 2.75rem;
    min-width: 0;
    padding: 0.25rem 0.5rem;
  }

  input:focus {
    border-color: var(--_focus-text);
    box-shadow: inset 0 0 0 2px var(--_focus-text);
    outline: 4px solid var(--_focus);
    outline-offset: 0;
  }

  section {
    margin-block-start: 1rem;
  }

  /* Clear of the line that the heading above has while it is in focus. */
  section p {
    margin-block-start: 0.5rem;
  }

  li {
    border-block-end: 1px solid var(--_border);
  }

  /* One word a line: large enough for a thumb. */
  li phr-term::part(word) {
    display: inline-block;
    padding-block: 0.625rem;
  }

  /* On paper nothing can be looked up: what was, stays. */
  @media print {
    form {
      display: none;
    }
  }
`;
