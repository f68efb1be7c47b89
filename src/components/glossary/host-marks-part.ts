/** How that is fetched which explains the page's own text: only where a page asks for it. Replaced in tests. */
export const part = {load: () => import('./host-marks.js')};
