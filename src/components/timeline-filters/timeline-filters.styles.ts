import {css} from '../../styles/css.js';

export const styles = css`
  :host {
    display: block;
  }

  form {
    background: var(--_surface);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    display: grid;
    gap: 1rem;
    padding: var(--_pad);
  }

  p,
  ul,
  fieldset {
    margin: 0;
  }

  ul {
    list-style: none;
    padding: 0;
  }

  fieldset {
    border: 0;
    min-width: 0;
    padding: 0;
  }

  legend,
  .label {
    display: block;
    font-weight: 600;
    margin: 0 0 0.25rem;
    padding: 0;
  }

  .hint {
    color: var(--_text-secondary);
  }

  .option .hint {
    display: block;
    font-size: 1rem;
  }

  .grid {
    display: grid;
    gap: 1.25rem;
  }

  .options {
    display: grid;
    gap: 0 0.75rem;
  }

  .option {
    align-items: center;
    display: flex;
    gap: 0.5rem;
    min-height: 2.75rem;
  }

  .option label {
    flex: 1;
    line-height: 1.25;
    overflow-wrap: anywhere;
    padding: 0.375rem 0;
  }

  input {
    appearance: none;
    background: var(--_surface);
    border: 2px solid var(--_border-strong);
    border-radius: 0;
    color: inherit;
    font: inherit;
    margin: 0;
    min-height: 2.75rem;
    padding: 0.25rem 0.5rem;
    width: 100%;
  }

  input[type='search'] {
    max-width: 27rem;
  }

  input[type='checkbox'],
  input[type='radio'] {
    display: grid;
    flex: none;
    height: 1.5rem;
    margin-inline-end: 0.25rem;
    min-height: 0;
    padding: 0;
    place-content: center;
    width: 1.5rem;
  }

  input[type='radio'] {
    border-radius: 50%;
  }

  input[type='checkbox']:checked::before {
    border: solid var(--_text);
    border-width: 0 0 3px 3px;
    content: '';
    height: 0.4375rem;
    transform: translateY(-0.125rem) rotate(-45deg);
    width: 0.8125rem;
  }

  input[type='radio']:checked::before {
    background: var(--_text);
    border-radius: 50%;
    content: '';
    height: 0.75rem;
    width: 0.75rem;
  }

  input:focus-visible {
    border-color: var(--_focus-text);
    box-shadow: inset 0 0 0 2px var(--_focus-text);
    outline: 4px solid var(--_focus);
    outline-offset: 0;
  }

  input[type='checkbox']:focus-visible,
  input[type='radio']:focus-visible {
    border-width: 4px;
    box-shadow: 0 0 0 4px var(--_focus);
    outline: 4px solid transparent;
  }

  .reveal {
    border-inline-start: 4px solid var(--_border);
    display: grid;
    gap: 0.75rem;
    margin-inline-start: 0.625rem;
    padding-inline-start: 1.125rem;
  }

  .reveal legend {
    font-weight: 400;
  }

  .dates {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 1rem;
  }

  .dates label {
    display: block;
  }

  .day,
  .month {
    width: 3.5rem;
  }

  .year {
    width: 5rem;
  }

  .wrong {
    border-inline-start: 4px solid var(--_error);
    padding-inline-start: 0.75rem;
  }

  .error {
    color: var(--_text);
    font-weight: 600;
  }

  .summary {
    border: 4px solid var(--_error);
    padding: 0.75rem 1rem;
  }

  .summary a {
    color: var(--_link);
  }

  .buttons {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem 1.5rem;
  }

  button {
    appearance: none;
    cursor: pointer;
    font: inherit;
    min-height: 2.75rem;
    text-transform: none;
  }

  .main {
    background: var(--_button);
    border: 2px solid transparent;
    border-radius: var(--_radius);
    box-shadow: 0 4px 0 var(--_button-shadow);
    color: var(--_button-text);
    font-weight: 600;
    margin-bottom: 4px;
    padding: 0.5rem 1rem;
  }

  .link {
    background: none;
    border: 0;
    color: var(--_link);
    padding: 0;
    text-decoration: underline;
  }

  .link:hover,
  .summary a:hover {
    color: var(--_link-hover);
  }

  button:focus-visible,
  a:focus-visible,
  .summary a:focus-visible {
    background: var(--_focus);
    box-shadow: 0 4px 0 var(--_focus-text);
    color: var(--_focus-text);
    outline: 4px solid transparent;
    text-decoration: none;
  }

  .summary:focus-visible {
    outline: 4px solid var(--_focus);
  }

  .hidden {
    clip-path: inset(50%);
    height: 1px;
    overflow: hidden;
    position: absolute;
    white-space: nowrap;
    width: 1px;
  }

  @container phr (min-width: 22rem) {
    .options--kinds {
      grid-template-columns: 1fr 1fr;
    }
  }

  @container phr (min-width: 40.0625rem) {
    .grid {
      gap: 1.5rem 2rem;
      grid-template-columns: 1fr 1fr;
    }

    .all {
      grid-column: 1 / -1;
    }

    .options--kinds {
      grid-template-columns: repeat(3, 1fr);
    }

    .option label,
    .label {
      font-size: 1.1875rem;
    }
  }

  @media (forced-colors: active) {
    input[type='checkbox']:checked::before {
      border-color: CanvasText;
    }

    input[type='radio']:checked::before {
      background: CanvasText;
      forced-color-adjust: none;
    }

    button:focus-visible,
    input:focus-visible,
    a:focus-visible {
      outline-color: Highlight;
    }

    .link {
      color: LinkText;
    }
  }

  @media print {
    :host {
      display: none;
    }
  }
`;
