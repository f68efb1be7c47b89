/** Registers every element that a page may use: what most host pages load. */
import './components/glossary/glossary.define.js';
import './components/glossary-search/glossary-search.define.js';
import './components/person/person.define.js';
import './components/provider/provider.define.js';
import './components/record-timeline/record-timeline.define.js';
import './components/term/term.define.js';
