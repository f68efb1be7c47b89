/** The tag in pages of other people: with a strict policy, pasted from the README, without the library, and beside another copy of it. */
import {strict as assert} from 'node:assert';
import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {demoPeople} from '../../demo/people/index.js';
import {startDemoServer, type DemoServer} from '../../demo/server/demo-server.js';
import {demoLogin} from '../../demo/server/logins.js';
import type {Browser} from '../support/browser.js';
import {startBrowser} from '../support/browser-start.js';
import {neverComes, startStaticServer, type StaticServer} from '../support/e2e-static-server.js';

const isChromium = process.env['PHR_ENGINE'] === 'chromium';

/** As strict as a page can be: nothing but our own files, and the one Trusted Types policy that Lit makes. */
const policyWith = (trustedTypes: string) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    `trusted-types ${trustedTypes}`,
  ].join('; ');
const strict = {'content-security-policy': policyWith('lit-html')};

const instead = 'Your health record is not available in this browser.';

/** A page with the tags, and this before them. */
const page = (head: string, attributes = 'base-url="/fhir" patient="example"') => `<!doctype html>
<html lang="en">
  <head>
    <title>Hospital portal</title>
    ${head}
  </head>
  <body>
    <h1>Hospital portal</h1>
    <phr-provider ${attributes}>
      <phr-person></phr-person>
      <phr-record-timeline>${instead}</phr-record-timeline>
    </phr-provider>
  </body>
</html>`;
const script = (address: string) => `<script type="module" src="${address}"></script>`;

let browser: Browser;
before(async () => {
  browser = await startBrowser();
});
after(() => browser?.close());

describe('the tags in a page with a strict policy', () => {
  let server: StaticServer;

  before(async () => {
    server = await startStaticServer({
      '/chunks.html': {html: page(script('/dist/phr-widgets.js')), headers: strict},
      '/bundle.html': {html: page(script('/dist/phr-widgets.bundle.js')), headers: strict},
      '/version.html': {html: page(script('/dist/phr-widgets.js?v=2')), headers: strict},
    });
  });

  after(async () => {
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

describe('the words inside the tag', () => {
  let server: StaticServer;
  let elsewhere: StaticServer;

  before(async () => {
    elsewhere = await startStaticServer({});
    server = await startStaticServer({
      '/refused.html': {
        html: page(script(`${elsewhere.origin}/dist/phr-widgets.js`)),
        headers: strict,
      },
      '/gone.html': {html: page(script('/dist/not-there.js'))},
      // A script that is asked for before the page is loaded keeps it from being so, for the test as for the person.
      '/never.html': {
        html: page(`<script>addEventListener('load', () => import('${neverComes}'));</script>`),
      },
      '/no-lit.html': {
        html: page(script('/dist/phr-widgets.js')),
        headers: {'content-security-policy': policyWith("'none'")},
      },
    });
  });

  after(async () => {
    await server?.close();
    await elsewhere?.close();
  });

  for (const {when, path, skip, until} of [
    {
      when: 'the policy of the page refuses the script',
      path: '/refused.html',
      until: /script-src/,
    },
    {when: 'the script is not there', path: '/gone.html', until: /not-there/},
    {
      when: 'the script never comes',
      path: '/never.html',
      skip: process.env['PHR_ENGINE'] === 'webkit' && 'its driver waits for every script to come',
    },
    {
      when: 'the policy of the page does not let Lit write markup',
      path: '/no-lit.html',
      skip: !isChromium && 'Trusted Types are not in every engine',
      until: /trusted-types/,
    },
  ]) {
    it(`are what a person reads when ${when}`, {skip: skip ?? false}, async () => {
      await browser.open(`${server.origin}${path}`);
      if (until)
        await browser.until(
          'the script was refused',
          (source: string) => {
            const {phrComplaints} = window as {
              phrComplaints?: {errors: string[]; violations: string[]};
            };
            const {errors = [], violations = []} = phrComplaints ?? {};
            return [...errors, ...violations].some((one) => new RegExp(source).test(one));
          },
          until.source,
        );

      await browser.sees(instead);

      const box = await browser.evaluate(() => {
        const range = document.createRange();
        range.selectNodeContents(document.querySelector('phr-record-timeline') as Element);
        const {width, height, top, bottom} = range.getBoundingClientRect();
        return {isSeen: width > 100 && height > 10 && top >= 0 && bottom <= innerHeight};
      });
      assert.deepEqual(box, {isSeen: true});
    });
  }
});

describe('the library beside another', () => {
  let server: StaticServer;

  const chunks = script('/dist/phr-widgets.js');
  const taken = `<script>
    customElements.define('phr-person', class extends HTMLElement {
      connectedCallback() { this.textContent = 'Somebody else’s person'; }
    });
  </script>`;

  before(async () => {
    server = await startStaticServer({
      '/version.html': {
        html: page(chunks + script('/dist/phr-widgets.js?v=2'), 'patient="dawn"'),
        headers: strict,
      },
      '/copies.html': {
        html: page(chunks + script('/dist/phr-widgets.bundle.js'), 'patient="dawn"'),
        headers: {'content-security-policy': policyWith("lit-html 'allow-duplicates'")},
      },
      '/taken.html': {html: page(taken + chunks, 'patient="dawn"')},
    });
  });

  after(async () => {
    await server?.close();
  });

  for (const {what, path, warnings, also} of [
    {
      what: 'is one library when it is loaded again with a version in its address',
      path: '/version.html',
      warnings: /^$/,
      also: 'Dawn Ribblesdale',
    },
    {
      what: 'warns of a second copy, and the first one works',
      path: '/copies.html',
      warnings: /<phr-provider> is here from another copy.*<phr-record-timeline> is here/s,
      also: 'Dawn Ribblesdale',
    },
    {
      what: 'warns of a tag that somebody else has taken, and the others work',
      path: '/taken.html',
      warnings: /^<phr-person> is here from another copy[^<]*$/,
      also: 'Somebody else’s person',
    },
  ]) {
    it(`${what}, and throws nothing`, async () => {
      await browser.open(`${server.origin}${path}`);

      await browser.evaluate(async () => {
        await customElements.whenDefined('phr-record-timeline');
        const about = {reference: 'Patient/dawn'};
        (document.querySelector('phr-provider') as Element & {resources: unknown}).resources = [
          {resourceType: 'Patient', id: 'dawn', name: [{text: 'Dawn Ribblesdale'}]},
          {
            resourceType: 'AllergyIntolerance',
            id: 'allergy',
            patient: about,
            code: {text: 'Allergy to peanuts'},
            recordedDate: '2024-05-02',
          },
        ];
      });

      await browser.click({role: 'button', name: 'Allergy to peanuts'});
      await browser.find({role: 'button', name: 'Close Allergy to peanuts'});
      await browser.sees(also);
      const heard = await browser.complaints();
      assert.match(heard.warnings.join('\n'), warnings);
      assert.deepEqual([...heard.errors, ...heard.violations], []);
    });
  }
});

describe('the tag of the README', () => {
  let demo: DemoServer;
  let folder: string;

  before(async () => {
    const dawn = demoPeople().find(({key}) => key === 'dawn');
    assert.ok(dawn);
    folder = await mkdtemp(join(tmpdir(), 'phr-readme-'));
    demo = await startDemoServer({
      host: '127.0.0.1',
      records: [dawn],
      logins: dawn.logins.map((login) => demoLogin(login)),
      staticFolders: [
        {path: '/phr-widgets/', folder: fileURLToPath(new URL('../../dist', import.meta.url))},
        {path: '/', folder},
      ],
      // A plain page has no policy; this server's must be one, and lets a page write its scripts in its own markup.
      contentSecurityPolicy: "default-src 'self' 'unsafe-inline' data:",
    });
    const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8');
    const block = (language: string, with_: string) => {
      const found = [...readme.matchAll(/```(\w+)\n(.*?)```/gs)].filter(
        ([, is, code]) => is === language && code?.includes(with_),
      );
      assert.equal(found.length, 1, `README.md has ${found.length} snippets with ${with_}`);
      return found[0]?.[2] ?? '';
    };
    const tags = block('html', '<phr-record-timeline')
      .replace(/base-url="[^"]*"/, `base-url="${demo.fhirBase}"`)
      .replace(/patient="[^"]*"/, `patient="${dawn.patient}"`);
    assert.ok(tags.includes(demo.fhirBase) && tags.includes(dawn.patient));
    const html = `<!doctype html>
<html lang="en">
<title>Hospital</title>
${tags}
<script>const portal = {accessToken: async () => '${demo.token('dawn')}'};</script>
<script type="module">${block('js', 'getToken')}</script>
</html>`;
    await writeFile(join(folder, 'index.html'), html);
  });

  after(async () => {
    await demo?.close();
    if (folder) await rm(folder, {recursive: true});
  });

  it('shows the record in a plain page, with the token of the page, as it is pasted', async () => {
    await browser.open(`${demo.url}/`);

    await browser.find({role: 'heading', name: /^Amitriptyline 10mg tablets/});

    await browser.sees('Dawn Ribblesdale');
    const text = await browser.text();
    assert.doesNotMatch(text, /cannot be shown|There is a problem/);
    const {errors, violations} = await browser.complaints();
    assert.deepEqual([...errors, ...violations], []);
  });
});
