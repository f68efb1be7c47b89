import {aTimeout, expect, fixture, html} from '@open-wc/testing';
import {LitElement} from 'lit';
import {QueryController} from '../../src/controllers/query-controller.js';

interface Asked {
  readonly question: string;
  readonly signal: AbortSignal;
  readonly answer: (value: string) => void;
  readonly fail: () => void;
}

class QueryHost extends LitElement {
  static override properties = {question: {}};
  declare question?: string;
  readonly asked: Asked[] = [];
  readonly query = new QueryController(
    this,
    ([question], {signal}) =>
      new Promise<string>((answer, reject) => {
        this.asked.push({
          question,
          signal,
          answer,
          fail: () => reject(new Error('no answer')),
        });
        signal.addEventListener('abort', () => reject(signal.reason as Error));
      }),
    () => [this.question],
  );

  protected override render() {
    return this.query.render({
      unavailable: () => 'unavailable',
      loading: (failures) => `loading ${failures}`,
      failed: (failures) => `failed ${failures}`,
      ready: (value) => `ready ${value}`,
    });
  }
}
customElements.define('query-host', QueryHost);

const settle = async (host: QueryHost) => {
  await aTimeout(0);
  await host.updateComplete;
};
const shown = (host: QueryHost) => host.shadowRoot?.textContent?.trim();
const mount = async (question?: string) => {
  const host = await fixture<QueryHost>(html`<query-host .question=${question}></query-host>`);
  await settle(host);
  return host;
};

describe('QueryController', () => {
  it('is unavailable while part of the question is missing', async () => {
    const host = await mount();
    expect(shown(host)).to.equal('unavailable');
    expect(host.asked).to.have.length(0);
  });

  it('shows the answer', async () => {
    const host = await mount('a');
    host.asked[0]?.answer('A');
    await settle(host);
    expect(shown(host)).to.equal('ready A');
  });

  it('never shows one person’s answer to another person’s question', async () => {
    const host = await mount('a');
    host.asked[0]?.answer('A');
    await settle(host);
    host.question = 'b';
    await settle(host);
    expect(shown(host)).to.equal('loading 0');
    expect(host.query.last).to.equal(undefined);
  });

  it('drops an answer that comes after the question changed', async () => {
    const host = await mount('a');
    host.question = 'b';
    await settle(host);
    host.asked[0]?.answer('A');
    await settle(host);
    expect(shown(host)).to.equal('loading 0');
  });

  it('keeps the last good answer when asking again fails', async () => {
    const host = await mount('a');
    host.asked[0]?.answer('A');
    await settle(host);
    void host.query.refresh();
    await settle(host);
    expect(shown(host)).to.equal('ready A');
    host.asked[1]?.fail();
    await settle(host);
    expect(host.query.failed).to.equal(true);
    expect(host.query.last).to.equal('A');
  });

  it('counts failures in a row, and while it tries again', async () => {
    const host = await mount('a');
    host.asked[0]?.fail();
    await settle(host);
    expect(shown(host)).to.equal('failed 1');
    void host.query.refresh();
    await settle(host);
    expect(shown(host)).to.equal('loading 1');
    host.asked[1]?.fail();
    await settle(host);
    expect(shown(host)).to.equal('failed 2');
  });

  it('aborts when its host leaves the page, and asks again when it comes back', async () => {
    const host = await mount('a');
    const parent = host.parentElement;
    host.remove();
    await settle(host);
    expect(host.asked[0]?.signal.aborted).to.equal(true);
    parent?.append(host);
    await settle(host);
    expect(host.asked).to.have.length(2);
    expect(host.query.failed).to.equal(false);
    host.asked[1]?.answer('A');
    await settle(host);
    expect(shown(host)).to.equal('ready A');
  });

  it('does not show a cancelled question as a failure', async () => {
    const host = await mount('a');
    host.remove();
    await settle(host);
    expect(host.query.failed).to.equal(false);
  });
});
