import {css} from 'lit';

/** Buttons and links, 44 px high at the usual text size. `.button` is the second-rank button, `.main` the first-rank one. */
export const buttonStyles = css`
  .button {
    align-items: center;
    appearance: none;
    background: var(--_surface);
    border: 2px solid var(--_link);
    border-radius: var(--_radius);
    color: var(--_link);
    cursor: pointer;
    display: inline-flex;
    font: inherit;
    font-weight: 600;
    gap: 0.5rem;
    justify-content: center;
    line-height: 1.5;
    margin: 0;
    min-height: 2.75rem;
    padding: 0.5rem min(1rem, 5vw);
    text-align: center;
    text-decoration: none;
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

  .link,
  a {
    color: var(--_link);
  }

  .link {
    appearance: none;
    background: none;
    border: 0;
    cursor: pointer;
    font: inherit;
    margin: 0;
    padding: 0;
    text-align: start;
    text-decoration: underline;
  }

  .link:hover,
  a:hover {
    color: var(--_link-hover);
  }

  .link.target {
    align-items: center;
    display: inline-flex;
    min-height: 2.75rem;
  }

  .chevron {
    border: solid currentColor;
    border-width: 0 3px 3px 0;
    flex: none;
    height: 0.625rem;
    transform: translateY(-0.125rem) rotate(45deg);
    width: 0.625rem;
  }

  [aria-expanded='true'] > .chevron {
    transform: translateY(0.125rem) rotate(225deg);
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
`;
