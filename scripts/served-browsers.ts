/** Code for browsers that are not served, left out of the browser delivery. */
import type {Plugin} from 'vite';

/** Lit asks whether style sheets can be adopted, and else makes `<style>` elements, which a strict policy refuses. */
const adopts = /\b(\w+)=\w+\.ShadowRoot&&[^;]*?"replace"in CSSStyleSheet\.prototype/;

/**
 * Every browser served (README.md names the oldest) can adopt style sheets, so the question is answered when the delivery is
 * built. Fails when a new version of Lit asks it in other words.
 */
export function servedBrowsers(): Plugin {
  return {
    name: 'served-browsers',
    apply: 'build',
    transform(code, id) {
      if (!id.endsWith('/@lit/reactive-element/css-tag.js')) return null;
      if (!adopts.test(code))
        this.error('Lit asks in other words whether style sheets can be adopted');
      return {code: code.replace(adopts, '$1=true'), map: null};
    },
  };
}
