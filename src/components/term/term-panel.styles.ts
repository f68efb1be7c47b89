import {css} from '../../styles/css.js';

/** The panel that explains a word. */
export const panelStyles = css`
  .word {
    anchor-name: --phr-term;
  }

  .word[aria-expanded='true']:not(:focus-visible) {
    color: var(--_link);
    text-decoration-style: solid;
  }

  .panel {
    background: var(--_surface);
    border: 2px solid var(--_border-strong);
    border-radius: var(--_radius);
    box-shadow: 0 2px 8px rgb(33 43 50 / 30%);
    color: var(--_text);
    font-size: 1rem;
    font-style: normal;
    font-weight: 400;
    line-height: 1.5;
    margin: 0.625rem 0;
    overflow: visible;
    overflow-wrap: break-word;
    padding: 0.75rem min(1rem, 5vw) 1rem;
    text-align: start;
    text-transform: none;
    white-space: normal;
    z-index: 1;
  }

  /*
   * Without a way to place it at the word: a float that takes all the width of the text, with its margins, goes under the
   * line the word stands in, and breaks neither that line nor the word. Out of a narrow column of a table it goes over the others.
   */
  .panel:not([popover]) {
    --_wide: max(min(100%, 30rem), min(18rem, 100vw - 6rem));
    clear: both;
    float: left;
    margin-left: var(--_shift);
    margin-right: calc(100% - var(--_wide) - var(--_shift));
    position: relative;
    width: var(--_wide);
  }

  .panel[popover] {
    inset: auto;
    margin: 0.625rem 1rem;
    max-width: min(30rem, 100vw - 2rem);
    position-anchor: --phr-term;
    position-area: block-end span-all;
    position-try-fallbacks: flip-block;
    width: max-content;
  }

  /* The pointer: a corner of a square, with the panel's own border on two sides. */
  .panel::before {
    background: inherit;
    border: solid var(--_border-strong);
    border-width: 2px 0 0 2px;
    content: '';
    height: 0.75rem;
    left: calc(var(--_at) - 0.375rem);
    position: absolute;
    top: calc(-0.375rem - 1px);
    transform: rotate(45deg);
    width: 0.75rem;
  }

  .panel.above::before {
    bottom: calc(-0.375rem - 1px);
    top: auto;
    transform: rotate(225deg);
  }

  .head {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 0 1rem;
    justify-content: space-between;
  }

  .head button {
    padding: 0 0.5rem;
  }

  .name {
    font-size: 1.1875rem;
    font-weight: 600;
    max-width: 100%;
  }

  p,
  dl,
  dt,
  dd,
  ul,
  li {
    margin: 0;
    padding: 0;
  }

  p:not(.name),
  dl,
  ul,
  li {
    margin-block-start: 0.5rem;
  }

  ul {
    list-style: none;
  }

  dl > div {
    margin-block-start: 0.25rem;
  }

  dt,
  dd {
    display: inline;
  }

  dt,
  .full {
    font-weight: 600;
  }

  .means {
    font-size: 1.1875rem;
  }

  .meanings li,
  .standing {
    border-block-start: 1px solid var(--_border);
    padding-block-start: 0.5rem;
  }

  .meanings .means {
    font-size: inherit;
    margin-block-start: 0.25rem;
  }

  .full::first-letter {
    text-transform: uppercase;
  }

  .meanings .standing {
    border: 0;
    padding: 0;
  }

  .why,
  .leaves,
  .standing {
    color: var(--_text-secondary);
  }

  .leaves {
    display: block;
  }

  .note {
    background: var(--_note-bg);
    border-inline-start: 4px solid var(--_border-strong);
    padding: 0.5rem min(0.75rem, 3vw);
  }

  .said:empty {
    margin: 0;
  }

  @media print {
    .panel {
      display: none;
    }
  }
`;
