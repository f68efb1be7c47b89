import {createContext} from '@lit/context';
import type {Viewer} from '../model/person.js';

/** What the host decides for every widget in a provider. */
export interface Settings {
  readonly viewer: Viewer;
  /** A way to reach people that needs no computer; ends every failure text. Words default to the surgery or hospital. */
  readonly contact?: string;
  /** How to ask for a correction, shown under 'Does something look wrong?'. */
  readonly correction?: string;
  /** Whose records are read, as people call them: 'Northmoor Hospitals'. */
  readonly sourceName?: string;
  /** True when the host lets us keep, on this device, the moment the person last looked. */
  readonly remember: boolean;
  /** Opens a page of somebody else, where the browser is not to open a new tab itself: in an app around the page. */
  readonly openExternal?: (url: string) => void;
  /** The time now; replaced in tests. */
  readonly now: () => number;
}

/** Carries the `Settings`; the number changes with the interface. */
export const settingsContext = createContext<Settings | undefined>(Symbol.for('phr-settings@1'));
