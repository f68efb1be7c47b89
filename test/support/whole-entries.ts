/** Entries are whole from the first test on: for tests of what they say, not of what they say until the rest is there. */
import {loadEntryText} from '../../src/i18n/entry-words.js';
import {loadEntryBody} from '../../src/model/decode/entry-body.js';

await Promise.all([loadEntryBody(), loadEntryText()]);
