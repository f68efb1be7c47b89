/** Every class, context and type, without side effects. */
export {recordContext, type RecordSource} from './context/record-context.js';
export {settingsContext, type Settings} from './context/settings-context.js';
export {personContext} from './context/person-context.js';
