import {Task, TaskStatus, initialState, shallowArrayEquals, type TaskFunction} from '@lit/task';
import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** What to show in each state. None may be left out, so none is forgotten; an empty answer is a ready one. */
export interface QueryViews<T> {
  /** Something that the question needs is missing. */
  readonly unavailable: () => unknown;
  /** Asked, no answer yet. `failures`: how often this question has failed before. */
  readonly loading: (failures: number) => unknown;
  readonly failed: (failures: number) => unknown;
  readonly ready: (value: T) => unknown;
}

/** A question once nothing in it is missing. */
type Complete<A extends readonly unknown[]> = {[K in keyof A]: NonNullable<A[K]>};

/**
 * One question to a source and its answer.
 *
 * Owns: asking when the question changes, aborting when the host leaves the page, asking again when it comes back,
 * and the last good answer, which outlives a failure and never outlives its question: one person's record must not
 * stand under another's name. Does not own: what is asked, nor any markup.
 *
 * Why not `Task` alone: it drops its value when a run fails (lit/lit#4462), keeps the value of the old question while
 * a new one is pending, and goes on after its host has left.
 */
export class QueryController<const A extends readonly unknown[], T> implements ReactiveController {
  readonly #task: Task<A, T>;
  #question?: A;
  #answer?: {readonly value: T};
  #failures = 0;
  #wasCut = false;

  /** `question` is read before each update of the host; while any of it is undefined nothing is asked. */
  constructor(host: ReactiveControllerHost, ask: TaskFunction<Complete<A>, T>, question: () => A) {
    this.#task = new Task<A, T>(host, {
      args: question,
      task: (now, options) => {
        if (!this.#question || !shallowArrayEquals(this.#question, now)) this.#forget();
        this.#question = now;
        if (now.includes(undefined)) return initialState;
        return ask(now as Complete<A>, options);
      },
      onComplete: (value) => {
        this.#answer = {value};
        this.#failures = 0;
      },
      onError: () => {
        if (!this.#wasCut) this.#failures += 1;
      },
    });
    host.addController(this);
  }

  /** The last good answer to the question as it now stands. */
  get last(): T | undefined {
    return this.#answer?.value;
  }

  /** True when the newest run failed; `last` may still hold an answer. */
  get failed(): boolean {
    return this.#task.status === TaskStatus.ERROR && !this.#wasCut;
  }

  /** True while an answer is waited for. */
  get pending(): boolean {
    return this.#task.status === TaskStatus.PENDING;
  }

  hostConnected() {
    if (this.#wasCut) {
      this.#wasCut = false;
      void this.refresh();
    }
  }

  hostDisconnected() {
    if (!this.pending) return;
    this.#wasCut = true;
    this.#task.abort();
  }

  /** Asks the same question again. Never rejects: what went wrong is a view. */
  async refresh(): Promise<void> {
    await this.#task.run();
  }

  /** Draws the view of the present state. While a question is asked again, its last answer stays. */
  render({unavailable, loading, failed, ready}: QueryViews<T>): unknown {
    const waiting = () => (this.#answer ? ready(this.#answer.value) : loading(this.#failures));
    return this.#task.render({
      initial: unavailable,
      pending: waiting,
      error: () => (this.#wasCut ? waiting() : failed(this.#failures)),
      complete: ready,
    });
  }

  #forget() {
    this.#answer = undefined;
    this.#failures = 0;
  }
}
