/** Registers every element that a page may use: what most host pages load. */
import './components/person/person.define.js';
import './components/provider/provider.define.js';
import './components/record-timeline/record-timeline.define.js';
