import {expect} from '@open-wc/testing';
import {externalOpener} from '../../src/platform/external-link.js';

const page = globalThis as {nhsapp?: unknown};

/** The NHS App's script as a host loads it, and the addresses it was asked to open. */
function nhsApp(isOpen: () => boolean) {
  const opened: string[] = [];
  page.nhsapp = {
    tools: {isOpenInNHSApp: isOpen},
    navigation: {openBrowserOverlay: (url: string) => opened.push(url)},
  };
  return opened;
}

describe('Opening a page of somebody else', () => {
  afterEach(() => {
    delete page.nhsapp;
  });

  it('is left to the browser on a page of its own', () => {
    expect(externalOpener(undefined)).to.equal(undefined);
  });

  it('is done by the host where it has its own way', () => {
    const opened: string[] = [];
    externalOpener((url) => opened.push(url))?.('https://www.nhs.uk/');
    expect(opened).to.deep.equal(['https://www.nhs.uk/']);
  });

  it('is done by the NHS App inside it', () => {
    const opened = nhsApp(() => true);
    externalOpener(undefined)?.('https://www.nhs.uk/');
    expect(opened).to.deep.equal(['https://www.nhs.uk/']);
  });

  it('is left to the browser where the script of the NHS App is there and the app is not', () => {
    nhsApp(() => false);
    expect(externalOpener(undefined)).to.equal(undefined);
  });

  it('is left to the browser when that script fails', () => {
    nhsApp(() => {
      throw new Error('not ready');
    });
    expect(externalOpener(undefined)).to.equal(undefined);
  });
});
