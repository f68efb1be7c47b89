import {expect} from '@open-wc/testing';
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {RecordSource} from '../../src/context/record-context.js';
import {readAgain} from '../../src/controllers/last-answer.js';
import {ReaderController, type ReaderWants} from '../../src/controllers/reader-controller.js';
import type {TimelineQuery, TimelineReader, TimelineState} from '../../src/model/timeline.js';
import {fakeEntry} from '../support/fake-decode.js';

const empty: TimelineState = {
  rows: [],
  late: new Set(),
  undated: [],
  undatedComplete: false,
  coverage: [{kind: 'results', state: 'reading', read: 0}],
  withheld: [],
  parts: new Map(),
  reading: true,
  complete: false,
  places: [],
  offline: false,
};

/** A reader whose state a test sets. */
class FakeReader implements TimelineReader {
  state = empty;
  isClosed = false;
  #listeners = new Set<() => void>();

  constructor(readonly query: TimelineQuery) {}

  set(state: Partial<TimelineState>): void {
    this.state = {...this.state, ...state};
    for (const listener of this.#listeners) listener();
  }

  subscribe(changed: () => void): () => void {
    this.#listeners.add(changed);
    return () => this.#listeners.delete(changed);
  }

  close(): void {
    this.isClosed = true;
  }

  more = () => Promise.resolve();
  until = () => Promise.resolve();
  readAll = () => Promise.resolve();
  retry = () => Promise.resolve();

  get listeners(): number {
    return this.#listeners.size;
  }
}

/** A source that keeps the readers it gave out. */
class FakeSource {
  readonly readers: FakeReader[] = [];
  readonly source: RecordSource = {
    timeline: (query) => {
      const reader = new FakeReader(query);
      this.readers.push(reader);
      return reader;
    },
    detail: () => Promise.reject(new Error('Not asked for here')),
    series: () => Promise.reject(new Error('Not asked for here')),
    person: () => Promise.reject(new Error('Not asked for here')),
  };
}

/** What a controller needs of an element, without one. */
class FakeHost implements ReactiveControllerHost {
  updates = 0;
  controller: ReactiveController | undefined;
  readonly updateComplete = Promise.resolve(true);

  addController(controller: ReactiveController): void {
    this.controller = controller;
  }

  removeController(): void {
    this.controller = undefined;
  }

  requestUpdate(): void {
    this.updates++;
  }

  update(): void {
    this.controller?.hostUpdate?.();
  }

  connect(): void {
    this.controller?.hostConnected?.();
    this.update();
  }

  disconnect(): void {
    this.controller?.hostDisconnected?.();
  }
}

function setUp() {
  const host = new FakeHost();
  const first = new FakeSource();
  const wants: {source: RecordSource | undefined; query: TimelineQuery} = {
    source: first.source,
    query: {pageSize: 20},
  };
  const controller = new ReaderController(host, (): ReaderWants => ({...wants}));
  return {host, first, wants, controller};
}

const answered = {
  ...empty,
  rows: [fakeEntry({day: '2024-01-01'})],
  horizon: -Infinity,
  reading: false,
  complete: true,
  coverage: [{kind: 'results', state: 'complete', read: 1}],
} satisfies TimelineState;

describe('serving a reader to an element', () => {
  it('reads nothing until the element is on the page', () => {
    const {host, first, controller} = setUp();

    host.update();

    expect(first.readers).to.have.length(0);
    expect(controller.state).to.equal(undefined);
  });

  it('opens one reader, however often the element updates', () => {
    const {host, first} = setUp();
    host.connect();

    host.update();
    host.update();

    expect(first.readers).to.have.length(1);
  });

  it('has nothing to show while there is no source', () => {
    const {host, wants, controller} = setUp();
    wants.source = undefined;

    host.connect();

    expect([controller.reader, controller.state]).to.deep.equal([undefined, undefined]);
  });

  it('draws again after each change', () => {
    const {host, first, controller} = setUp();
    host.connect();
    const before = host.updates;

    first.readers[0]?.set(answered);

    expect(host.updates).to.equal(before + 1);
    expect(controller.state?.rows).to.have.length(1);
  });

  it('forgets one person at once when another comes', () => {
    const {host, first, wants, controller} = setUp();
    host.connect();
    first.readers[0]?.set(answered);
    const second = new FakeSource();

    wants.source = second.source;
    host.update();

    expect(controller.state?.rows).to.have.length(0);
    expect(first.readers[0]?.isClosed).to.equal(true);
    expect(first.readers[0]?.listeners).to.equal(0);
    expect(second.readers).to.have.length(1);
  });

  it('forgets everything when the source goes', () => {
    const {host, first, wants, controller} = setUp();
    host.connect();
    first.readers[0]?.set(answered);

    wants.source = undefined;
    host.update();

    expect(controller.state).to.equal(undefined);
    expect(first.readers[0]?.isClosed).to.equal(true);
  });

  it('reads anew when something else is wanted', () => {
    const {host, first, wants} = setUp();
    host.connect();

    wants.query = {pageSize: 20, kinds: ['medicines']};
    host.update();

    expect(first.readers.map(({isClosed}) => isClosed)).to.deep.equal([true, false]);
  });

  it('does not read anew for an equal question', () => {
    const {host, first, wants} = setUp();
    wants.query = {pageSize: 20, kinds: ['medicines'], since: 5};
    host.connect();

    wants.query = {pageSize: 20, kinds: ['medicines'], since: 5};
    host.update();

    expect(first.readers).to.have.length(1);
  });

  it('closes its reader when the element leaves, and reads again when it comes back', () => {
    const {host, first, controller} = setUp();
    host.connect();

    host.disconnect();
    const gone = controller.state;
    host.connect();

    expect(gone).to.equal(undefined);
    expect(first.readers.map(({isClosed}) => isClosed)).to.deep.equal([true, false]);
  });
});

describe('reading the same again', () => {
  it('keeps what was read until the first answer', () => {
    const {host, first, controller} = setUp();
    host.connect();
    first.readers[0]?.set(answered);

    readAgain(controller, host);

    expect(controller.state?.rows).to.have.length(1);
    expect(controller.state).to.include({reading: true, complete: false});
    expect(first.readers[0]?.isClosed).to.equal(true);
  });

  it('shows the new answer once it is there', () => {
    const {host, first, controller} = setUp();
    host.connect();
    first.readers[0]?.set(answered);
    readAgain(controller, host);

    first.readers[1]?.set({...answered, rows: []});

    expect(controller.state?.rows).to.have.length(0);
    expect(controller.state?.complete).to.equal(true);
  });

  for (const state of ['failed', 'waiting'] as const) {
    it(`keeps what was read while one kind is refused and the others are ${state}, however often`, () => {
      const {host, first, controller} = setUp();
      host.connect();
      first.readers[0]?.set(answered);
      const refused = {
        reading: false,
        horizon: -Infinity,
        coverage: [
          {kind: 'results', state, read: 0},
          {kind: 'documents', state: 'notHere', read: 0},
        ],
      } satisfies Partial<TimelineState>;

      readAgain(controller, host);
      first.readers[1]?.set(refused);
      readAgain(controller, host);
      first.readers[2]?.set(refused);

      expect(controller.state?.rows).to.have.length(1);
    });
  }

  it('keeps what was read when one kind answers and another that was there fails', () => {
    const {host, first, controller} = setUp();
    host.connect();
    first.readers[0]?.set(answered);
    readAgain(controller, host);

    first.readers[1]?.set({
      ...answered,
      rows: [],
      coverage: [
        {kind: 'results', state: 'failed', read: 0},
        {kind: 'visits', state: 'complete', read: 0},
      ],
    });

    expect(controller.state?.rows).to.have.length(1);
  });

  it('keeps what was read when nothing answers, and says that it failed', () => {
    const {host, first, controller} = setUp();
    host.connect();
    first.readers[0]?.set(answered);
    readAgain(controller, host);

    first.readers[1]?.set({
      reading: false,
      offline: true,
      horizon: -Infinity,
      coverage: [{kind: 'results', state: 'failed', read: 0}],
    });

    expect(controller.state?.rows).to.have.length(1);
    expect(controller.state).to.include({offline: true, complete: false});
    expect(controller.state?.coverage[0]?.state).to.equal('failed');
  });

  it('keeps what was read when the server cannot be reached, and says so', () => {
    const {host, first, controller} = setUp();
    host.connect();
    first.readers[0]?.set(answered);
    readAgain(controller, host);

    first.readers[1]?.set({
      reading: false,
      unreachable: true,
      horizon: -Infinity,
      coverage: [{kind: 'results', state: 'failed', read: 0}],
    });

    expect(controller.state?.rows).to.have.length(1);
    expect(controller.state).to.include({unreachable: true, complete: false});
  });

  it('does not keep a record that must not be shown', () => {
    const {host, first, controller} = setUp();
    host.connect();
    first.readers[0]?.set(answered);
    readAgain(controller, host);

    first.readers[1]?.set({stopped: 'wrongPerson', reading: false, coverage: []});

    expect(controller.state?.rows).to.have.length(0);
    expect(controller.state?.stopped).to.equal('wrongPerson');
  });

  it('never shows the last person while the next is read again', () => {
    const {host, first, wants, controller} = setUp();
    host.connect();
    first.readers[0]?.set(answered);
    readAgain(controller, host);
    const second = new FakeSource();

    wants.source = second.source;
    host.update();

    expect(controller.state?.rows).to.have.length(0);
  });
});
