/** Presses that are not on a word or its panel, told once they have ended. */

/** How far a finger may move on the screen and still press, in CSS pixels. */
const slop = 10;

/** How long the click of a press may be coming, in milliseconds: browsers wait for a second press. */
const clickWait = 350;

/**
 * Calls `done` after each press outside `host` that ends where it began: not one that scrolls, zooms or selects text. What was
 * pressed has its click first: when a panel in the text goes, something else comes under the finger.
 */
export function watchOutside(host: Element, signal: AbortSignal, done: () => void): void {
  let from: PointerEvent | undefined;
  let ending: ReturnType<typeof setTimeout> | undefined;
  const end = (wait: number) => {
    clearTimeout(ending);
    ending = setTimeout(() => {
      if (!signal.aborted) done();
    }, wait);
  };
  const on = (type: string, hear: (event: PointerEvent) => void, at: EventTarget = document) => {
    at.addEventListener(type, hear as EventListener, {capture: true, signal});
  };
  // One that becomes something else, scrolling for one, is cancelled: it never ends.
  on('pointerdown', (event) => {
    from = event;
  });
  // Told by the host itself: around a closed shadow root nobody is told what was pressed in it.
  on('pointerdown', () => (from = undefined), host);
  on('pointerup', ({pointerId, clientX, clientY}) => {
    if (
      from?.pointerId === pointerId &&
      Math.hypot(clientX - from.clientX, clientY - from.clientY) < slop
    )
      end(clickWait);
  });
  // Not every press has one.
  on('click', () => {
    if (ending) end(0);
  });
}
