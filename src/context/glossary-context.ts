import {createContext} from '@lit/context';
import type {About, FoundTerm, Meaning, TermCode} from '../model/glossary.js';

/** One entry, in which a term is marked once. */
export interface TermScope {
  readonly about: About;
  /** Meanings that were marked in it already, by what tells them apart. */
  readonly marked: Set<string>;
}

/** What a person asks of a term, told to the host. */
export type TermAction = 'question' | 'report';

/** What widgets inside a glossary may ask of it. Another object whenever words come or marking is switched off or on. */
export interface Explainer {
  /** A text as it is drawn: the same characters, with buttons for the terms in it. */
  explain(text: string, scope: TermScope): unknown;
  /** Every meaning of one word as it is written, or of a code. */
  meaningsOf(word: string, about: About): Pick<FoundTerm, 'meanings' | 'ambiguous'> | undefined;
  byCode(code: TermCode): readonly Meaning[];
  lookUp(words: string, limit?: number): readonly FoundTerm[];
  /** Does what a person chose in a panel. False: nobody took it, and the panel says whom to ask. */
  act(action: TermAction, word: string, meanings: readonly Meaning[], about: About): boolean;
  /** Language subtag of the page around the glossary, and which way it is read. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  /** How to reach people who can help, without a computer. */
  readonly contact?: string;
  /** Whose job it is to check meanings, as shown: the trust's name. */
  readonly reviewer?: string;
}

/** Carries the `Explainer`; the number changes with the interface. */
export const glossaryContext = createContext<Explainer | undefined>(Symbol.for('phr-glossary@1'));
