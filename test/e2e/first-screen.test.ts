import {strict as assert} from 'node:assert';
import {readFileSync, readdirSync} from 'node:fs';
import {after, before, describe, it} from 'node:test';
import type {Browser} from '../support/browser.js';
import {startBrowser} from '../support/browser-start.js';
import {startStaticServer, type StaticServer} from '../support/e2e-static-server.js';

const resources = [
  {
    resourceType: 'Patient',
    id: 'example',
    name: [{text: 'Parveen Nidderdale'}],
    birthDate: '1955-03-14',
  },
  {
    resourceType: 'Condition',
    id: 'asthma',
    clinicalStatus: {
      coding: [
        {system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: 'active'},
      ],
    },
    code: {text: 'Asthma'},
    subject: {reference: 'Patient/example'},
    recordedDate: '2019-04',
  },
];

const page = `<!doctype html>
<html lang="en">
  <head>
    <title>Hospital portal</title>
    <script type="module" src="/dist/phr-widgets.js"></script>
    <script type="module" src="/portal.js"></script>
  </head>
  <body>
    <h1>Hospital portal</h1>
    <phr-provider patient="example">
      <phr-record-timeline>Your health record is not available in this browser.</phr-record-timeline>
    </phr-provider>
  </body>
</html>`;

/** A server in the page itself, that answers every search at once and does not say what it can do. */
const server = `
  const provider = document.querySelector('phr-provider');
  const records = ${JSON.stringify(resources)};
  provider.fetch = async (address) => {
    const [type, id] = new URL(address).pathname.split('/').slice(2);
    const found = records.filter(({resourceType}) => resourceType === type);
    const answer = id
      ? found[0]
      : {resourceType: 'Bundle', type: 'searchset', entry: found.map((resource) => ({resource}))};
    return new Response(JSON.stringify(answer), {status: type === 'metadata' ? 404 : 200});
  };
  provider.baseUrl = '/fhir';
`;

/** Notes which of our files had been fetched in the frame in which the first row stood. */
const portal = `
  document.querySelector('phr-provider').resources = ${JSON.stringify(resources)};
  const look = () => {
    const timeline = document.querySelector('phr-record-timeline');
    if (!timeline.shadowRoot?.querySelector('[part~="entry"]')) return requestAnimationFrame(look);
    window.filesBeforeFirstRow = performance
      .getEntriesByType('resource')
      .map(({name}) => new URL(name).pathname)
      .filter((path) => path.startsWith('/dist/'));
  };
  look();
`;

/**
 * Modules that are lazy and yet needed before the first row, which `npm run size` counts, and those that are fetched at the
 * same time and that no row waits for.
 */
const {neededThoughLazy, fetchedBeside} = JSON.parse(
  readFileSync(new URL('../../scripts/size-budget.json', import.meta.url), 'utf8'),
) as {neededThoughLazy: string[]; fetchedBeside: string[]};

/** The chunks that are fetched beside the first requests. */
const beside = readdirSync(new URL('../../dist/chunks/', import.meta.url)).filter((name) =>
  fetchedBeside.some((path) =>
    name.startsWith(`${path.replace(/^.*\//, '').replace(/\.ts$/, '')}-`),
  ),
);

describe('the first screen', () => {
  let site: StaticServer;
  let browser: Browser;

  before(async () => {
    site = await startStaticServer({
      '/index.html': {html: page},
      '/portal.js': {html: portal, headers: {'content-type': 'text/javascript'}},
      '/server.html': {html: page.replace('/portal.js', '/server.js')},
      '/server.js': {html: server, headers: {'content-type': 'text/javascript'}},
    });
    browser = await startBrowser();
  });

  after(async () => {
    await browser?.close();
    await site?.close();
  });

  it('shows an entry of a record that the page already has', async () => {
    await browser.open(`${site.origin}/index.html`);

    await browser.sees('Asthma');

    await browser.sees('April 2019');
    assert.deepEqual((await browser.complaints()).errors, []);
  });

  it('shows the first rows of a server though nothing of what is fetched beside them can be had', async () => {
    assert.equal(beside.length, fetchedBeside.length);
    const broken = await startStaticServer({
      '/index.html': {html: page.replace('/portal.js', '/server.js')},
      '/server.js': {html: server, headers: {'content-type': 'text/javascript'}},
      // No scripts: a browser refuses them.
      ...Object.fromEntries(beside.map((name) => [`/dist/chunks/${name}`, {html: ''}])),
    });

    await browser.open(`${broken.origin}/index.html`);

    await browser.sees('Asthma');
    await browser.sees('April 2019');
    await broken.close();
  });

  it('shows the first rows of a server that does not say what it can do', async () => {
    await browser.open(`${site.origin}/server.html`);

    await browser.sees('Asthma');

    await browser.sees('April 2019');
    assert.deepEqual((await browser.complaints()).errors, []);
  });

  it('fetches nothing before the first row but what its size counts', async () => {
    await browser.open(`${site.origin}/index.html`);

    await browser.until('the first row stands', () => 'filesBeforeFirstRow' in window);

    const files = await browser.evaluate(
      () => (window as unknown as {filesBeforeFirstRow: string[]}).filesBeforeFirstRow,
    );
    const names = files.map((file) => file.replace(/^.*\//, '').replace(/(-[\w-]{6})?\.js$/, ''));
    // What is fetched beside and opened entries have in common stands in chunks of its own.
    const common = ['findings', 'value-words'];
    // This page brings its own record: what reads it is not loaded by pages with a server.
    const counted = [...neededThoughLazy, ...fetchedBeside, 'src/api/static-client.ts'].map(
      (path) => path.replace(/^.*\//, '').replace(/\.ts$/, ''),
    );
    assert.deepEqual(names.filter((name) => ![...counted, ...common].includes(name)).sort(), [
      'core',
      'phr-widgets',
    ]);
  });
});
