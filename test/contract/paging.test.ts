import {expect} from '@open-wc/testing';
import type {Rule, Step} from '../support/scripted-server.js';
import {conditions, failureOf, foundIn, pagesOf} from '../support/scripted/collect.js';
import {setUp, token} from '../support/scripted/set-up.js';

const records = conditions(5);
const firstPage = (...steps: Step[]): Rule[] => [{when: {path: 'Condition'}, do: steps}];

describe('Paging: reading to the end', () => {
  it('follows the links of the server as they stand, each with the token', async () => {
    const {client, server} = setUp({records, pageSize: 2});
    const pages = await pagesOf(client, 'Condition');
    expect(foundIn(pages)).to.deep.equal([1, 2, 3, 4, 5].map((n) => `Condition/c${String(n)}`));
    expect(pages.map((page) => [page.last, page.cut])).to.deep.equal([
      [false, undefined],
      [false, undefined],
      [true, undefined],
    ]);
    expect(server.requests.map((one) => one.url.replace(server.base, ''))).to.deep.equal([
      'Condition?patient=p1',
      '?_getpages=1.2',
      '?_getpages=1.3',
    ]);
    expect(new Set(server.requests.map((one) => one.token))).to.deep.equal(new Set([token]));
  });

  it('asks for nothing before it is asked, and for no page it is not asked for', async () => {
    const {client, server} = setUp({records, pageSize: 2});
    const pages = client.search('Condition', []);
    expect(server.requests).to.have.length(0);
    await pages.next();
    expect(server.requests).to.have.length(1);
  });

  it('says on every page what the server kept of the search', async () => {
    const {client} = setUp({
      records,
      pageSize: 2,
      rules: [{when: {path: ''}, do: [{link: ['self', 'x']}]}],
    });
    const pages = await pagesOf(client, 'Condition', [['_sort', '-recorded-date']]);
    for (const page of pages) expect([...(page.kept ?? [])]).to.have.members(['patient', '_sort']);
  });

  it('understands a link written against the page it came with', async () => {
    const {client, server} = setUp({
      records,
      rules: [{when: {path: 'Condition', query: {page: null}}, do: [{link: ['next', '?page=2']}]}],
    });
    const pages = await pagesOf(client, 'Condition');
    expect(server.requests[1]?.url).to.equal('https://phr.example/fhir/Condition?page=2');
    expect(pages).to.have.length(2);
  });

  it('takes :443 for what it is', async () => {
    const {client, server} = setUp({
      records,
      rules: [
        {
          when: {path: 'Condition', query: {page: null}},
          do: [{link: ['next', 'https://phr.example:443/fhir/Condition?page=2']}],
        },
      ],
    });
    await pagesOf(client, 'Condition');
    expect(server.requests[1]?.url).to.equal('https://phr.example/fhir/Condition?page=2');
    expect(server.requests[1]?.token).to.equal(token);
  });

  it('asks for the same page again after it failed, and loses nothing', async () => {
    const {client, server} = setUp({
      records,
      pageSize: 2,
      rules: [{when: {path: '', nth: 1}, do: [{drop: 'mid-body'}]}],
    });
    const search = client.search('Condition', []);
    const first = await search.next();
    const failed = await failureOf(search.next());
    const pages = [first.value, (await search.next()).value, (await search.next()).value];
    expect(failed['kind']).to.equal('unreachable');
    expect(pages.flatMap((page) => (page ? foundIn([page]) : []))).to.have.length(5);
    expect((await search.next()).done).to.equal(true);
    expect(server.to('').map((one) => one.query[0]?.[1])).to.deep.equal(['1.2', '1.2', '1.3']);
  });

  for (const status of [400, 403, 404, 410]) {
    it(`takes ${String(status)} to a later page for a fault, not for 'cannot be seen here'`, async () => {
      const {client} = setUp({records, pageSize: 2, rules: [{when: {path: ''}, do: [{status}]}]});
      const error = await failureOf(pagesOf(client, 'Condition'));
      expect([error['kind'], error['status']]).to.deep.equal(['server', status]);
      expect((await client.capabilities()).can('Condition', 'search-type')).to.equal('yes');
    });
  }

  it('gives pages in order to one who asks for several at once', async () => {
    const {client} = setUp({records, pageSize: 2});
    const search = client.search('Condition', []);
    const pages = await Promise.all([search.next(), search.next(), search.next(), search.next()]);
    expect(pages.map((one) => one.done)).to.deep.equal([false, false, false, true]);
    expect(foundIn(pages.flatMap((one) => (one.value ? [one.value] : [])))).to.have.length(5);
  });

  it('ends when the reader stops, and its signal aborts what is out', async () => {
    const {client, server, clock} = setUp({
      records,
      pageSize: 2,
      rules: [{when: {path: ''}, do: [{delay: 5000}]}],
    });
    const reader = new AbortController();
    const search = client.search('Condition', [], {signal: reader.signal});
    await search.next();
    const failed = failureOf(search.next());
    await clock.advance(10);
    reader.abort();
    await search.return?.();
    expect((await failed)['kind']).to.equal('aborted');
    expect(server.requests[1]?.aborted()).to.equal(true);
    expect((await search.next()).done).to.equal(true);
  });
});

describe('Paging: links that are not followed', () => {
  const links: readonly (readonly [link: unknown, cut: string])[] = [
    ['https://evil.example/fhir/Condition?page=2', 'otherOrigin'],
    ['//evil.example/fhir/Condition?page=2', 'otherOrigin'],
    ['https://phr.example@evil.example/fhir', 'otherOrigin'],
    ['https://user:secret@phr.example/fhir/Condition', 'otherOrigin'],
    ['http://phr.example/fhir/Condition?page=2', 'otherOrigin'],
    ['https://phr.example:8443/fhir/Condition', 'otherOrigin'],
    ['https://phr.example/other/Condition', 'otherOrigin'],
    ['https://phr.example/fhir/../admin', 'otherOrigin'],
    ['https://phr.example/fhir/%2e%2e/admin', 'otherOrigin'],
    ['javascript:alert(1)', 'otherOrigin'],
    ['data:application/json,{}', 'otherOrigin'],
    ['http://internal-host:8080/fhir?_getpages=1', 'otherOrigin'],
    ['https://phr.example:443:443/fhir', 'failed'],
    ['', 'failed'],
    [{url: 'x'}, 'failed'],
    [7, 'failed'],
  ];
  for (const [link, cut] of links) {
    it(`shows what came, says that it is not all, and asks nobody: ${JSON.stringify(link)}`, async () => {
      const {client, server} = setUp({records, rules: firstPage({link: ['next', link]})});
      const pages = await pagesOf(client, 'Condition');
      expect(foundIn(pages)).to.have.length(5);
      expect(pages.map((page) => [page.last, page.cut])).to.deep.equal([[true, cut]]);
      expect(server.requests).to.have.length(1);
    });
  }
});

describe('Paging: pages without end', () => {
  it('stops when a page names itself as the next', async () => {
    const {client, server} = setUp({
      records,
      rules: firstPage({link: ['next', 'Condition?patient=p1']}),
    });
    const pages = await pagesOf(client, 'Condition');
    expect(pages.map((page) => page.cut)).to.deep.equal(['cycle']);
    expect(server.requests).to.have.length(1);
  });

  it('stops when pages go round', async () => {
    const {client, server} = setUp({
      records: [],
      rules: [
        {when: {query: {page: null}}, do: [{link: ['next', 'Condition?page=2']}]},
        {when: {query: {page: '2'}}, do: [{link: ['next', 'Condition?page=3']}]},
        {when: {query: {page: '3'}}, do: [{link: ['next', 'Condition?page=2']}]},
      ],
    });
    const pages = await pagesOf(client, 'Condition');
    expect(pages.map((page) => page.cut)).to.deep.equal([undefined, undefined, 'cycle']);
    expect(server.requests).to.have.length(3);
  });

  it('stops when the same page comes under another address, and gives it out once', async () => {
    const {client, server} = setUp({
      records,
      rules: [
        {when: {query: {page: null}}, do: [{link: ['next', 'Condition?page=2']}]},
        {when: {query: {page: '2'}}, do: [{link: ['next', 'Condition?page=3']}]},
      ],
    });
    const pages = await pagesOf(client, 'Condition');
    expect(foundIn(pages)).to.have.length(5);
    expect(pages.map((page) => [page.cut, page.last])).to.deep.equal([
      [undefined, false],
      ['cycle', true],
    ]);
    expect(server.requests).to.have.length(2);
  });

  it('goes on past an empty page, which hides nothing', async () => {
    const {client} = setUp({
      records,
      rules: [
        {
          when: {query: {page: null}},
          do: [{set: [['entry'], []]}, {link: ['next', 'Condition?patient=p1&page=2']}],
        },
      ],
    });
    expect(foundIn(await pagesOf(client, 'Condition'))).to.have.length(5);
  });

  it('stops at its limit, and says so', async () => {
    const {client, server} = setUp({records: conditions(50), pageSize: 1}, {maxPages: 10});
    const pages = await pagesOf(client, 'Condition');
    expect(foundIn(pages)).to.have.length(10);
    expect(pages.at(-1)?.cut).to.equal('limit');
    expect(server.requests).to.have.length(10);
  });

  it('does not call the last page cut when it is the last that is allowed', async () => {
    const {client} = setUp({records, pageSize: 1}, {maxPages: 5});
    expect((await pagesOf(client, 'Condition')).at(-1)?.cut).to.equal(undefined);
  });
});
