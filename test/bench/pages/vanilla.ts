/** The limit: the same first pages, the newest 30 of them, one assignment of HTML. It checks nothing and tells nothing. */
import {offer, type Recorded} from './harness.js';
import {dateOf, dayOf, detailOf, firstPages, newest, titleOf, type Resource} from './rows.js';

const escapes: Readonly<Record<string, string>> = {'&': '&amp;', '<': '&lt;', '"': '&quot;'};
const escape = (text: string): string => text.replace(/[&<"]/g, (sign) => escapes[sign] ?? sign);
const row = (resource: Resource): string =>
  `<article class="row"><time datetime="${escape(dateOf(resource))}">${dayOf(resource)}</time><span class="tag">${resource.resourceType}</span><h3>${escape(titleOf(resource))}</h3><p>${escape(detailOf(resource))}</p></article>`;

await offer({
  async show(host, recorded: Recorded) {
    host.innerHTML = newest(await firstPages(recorded), 30)
      .map(row)
      .join('');
  },
  clear: (host) => {
    host.replaceChildren();
  },
  rows: (host) => host.getElementsByClassName('row'),
});
