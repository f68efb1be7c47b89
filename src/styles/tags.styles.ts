import {css} from 'lit';

/** Tags and flags. Only what needs a second look is filled; high and low share one warm colour, and nothing is red. */
export const tagStyles = css`
  .tag,
  .flag {
    border: 1px solid transparent;
    border-radius: 2px;
    font-size: 1rem;
    padding: 0 0.5rem;
  }

  .tag {
    background: var(--_new-bg);
    color: var(--_new-text);
    display: inline-block;
    font-weight: 400;
    line-height: 1.375;
    max-width: 100%;
  }

  .tag.plain {
    background: transparent;
    border-color: var(--_border-strong);
    color: var(--_text);
  }

  .flag {
    align-items: center;
    background: var(--_flag-bg);
    color: var(--_flag-text);
    display: inline-flex;
    font-weight: 600;
    gap: 0.375rem;
  }

  .flag svg {
    fill: currentColor;
    flex: none;
    height: 0.75rem;
    width: 0.75rem;
  }

  @media (forced-colors: active), print {
    .tag,
    .flag {
      border-color: currentColor;
    }
  }
`;
