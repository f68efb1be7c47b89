/** A page that React 19 owns, with a glossary around one of two copies of its entries. */
import {createElement as h, StrictMode, useState, type ReactNode} from 'react';
import {createRoot} from 'react-dom/client';
import {actions, first, terms, type HostState} from './host-state.js';

function Entries({
  state,
  change,
}: {
  state: HostState;
  change: (state: HostState) => void;
}): ReactNode {
  return h(
    'div',
    null,
    h(
      'ul',
      null,
      state.entries.map(({key, title, parts, bold}) =>
        h(
          'li',
          {key, onClick: () => change({...state, presses: state.presses + 1})},
          h('h3', null, title),
          h('p', null, ...parts, h('b', null, bold)),
        ),
      ),
    ),
    h(
      'label',
      null,
      'Your note ',
      h('input', {
        value: state.note,
        onChange: (event: {target: {value: string}}) =>
          change({...state, note: event.target.value.toUpperCase()}),
      }),
    ),
    h('p', null, 'You wrote: ', state.note),
  );
}

function Page(): ReactNode {
  const [state, change] = useState(first);
  const entries = h(Entries, {state, change});
  return h(
    'main',
    null,
    ...Object.entries(actions).map(([name, act]) =>
      h('button', {type: 'button', onClick: () => change(act)}, name),
    ),
    h('p', {id: 'presses'}, state.presses),
    state.isThere &&
      h(
        'section',
        {'aria-label': 'Inside a glossary'},
        h('phr-glossary', {annotate: true, ownTermsOnly: true, terms}, entries),
      ),
    state.isThere &&
      h('section', {'aria-label': 'Without a glossary'}, h('div', {id: 'without'}, entries)),
  );
}

const root = document.getElementById('root');
if (root) createRoot(root).render(h(StrictMode, null, h(Page)));
