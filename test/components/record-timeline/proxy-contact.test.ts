import {expect, waitUntil} from '@open-wc/testing';
import {fewEntries} from '../../fixtures/entries.js';
import {wordsIn} from '../../widget/widget-page.js';
import {button, proxySettings, show} from './timeline-page.js';

describe('an entry that a proxy opens', () => {
  it('says to call the person’s own surgery, not that of the proxy', async () => {
    const {timeline} = await show({entries: fewEntries}, {settings: proxySettings});

    button(timeline, 'Flu vaccination').click();

    const detail = () => timeline.shadowRoot?.querySelector('phr-entry-detail');
    const words = () => wordsIn(detail() ?? document.createElement('p'));
    await waitUntil(() => /Call/.test(words()), 'it says whom to call', {timeout: 5000});
    expect(words())
      .to.include('Call Parveen Nidderdale’s GP surgery or hospital team.')
      .and.not.include('your GP surgery');
  });
});
