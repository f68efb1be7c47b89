/** A page that Vue 3 owns, with a glossary around one of two copies of its entries. */
import {createApp, h, shallowRef, type VNode} from 'vue';
import {actions, first, terms} from './host-state.js';

const state = shallowRef(first);

const entries = (): VNode =>
  h('div', [
    h(
      'ul',
      state.value.entries.map(({key, title, parts, bold}) =>
        h(
          'li',
          {
            key,
            onClick: () => {
              state.value = {...state.value, presses: state.value.presses + 1};
            },
          },
          [h('h3', title), h('p', [...parts, h('b', bold)])],
        ),
      ),
    ),
    h('label', [
      'Your note ',
      h('input', {
        value: state.value.note,
        onInput: (event: Event) => {
          if (event.target instanceof HTMLInputElement)
            state.value = {...state.value, note: event.target.value.toUpperCase()};
        },
      }),
    ]),
    h('p', ['You wrote: ', state.value.note]),
  ]);

const page = (): VNode =>
  h('main', [
    ...Object.entries(actions).map(([name, act]) =>
      h('button', {type: 'button', onClick: () => (state.value = act(state.value))}, name),
    ),
    h('p', {id: 'presses'}, state.value.presses),
    ...(state.value.isThere
      ? [
          h('section', {'aria-label': 'Inside a glossary'}, [
            h('phr-glossary', {annotate: true, ownTermsOnly: true, terms}, [entries()]),
          ]),
          h('section', {'aria-label': 'Without a glossary'}, [
            h('div', {id: 'without'}, [entries()]),
          ]),
        ]
      : []),
  ]);

createApp({render: page}).mount('#root');
