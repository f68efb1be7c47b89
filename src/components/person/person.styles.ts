import {css} from '../../styles/css.js';

export const styles = css`
  dl,
  dd,
  h2,
  h3,
  h4,
  h5,
  h6,
  p {
    margin: 0;
  }

  :host > * {
    line-height: 1.5;
  }

  dl,
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.25rem;
  }

  dl > div {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.375rem;
  }

  /* As high as the facts that come: nothing below moves for them. */
  .room {
    min-height: 4.6875rem;
  }

  .facts {
    min-height: 3rem;
  }

  dt {
    color: var(--_text-secondary);
  }

  .proxy dt {
    color: inherit;
  }

  .name {
    flex-basis: 100%;
    font-size: 1.1875rem;
    font-weight: 600;
    line-height: 1.42;
    overflow-wrap: anywhere;
  }

  /* Kept together, unless the text is too large for the screen. */
  .value {
    display: inline-block;
    overflow-wrap: anywhere;
    unicode-bidi: plaintext;
  }

  .proxy {
    background: var(--_proxy-bg);
    border: 1px solid transparent;
    border-radius: var(--_radius);
    color: var(--_proxy-text);
    padding: 0.75rem var(--_pad);
  }

  .proxy h2,
  .proxy h3,
  .proxy h4,
  .proxy h5,
  .proxy h6 {
    font-size: 1.1875rem;
    font-weight: 600;
    line-height: 1.42;
    overflow-wrap: anywhere;
  }

  .hidden {
    clip-path: inset(50%);
    height: 1px;
    overflow: hidden;
    position: absolute;
    white-space: nowrap;
    width: 1px;
  }

  @container phr (min-width: 40.0625rem) {
    .name {
      flex-basis: auto;
    }

    .room {
      min-height: 1.6875rem;
    }

    .facts {
      min-height: 1.5rem;
    }
  }

  @media (forced-colors: active) {
    .proxy {
      border-color: CanvasText;
    }
  }

  @media print {
    .proxy {
      background: none;
      border-color: currentColor;
      color: inherit;
    }
  }
`;
