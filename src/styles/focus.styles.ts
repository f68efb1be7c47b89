import {css} from './css.js';

/**
 * How focus looks, after NHS.UK frontend's `core/tools/_focused.scss`: yellow with a dark bar, since yellow alone does not
 * stand out on white. The outline is transparent until forced colours show it.
 */
export const focusStyles = css`
  a:focus-visible,
  summary:focus-visible,
  .link:focus-visible,
  :is(h1, h2, h3, h4, h5, h6):focus-visible {
    background: var(--_focus);
    box-shadow:
      0 -2px var(--_focus),
      0 4px var(--_focus-text);
    color: var(--_focus-text);
    outline: 4px solid transparent;
    text-decoration: none;
  }

  .button:focus-visible {
    background: var(--_focus);
    border-color: var(--_focus);
    box-shadow: 0 4px 0 var(--_focus-text);
    color: var(--_focus-text);
    outline: 4px solid transparent;
    outline-offset: 4px;
  }

  @media (forced-colors: active) {
    :focus-visible {
      outline-color: Highlight;
    }
  }
`;
