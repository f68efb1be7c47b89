import {attachContextRoot} from '../../context/context-root.js';
import {isFree} from '../../internal/is-free.js';
import '../term/term.define.js';
import {PhrGlossarySearch} from './glossary-search.js';

attachContextRoot();

if (isFree('phr-glossary-search', PhrGlossarySearch)) {
  customElements.define('phr-glossary-search', PhrGlossarySearch);
}
