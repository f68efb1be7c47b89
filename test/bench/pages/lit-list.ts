/** A plain Lit list: every page of the record, sorted, one row for each resource. */
import {LitElement, css, html} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {offer} from './harness.js';
import {allPages, dateOf, dayOf, detailOf, newestFirst, titleOf, type Resource} from './rows.js';

class PlainList extends LitElement {
  static override properties = {items: {attribute: false}};
  static override styles = css`
    .row {
      display: block;
      box-sizing: border-box;
      min-height: 72px;
      padding: 8px 12px;
      border-bottom: 1px solid #d8dde0;
      font: 16px/1.4 sans-serif;
    }
    h3 {
      font-size: 17px;
      margin: 0;
    }
    p {
      margin: 0;
    }
  `;
  declare items: readonly Resource[];

  constructor() {
    super();
    this.items = [];
  }

  protected override render() {
    return repeat(
      this.items,
      ({resourceType, id}) => `${resourceType}/${id}`,
      (resource) =>
        html`<article class="row">
          <time datetime=${dateOf(resource)}>${dayOf(resource)}</time
          ><span class="tag">${resource.resourceType}</span>
          <h3>${titleOf(resource)}</h3>
          <p>${detailOf(resource)}</p>
        </article>`,
    );
  }
}
customElements.define('bench-plain-list', PlainList);

await offer({
  async show(host, recorded) {
    const list = new PlainList();
    host.append(list);
    list.items = newestFirst(await allPages(recorded));
  },
  clear: (host) => {
    host.replaceChildren();
  },
  rows: (host) => host.firstElementChild?.shadowRoot?.querySelectorAll('.row') ?? [],
});
