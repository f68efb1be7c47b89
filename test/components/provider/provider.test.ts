import {ContextConsumer} from '@lit/context';
import {expect, fixture, html, oneEvent, waitUntil} from '@open-wc/testing';
import {LitElement} from 'lit';
import '../../../src/components/provider/provider.define.js';
import type {PhrProvider} from '../../../src/components/provider/provider.js';
import type {GetToken} from '../../../src/api/transport.js';
import {personContext} from '../../../src/context/person-context.js';
import {recordContext, type RecordSource} from '../../../src/context/record-context.js';
import {settingsContext} from '../../../src/context/settings-context.js';
import {createScriptedServer} from '../../support/scripted-server.js';

/** Stands in for any widget: takes everything a provider gives. */
class AnyWidget extends LitElement {
  readonly record = new ContextConsumer(this, {context: recordContext, subscribe: true});
  readonly person = new ContextConsumer(this, {context: personContext, subscribe: true});
  readonly settings = new ContextConsumer(this, {context: settingsContext, subscribe: true});
}
customElements.define('any-widget', AnyWidget);

const patient = (id: string, name: string) => ({
  resourceType: 'Patient',
  id,
  name: [{text: name}],
  birthDate: '1955-03-14',
});
const subjectOf = (person: string) => ({subject: {reference: `Patient/${person}`}});
const flu = (id: string, person: string) => ({
  resourceType: 'Immunization',
  id,
  status: 'completed',
  vaccineCode: {text: 'Flu'},
  patient: {reference: `Patient/${person}`},
  occurrenceDateTime: '2025-10-01',
});
const records = [patient('a', 'Ann Able'), flu('1', 'a'), patient('b', 'Bob Baker'), flu('2', 'b')];

interface Options {
  readonly getToken?: GetToken;
  readonly fetch?: typeof fetch;
}

const open = async ({getToken, fetch = createScriptedServer({records}).fetch}: Options = {}) => {
  const provider = await fixture<PhrProvider>(
    html`<phr-provider
      base-url="https://phr.example/fhir"
      patient="a"
      .getToken=${getToken}
      .fetch=${fetch}
      ><div><any-widget></any-widget></div
    ></phr-provider>`,
  );
  return {provider, widget: widgetIn(provider)};
};
const widgetIn = (provider: Element) => provider.querySelector('any-widget') as AnyWidget;
const named = (widget: AnyWidget, name: string | undefined) =>
  waitUntil(() => widget.person.value?.name === name, `${name} is shown`);

/** Reads a little of a record, so that the server is asked. */
async function read(source: RecordSource | undefined) {
  const reader = source?.timeline({pageSize: 1, kinds: ['vaccinations']});
  await reader?.more();
  const {rows} = reader?.state ?? {rows: []};
  reader?.close();
  return rows.map(({reference}) => reference);
}

describe('phr-provider', () => {
  it('gives any widget inside it the record, whose it is and who looks', async () => {
    const {widget} = await open();
    await named(widget, 'Ann Able');
    expect(await read(widget.record.value)).to.deep.equal(['Immunization/1']);
    expect(widget.settings.value?.viewer).to.deep.equal({as: 'self'});
  });

  it('reaches a widget that is added later', async () => {
    const {provider, widget} = await open();
    await named(widget, 'Ann Able');
    const late = document.createElement('any-widget') as AnyWidget;
    provider.append(late);
    await late.updateComplete;
    expect(late.record.value).to.equal(widget.record.value);
    expect(late.person.value?.name).to.equal('Ann Able');
  });

  it('reaches a widget that is defined later', async () => {
    const {provider} = await open();
    const late = document.createElement('late-widget');
    provider.append(late);
    customElements.define('late-widget', class extends AnyWidget {});
    await (late as AnyWidget).updateComplete;
    expect((late as AnyWidget).record.value).to.exist;
  });

  it('lets go of one person at once when the page turns to another', async () => {
    const {provider, widget} = await open();
    await named(widget, 'Ann Able');
    const before = widget.record.value;
    provider.patient = 'b';
    await provider.updateComplete;
    expect(widget.person.value).to.equal(undefined);
    expect(widget.record.value).to.not.equal(before);
    await named(widget, 'Bob Baker');
    expect(await read(widget.record.value)).to.deep.equal(['Immunization/2']);
  });

  it('drops the answer about one person that comes after the page turned to another', async () => {
    let release: () => void = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    const server = createScriptedServer({records});
    const slowForAnn: typeof fetch = async (input, init) => {
      if (String(input).includes('Patient/a')) await held;
      return server.fetch(input, init);
    };
    const {provider, widget} = await open({fetch: slowForAnn});
    const names: (string | undefined)[] = [];
    new ContextConsumer(widget, {
      context: personContext,
      subscribe: true,
      callback: (person) => names.push(person?.name),
    });
    provider.patient = 'b';
    await named(widget, 'Bob Baker');
    release();
    await read(widget.record.value);
    expect(names.filter(Boolean)).to.deep.equal(['Bob Baker']);
  });

  it('lets go of everything when somebody else logs in under the same page', async () => {
    let subject = 'ann';
    const {widget} = await open({getToken: () => ({accessToken: 't', subject})});
    await named(widget, 'Ann Able');
    const before = widget.record.value;
    subject = 'mallory';
    await read(before).catch(() => undefined);
    await waitUntil(() => widget.record.value !== before, 'the record is another');
  });

  it('keeps reading when the page makes its token function anew', async () => {
    const {provider, widget} = await open({getToken: () => 't'});
    await named(widget, 'Ann Able');
    const before = widget.record.value;
    provider.getToken = () => 't';
    await provider.updateComplete;
    expect(widget.record.value).to.equal(before);
  });

  it('never offers a token meant for one server to another', async () => {
    const asked: string[] = [];
    const {provider, widget} = await open({
      getToken: ({baseUrl}) => {
        asked.push(baseUrl);
        return 'secret';
      },
    });
    await named(widget, 'Ann Able');
    const other = createScriptedServer({base: 'https://other.example/fhir', records});
    provider.fetch = other.fetch;
    provider.baseUrl = 'https://other.example/fhir';
    await provider.updateComplete;
    await named(widget, 'Ann Able');
    expect(other.requests.length).to.be.greaterThan(0);
    expect(other.requests.every(({headers}) => headers['authorization'] === undefined)).to.equal(
      true,
    );
    expect(asked.some((base) => base.includes('other'))).to.equal(false);
  });

  for (const address of [
    'javascript:alert(1)',
    'data:text/html,hello',
    'ftp://phr.example/fhir',
    'not an address',
    'https://user:secret@phr.example/fhir',
    'http://phr.example/fhir',
    '//evil.example',
  ]) {
    it(`refuses ${address} in plain words, tells the page, and throws nothing`, async () => {
      const parent = await fixture<HTMLElement>(html`<div></div>`);
      const told = oneEvent(parent, 'phr-error') as Promise<CustomEvent<{code: string}>>;
      const provider = document.createElement('phr-provider');
      provider.setAttribute('base-url', address);
      provider.setAttribute('patient', 'a');
      provider.append(document.createElement('any-widget'));
      parent.append(provider);
      expect((await told).detail.code).to.equal('bad-base-url');
      await provider.updateComplete;
      expect(provider.shadowRoot?.textContent).to.contain('We cannot show the health record here.');
      expect(provider.shadowRoot?.textContent).to.contain('Call your GP surgery or hospital team.');
      expect(provider.shadowRoot?.textContent).to.not.contain(address);
      expect(widgetIn(provider).record.value).to.equal(undefined);
      await expect(provider).to.be.accessible();
    });
  }

  it('refuses a patient id that would change the address', async () => {
    const {provider, widget} = await open();
    const told = oneEvent(provider, 'phr-error') as Promise<CustomEvent<{code: string}>>;
    provider.patient = '../Patient/b';
    expect((await told).detail.code).to.equal('bad-patient');
    expect(widget.record.value).to.equal(undefined);
  });

  it('takes the message away when the page is mended', async () => {
    const {provider, widget} = await open();
    provider.baseUrl = 'javascript:alert(1)';
    await provider.updateComplete;
    provider.baseUrl = 'https://phr.example/fhir';
    await named(widget, 'Ann Able');
    expect(provider.shadowRoot?.textContent?.trim()).to.equal('');
  });

  it('shows a record from resources alone, without a server', async () => {
    const provider = await fixture<PhrProvider>(
      html`<phr-provider .resources=${[records[0], records[1]]}
        ><any-widget></any-widget
      ></phr-provider>`,
    );
    await named(widgetIn(provider), 'Ann Able');
    expect(await read(widgetIn(provider).record.value)).to.deep.equal(['Immunization/1']);
  });

  it('says once that the log in has ended, after a fresh token was asked for', async () => {
    const reasons: string[] = [];
    const server = createScriptedServer({records, tokens: ['good']});
    const {provider, widget} = await open({
      fetch: server.fetch,
      getToken: ({reason}) => {
        reasons.push(reason);
        return 'stale';
      },
    });
    let ended = 0;
    provider.addEventListener('phr-session-expired', () => ended++);
    await read(widget.record.value);
    await read(widget.record.value);
    expect(ended).to.equal(1);
    expect(reasons).to.include('expired');
  });

  it('tells the page once that something about another person came, and none of what it was', async () => {
    const other = {...flu('1', 'b'), vaccineCode: {text: 'CANARY'}};
    const server = createScriptedServer({
      records,
      rules: [{when: {path: 'Immunization'}, do: [{set: [['entry'], [{resource: other}]]}]}],
    });
    const {provider, widget} = await open({fetch: server.fetch});
    const told: unknown[] = [];
    provider.addEventListener('phr-error', ({detail}) => told.push(detail));
    await read(widget.record.value);
    await read(widget.record.value);
    await waitUntil(() => told.length > 0, 'the page is told');
    expect(told).to.deep.equal([
      {code: 'wrong-person', message: 'The server sent something about another person'},
    ]);
  });

  it('names nobody any more once another person was seen in two kinds', async () => {
    const statement = {
      resourceType: 'Condition',
      id: '3',
      code: {text: 'Asthma'},
      ...subjectOf('b'),
    };
    const theirs = {entry: [{resource: flu('1', 'b')}], conditions: [{resource: statement}]};
    const server = createScriptedServer({
      records,
      rules: [
        {when: {path: 'Immunization'}, do: [{set: [['entry'], theirs.entry]}]},
        {when: {path: 'Condition'}, do: [{set: [['entry'], theirs.conditions]}]},
      ],
    });
    const {widget} = await open({fetch: server.fetch});
    await named(widget, 'Ann Able');
    const reader = widget.record.value?.timeline({pageSize: 1});

    await reader?.readAll();

    await named(widget, undefined);
    reader?.close();
  });

  it('tells the page that the server is of a version that cannot be read', async () => {
    const server = createScriptedServer({
      records,
      rules: [{when: {path: 'metadata'}, do: [{set: [['fhirVersion'], '5.0.0']}]}],
    });
    const {provider, widget} = await open({fetch: server.fetch});
    const told = oneEvent(provider, 'phr-error') as Promise<CustomEvent<{code: string}>>;
    await read(widget.record.value);
    expect((await told).detail.code).to.equal('unsupported-version');
  });

  it('tells the page, and no widget, why a kind cannot be seen', async () => {
    const server = createScriptedServer({
      records,
      rules: [{when: {path: 'Immunization'}, do: [{status: 403}]}],
    });
    const {provider, widget} = await open({fetch: server.fetch});
    const told: unknown[] = [];
    provider.addEventListener('phr-status', (event) => told.push(event.detail));
    await read(widget.record.value);
    expect(told).to.deep.include({
      type: 'failed',
      source: '0',
      resourceType: 'Immunization',
      reason: 'refused',
      status: 403,
    });
  });

  it('says that a proxy is looking', async () => {
    const provider = await fixture<PhrProvider>(
      html`<phr-provider viewer="proxy" viewer-name="Ines Littondale" viewer-id="ines"
        ><any-widget></any-widget
      ></phr-provider>`,
    );
    expect(widgetIn(provider).settings.value?.viewer).to.deep.equal({
      as: 'proxy',
      id: 'ines',
      name: 'Ines Littondale',
    });
  });

  it('tells every widget inside how the app around the page opens a page of somebody else', async () => {
    const {provider, widget} = await open();
    expect(widget.settings.value?.openExternal).to.equal(undefined);
    const openExternal = () => undefined;
    provider.openExternal = openExternal;
    await provider.updateComplete;
    expect(widget.settings.value?.openExternal).to.equal(openExternal);
  });

  it('closes the record when it leaves the page, and opens it when it comes back', async () => {
    const {provider, widget} = await open();
    await named(widget, 'Ann Able');
    const parent = provider.parentElement;
    provider.remove();
    expect(widget.record.value).to.equal(undefined);
    expect(widget.person.value).to.equal(undefined);
    parent?.append(provider);
    await named(widget, 'Ann Able');
  });
});
