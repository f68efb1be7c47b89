import {strict as assert} from 'node:assert';
import {after, before, describe, it} from 'node:test';
import type {Browser} from '../support/browser.js';
import {startBrowser} from '../support/browser-start.js';
import {startStaticServer, type StaticServer} from '../support/e2e-static-server.js';

/** As strict as a page can be: nothing but our own files, and the one Trusted Types policy that Lit makes. */
const strictPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

const page = (script: string) => `<!doctype html>
<html lang="en">
  <head>
    <title>Hospital portal</title>
    <script type="module" src="${script}"></script>
  </head>
  <body>
    <h1>Hospital portal</h1>
    <phr-provider base-url="/fhir" patient="example">
      <phr-record-timeline>Your health record is not available in this browser.</phr-record-timeline>
    </phr-provider>
  </body>
</html>`;

describe('the tag of the README, pasted into a page with a strict policy', () => {
  let server: StaticServer;
  let browser: Browser;

  before(async () => {
    const headers = {'content-security-policy': strictPolicy};
    server = await startStaticServer({
      '/chunks.html': {html: page('/dist/phr-widgets.js'), headers},
      '/bundle.html': {html: page('/dist/phr-widgets.bundle.js'), headers},
      '/version.html': {html: page('/dist/phr-widgets.js?v=2'), headers},
    });
    browser = await startBrowser();
  });

  after(async () => {
    await browser?.close();
    await server?.close();
  });

  for (const [name, path] of [
    ['with chunks', '/chunks.html'],
    ['in one file', '/bundle.html'],
    ['asked for with a version in its address', '/version.html'],
  ]) {
    it(`upgrades every element, ${name}`, async () => {
      await browser.open(`${server.origin}${path}`);

      await browser.until('every element is upgraded', () =>
        [...document.querySelectorAll(':not(:defined)')].every(
          (element) => !element.localName.startsWith('phr-'),
        ),
      );
      const {violations} = await browser.complaints();
      assert.deepEqual(violations, []);
    });
  }
});
