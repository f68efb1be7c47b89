/**
 * Medplum's ResourceTimeline as it is shipped: it sorts everything it is given and shows 10 entries with a 'Show More' button.
 * It is given the whole record, read page by page, because it has no way to show a part. To its favour, its schemas are there
 * before the clock starts, and every reference it looks up is answered from memory.
 */
import '@mantine/core/styles.css';
import '@medplum/react/styles.css';
import {MantineProvider} from '@mantine/core';
import {
  ClientStorage,
  MedplumClient,
  MemoryStorage,
  indexStructureDefinitionBundle,
} from '@medplum/core';
import {MedplumProvider, ResourceTimeline} from '@medplum/react';
import {createElement} from 'react';
import {createRoot} from 'react-dom/client';
import {MemoryRouter} from 'react-router';
import {offer} from '../../pages/harness.ts';
import {allPages} from '../../pages/rows.ts';

const answer = (value) =>
  new Response(JSON.stringify(value), {headers: {'content-type': 'application/fhir+json'}});
let medplum;
let root;

await offer({
  async prepare() {
    for (const name of ['profiles-types', 'profiles-resources'])
      indexStructureDefinitionBundle(await (await fetch(`/definitions/${name}.json`)).json());
    medplum = new MedplumClient({
      baseUrl: `${location.origin}/`,
      storage: new ClientStorage(new MemoryStorage()),
      fetch: (url) => {
        const [, resourceType, id] = /\/(\w+)\/([\w-]+)$/.exec(String(url)) ?? [];
        return Promise.resolve(
          answer(
            resourceType
              ? {resourceType, id, name: [{text: 'A name'}]}
              : {resourceType: 'Bundle', entry: []},
          ),
        );
      },
    });
  },
  show(host, recorded) {
    const place = document.createElement('div');
    host.append(place);
    root = createRoot(place);
    const loadTimelineResources = async () => [
      {
        status: 'fulfilled',
        value: {
          resourceType: 'Bundle',
          type: 'searchset',
          entry: (await allPages(recorded)).map((resource) => ({resource})),
        },
      },
    ];
    const timeline = createElement(ResourceTimeline, {
      value: {resourceType: 'Patient', id: recorded.patient},
      loadTimelineResources,
    });
    root.render(
      createElement(
        MemoryRouter,
        null,
        createElement(
          MantineProvider,
          null,
          createElement(MedplumProvider, {medplum, navigate: () => {}}, timeline),
        ),
      ),
    );
  },
  clear(host) {
    root?.unmount();
    host.replaceChildren();
  },
  rows: (host) => host.querySelectorAll('[data-testid="timeline-item"]'),
});
