/** fhir-react has no timeline: one FhirResource for each resource of the record, newest first, is what a page would write with it. */
import 'fhir-react/build/bootstrap-reboot.min.css';
import 'fhir-react/build/style.css';
import {FhirResource, fhirVersions} from 'fhir-react';
import {createElement} from 'react';
import {createRoot} from 'react-dom/client';
import {offer} from '../../pages/harness.ts';
import {allPages, newestFirst} from '../../pages/rows.ts';

let root;

await offer({
  async show(host, recorded) {
    const place = document.createElement('div');
    host.append(place);
    root = createRoot(place);
    const resources = newestFirst(await allPages(recorded));
    root.render(
      resources.map((resource) =>
        createElement(
          'div',
          {key: `${resource.resourceType}/${resource.id}`, className: 'entry'},
          createElement(FhirResource, {fhirResource: resource, fhirVersion: fhirVersions.R4}),
        ),
      ),
    );
  },
  clear(host) {
    root?.unmount();
    host.replaceChildren();
  },
  rows: (host) => host.getElementsByClassName('entry'),
});
