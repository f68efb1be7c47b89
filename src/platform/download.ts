/**
 * How a file is given to a person: by the browser, or by the NHS App, in which downloads of the browser do nothing.
 *
 * Source: NHS App JavaScript API v2, `nhsapp.storage.downloadFromBytes(base64, filename, type)`.
 */
import {nhsApp} from './nhs-app.js';

/** How long a file can be taken after it was offered, in milliseconds. */
const patience = 40_000;

const base64 = (text: string): string =>
  btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''));

/** Gives a text to the person as a file with this name. */
export function saveText(name: string, text: string): void {
  const type = 'text/plain';
  const storage = nhsApp()?.storage;
  if (storage?.downloadFromBytes) {
    storage.downloadFromBytes(base64(text), name, type);
    return;
  }
  const url = URL.createObjectURL(new Blob([text], {type}));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Safari takes the file some time after the press (WebKit bug 211234).
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, patience);
}
