import {css, type CSSResultGroup} from 'lit';
import {baseStyles} from './base.styles.js';

/** Colours that the first rows of a record do not need: of first-rank buttons, errors, ranges and a proxy. */
export const otherColours = css`
  :host {
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
