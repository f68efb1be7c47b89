import {expect} from '@open-wc/testing';
import {saveText} from '../../src/platform/download.js';

const page = globalThis as {nhsapp?: unknown};
const {createObjectURL} = URL;
const {click} = HTMLAnchorElement.prototype;

/** Saves a text, and gives back what the browser was given. */
async function saved(name: string, text: string) {
  const given: (readonly [name: string, blob: Blob])[] = [];
  let last = new Blob();
  URL.createObjectURL = (blob) => {
    last = blob as Blob;
    return 'blob:nothing';
  };
  HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
    given.push([this.download, last]);
  };
  saveText(name, text);
  return Promise.all(given.map(async ([file, blob]) => [file, await blob.text()]));
}

describe('Giving a text to a person as a file', () => {
  afterEach(() => {
    URL.createObjectURL = createObjectURL;
    HTMLAnchorElement.prototype.click = click;
    delete page.nhsapp;
  });

  it('is done by the browser on a page of its own', async () => {
    expect(await saved('Questions.txt', 'What does ‘AF’ mean?')).to.deep.equal([
      ['Questions.txt', 'What does ‘AF’ mean?'],
    ]);
  });

  it('keeps the file at hand for a browser that takes it some time after the press', () => {
    const {revokeObjectURL} = URL;
    const timeout = window.setTimeout;
    const happened: (string | number | undefined)[] = [];
    try {
      URL.revokeObjectURL = () => happened.push('gone');
      window.setTimeout = ((callback: () => void, delay?: number) => {
        happened.push(delay);
        callback();
        return 0;
      }) as typeof window.setTimeout;
      void saved('a.txt', 'a');
    } finally {
      URL.revokeObjectURL = revokeObjectURL;
      window.setTimeout = timeout;
    }
    expect(happened).to.deep.equal([40_000, 'gone']);
  });

  it('is done by the NHS App inside it, with every letter', async () => {
    const taken: string[][] = [];
    page.nhsapp = {
      tools: {isOpenInNHSApp: () => true},
      storage: {downloadFromBytes: (...given: string[]) => taken.push(given)},
    };
    const text = 'Beth mae ‘ŵyr’ yn ei olygu? 😀';
    expect(await saved('Cwestiynau.txt', text)).to.deep.equal([]);
    const [[bytes = '', name, type] = []] = taken;
    expect([name, type]).to.deep.equal(['Cwestiynau.txt', 'text/plain']);
    const decoded = Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0));
    expect(new TextDecoder().decode(decoded)).to.equal(text);
  });

  it('is done by the browser where the script of the NHS App is there and the app is not, or it fails', async () => {
    for (const isOpenInNHSApp of [
      () => false,
      () => {
        throw new Error('not ready');
      },
    ]) {
      page.nhsapp = {tools: {isOpenInNHSApp}, storage: {downloadFromBytes: () => expect.fail()}};
      expect(await saved('a.txt', 'a')).to.deep.equal([['a.txt', 'a']]);
    }
  });
});
