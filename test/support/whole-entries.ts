/** Entries are whole from the first test on: for tests of what they say, not of what they say until the rest is there. */
import {loadEntryText} from '../../src/i18n/entry-words.js';
import {loadEntryBody} from '../../src/model/decode/entry-body.js';
import {loadLater} from '../../src/sync/load-later.js';

await Promise.all([loadEntryBody(), loadEntryText(), loadLater()]);
