import {css} from './css.js';

/**
 * What the first rows of a record do not need of text, buttons, links and tags. `.main` is the first-rank button. Only what
 * needs a second look is filled; high and low share one warm colour, and nothing is red.
 */
export const moreStyles = css`
  b,
  strong {
    font-weight: 600;
  }

  .nowrap {
    white-space: nowrap;
  }

  .button:hover {
    border-color: var(--_link-hover);
    color: var(--_link-hover);
  }

  .button.main {
    background: var(--_button);
    border-color: transparent;
    box-shadow: 0 4px 0 var(--_button-shadow);
    color: var(--_button-text);
    margin-block-end: 4px;
  }

  .button.main:hover {
    background: var(--_button-hover);
  }

  a {
    color: var(--_link);
  }

  .link:hover,
  a:hover {
    color: var(--_link-hover);
  }

  .tag:not(.plain) {
    background: var(--_new-bg);
    border-color: transparent;
    color: var(--_new-text);
  }

  .flag {
    align-items: center;
    background: var(--_flag-bg);
    border: 1px solid transparent;
    border-radius: 2px;
    color: var(--_flag-text);
    display: inline-flex;
    font-size: 1rem;
    font-weight: 600;
    gap: 0.375rem;
    padding: 0 0.5rem;
  }

  .flag svg {
    fill: currentColor;
    flex: none;
    height: 0.75rem;
    width: 0.75rem;
  }

  @media (forced-colors: active) {
    .button {
      border-color: ButtonText;
      color: ButtonText;
    }

    .link {
      color: LinkText;
    }
  }

  @media (forced-colors: active), print {
    .tag:not(.plain),
    .flag {
      border-color: currentColor;
    }
  }
`;
