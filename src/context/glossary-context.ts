import {createContext} from '@lit/context';
import type {About, FoundTerm, Meaning} from '../model/glossary.js';

/** One entry, in which a term is marked once. */
export interface TermScope {
  readonly about: About;
  /** Meanings that were marked in it already, by what tells them apart. */
  readonly marked: Set<string>;
}

/** What a person asks of a term, told to the host. */
export type TermAction = 'question' | 'report';

/** What is asked of a glossary once a person has selected a word or looks one up: fetched apart from what marks words. */
export interface TermDesk {
  /**
   * Terms written like these words, nearest first. Waits for the terms where they are not here yet; rejects when they cannot be
   * had now, so that what could not be looked for is never said not to be found.
   */
  lookUp(words: string, limit?: number): Promise<readonly FoundTerm[]>;
  /** What the codes of an entry with this name mean; nothing where it may not be marked in front of somebody else. */
  coded(codes: readonly string[], name: string): readonly Meaning[] | undefined;
  /**
   * What a terminology server of the host says of these codes, beside what is known here: asked only when a person has
   * selected a word. Nothing without such a server, nor when it fails.
   */
  ask(
    codes: readonly string[],
    known: readonly Meaning[],
    word: string,
  ): Promise<readonly Meaning[]>;
  /** True when the host wants the server's words before these that are known here. */
  asksFirst(known: readonly Meaning[]): boolean;
  /**
   * Does what a person chose in a panel. False: nobody took it, and the panel says whom to ask. `list`: it stands now in the
   * list of questions at the end of the glossary, where the panel says it can be found.
   */
  act(
    action: TermAction,
    word: string,
    meanings: readonly Meaning[],
    about: About,
  ): boolean | 'list';
  /** Opens a page of somebody else, where the browser itself is not to do so. */
  readonly openExternal?: (url: string) => void;
  /** True while no words are underlined. */
  readonly isOff?: boolean;
  /** Underlines words no longer. `focus`: the switch that underlines them again takes the focus. */
  stop(focus: boolean): void;
  /** How to reach people who can help, without a computer. */
  readonly contact?: string;
  /** Whose job it is to check meanings, as shown: the trust's name. */
  readonly reviewer?: string;
}

/**
 * What widgets inside a glossary may ask of it: from the first, before it knows a word. Another object whenever words come or
 * marking is switched off or on.
 */
export interface Explainer {
  /** A text as it is drawn: the same characters, with buttons for the terms in it; as it is until there are terms. */
  explain(text: string, scope: TermScope): unknown;
  /** Every meaning of one word as it is written. */
  meaningsOf(word: string, about: About): Pick<FoundTerm, 'meanings' | 'ambiguous'> | undefined;
  /** True when more than is known here may be known of a code once a person asks. */
  readonly asks: boolean;
  /** Everything else: fetched at the first need. Rejects when it cannot be had now. */
  desk(): Promise<TermDesk>;
  /** Language subtag of the page around the glossary, and which way it is read. */
  readonly lang: () => string;
  readonly dir: () => 'ltr' | 'rtl';
}

/** Carries the `Explainer`; the number changes with the interface. */
export const glossaryContext = createContext<Explainer | undefined>(Symbol.for('phr-glossary@1'));

/** Under which name the library's own terms are known; shown in words of the page's language. */
export const bundledName = 'phr-widgets';
