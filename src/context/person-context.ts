import {createContext} from '@lit/context';
import type {Person} from '../model/person.js';

/** Whose record is shown, once it is known. */
export const personContext = createContext<Person | undefined>(Symbol.for('phr-person@1'));
