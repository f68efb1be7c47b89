import {expect, fixture, html, waitUntil} from '@open-wc/testing';
import '../../../src/components/person/person.define.js';
import type {PhrPerson} from '../../../src/components/person/person.js';

const resources = [{resourceType: 'Patient', id: 'a', name: [{text: 'Ann Able'}]}];

describe('a page that loads its widgets in any order', () => {
  it('reaches a widget that was there before the provider was defined', async () => {
    const page = await fixture<HTMLElement>(
      html`<phr-provider .resources=${resources}
        ><p><phr-person></phr-person></p
      ></phr-provider>`,
    );
    await import('../../../src/components/provider/provider.define.js');
    const widget = page.querySelector('phr-person') as PhrPerson;
    await waitUntil(() => widget.person?.name === 'Ann Able', 'the person is known');
    expect(widget.settings?.viewer.as).to.equal('self');
  });
});
