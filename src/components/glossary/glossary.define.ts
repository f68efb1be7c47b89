import {attachContextRoot} from '../../context/context-root.js';
import {isFree} from '../../internal/is-free.js';
import '../term/term.define.js';
import {PhrGlossary} from './glossary.js';

attachContextRoot();

if (isFree('phr-glossary', PhrGlossary)) {
  customElements.define('phr-glossary', PhrGlossary);
}
