import {css} from '../../styles/css.js';

export const styles = css`
  :host {
    display: block;
  }

  .problem {
    background: var(--_surface);
    border: 1px solid var(--_border);
    border-inline-start: 4px solid var(--_border-strong);
    border-radius: var(--_radius);
    margin-bottom: 1rem;
    padding: var(--_pad);
  }

  .problem p {
    margin: 0;
  }

  .problem p + p {
    margin-top: 0.5rem;
  }

  .problem .title {
    font-size: 1.1875rem;
    font-weight: 600;
    line-height: 1.42;
  }
`;
