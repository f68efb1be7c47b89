import {expect, fixture, html, waitUntil} from '@open-wc/testing';
import '../../../src/components/record-timeline/record-timeline.define.js';
import type {PhrRecordTimeline} from '../../../src/components/record-timeline/record-timeline.js';
import {part} from '../../../src/components/record-timeline/later-parts.js';

describe('a timeline that is on the page before its provider is defined', () => {
  it('finds the provider when that is defined before the later part has come', async () => {
    const {load} = part;
    let arrive = (): void => {};
    const held = new Promise<void>((resolve) => (arrive = resolve));
    part.load = () => held.then(load);
    const page = await fixture<HTMLElement>(
      html`<phr-provider .resources=${[]}>
        <phr-record-timeline></phr-record-timeline>
      </phr-provider>`,
    );
    const timeline = page.querySelector('phr-record-timeline') as PhrRecordTimeline;
    await import('../../../src/components/provider/provider.define.js');
    part.load = load;

    arrive();

    await waitUntil(() => timeline.source, 'the record is there');
    expect(timeline.settings?.viewer.as).to.equal('self');
  });

  it('finds a provider that is defined after the later part has come', async () => {
    class LateProvider extends (customElements.get('phr-provider') as typeof HTMLElement) {}
    const page = await fixture<HTMLElement>(
      html`<late-provider .resources=${[]}>
        <phr-record-timeline></phr-record-timeline>
      </late-provider>`,
    );
    const timeline = page.querySelector('phr-record-timeline') as PhrRecordTimeline;
    await waitUntil(() => timeline.renderRoot.querySelector('#state'));

    customElements.define('late-provider', LateProvider);

    await waitUntil(() => timeline.source, 'the record is there');
    expect(timeline.settings?.viewer.as).to.equal('self');
  });
});
