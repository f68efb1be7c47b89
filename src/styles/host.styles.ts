import type {CSSResultGroup} from 'lit';
import {css} from './css.js';
import {baseStyles} from './base.styles.js';

/** Colours that the first rows of a record do not need: of focus, flags, first-rank buttons, errors, ranges and a proxy. */
export const otherColours = css`
  :host {
    --_link-hover: var(--phr-color-link-hover, var(--nhsuk-link-hover-colour, #7c2855));
    --_focus: var(--phr-color-focus, var(--nhsuk-focus-colour, #ffeb3b));
    --_focus-text: var(--phr-color-focus-text, var(--nhsuk-focus-text-colour, #212b32));
    --_flag-bg: var(--phr-color-flag-bg, #fbe8cc);
    --_flag-text: var(--phr-color-flag-text, #5f3800);
    --_new-bg: var(--phr-color-new-bg, #ccdff1);
    --_new-text: var(--phr-color-new-text, #00386e);
    --_error: var(--phr-color-error, var(--nhsuk-error-colour, #d5281b));
    --_button: var(--phr-color-button, var(--nhsuk-button-colour, #007f3b));
    --_button-text: var(--phr-color-button-text, var(--nhsuk-button-text-colour, #fff));
    --_button-hover: var(--phr-color-button-hover, var(--nhsuk-button-hover-colour, #00662f));
    --_button-shadow: var(--phr-color-button-shadow, var(--nhsuk-button-shadow-colour, #00401e));
    --_band: var(--phr-color-band, #cce5d8);
    --_band-edge: var(--phr-color-band-edge, var(--nhsuk-success-colour, #007f3b));
    --_proxy-bg: var(--phr-color-proxy-bg, var(--nhsuk-dark-blue-colour, #003087));
    --_proxy-text: var(--phr-color-proxy-text, #fff);
  }
`;

/** The whole ground of an element: its colours, and what a careless page may have made inherited set back. */
export const hostStyles: CSSResultGroup = [baseStyles, otherColours];
