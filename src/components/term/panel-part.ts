/** How the panel of words is fetched: once for a page, when it has time or when a word is selected. Replaced in tests. */
export const part = {load: () => import('./term-panel.js')};
