/**
 * The part of the end-to-end harness that runs inside the page. It is bundled into one script by `browser.ts` and
 * finds elements as assistive technology would: by role and name, through shadow roots and slots, hidden ones left out.
 */
import {computeAccessibleName, getRole} from 'dom-accessibility-api';

/** A target as it travels: a pattern becomes its source and flags. */
export interface WireTarget {
  readonly role: string;
  readonly name?: string | {readonly source: string; readonly flags: string};
  readonly nth?: number;
  readonly within?: WireTarget;
}

const collapse = (text: string) => text.replace(/\s+/g, ' ').trim();

const childrenOf = (node: Element | ShadowRoot): Iterable<Node> => {
  if (node instanceof HTMLSlotElement && node.assignedNodes().length > 0)
    return node.assignedNodes();
  if (node instanceof Element && node.shadowRoot) return node.shadowRoot.childNodes;
  return node.childNodes;
};

const isLeftOut = (element: Element) =>
  element.getAttribute('aria-hidden') === 'true' ||
  element.closest('[inert]') !== null ||
  ['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT'].includes(element.tagName) ||
  getComputedStyle(element).display === 'none';

/** Every element that is perceivable, in the order it is drawn. */
function* perceivable(root: Element): Generator<Element> {
  if (isLeftOut(root)) return;
  const isContents = getComputedStyle(root).display === 'contents';
  if (isContents || root.checkVisibility({visibilityProperty: true})) yield root;
  for (const child of childrenOf(root)) if (child instanceof Element) yield* perceivable(child);
}

/** The role of an element; what HTML gives and the library does not know is added. */
function roleOf(element: Element): string {
  const role = getRole(element);
  if (role) return role;
  if (element.tagName === 'SUMMARY') return 'button';
  return 'generic';
}

const nameOf = (element: Element) => collapse(computeAccessibleName(element));

function textOf(node: Node): string {
  if (node instanceof Text) return node.data;
  if (!(node instanceof Element) || isLeftOut(node)) return '';
  if (
    getComputedStyle(node).display !== 'contents' &&
    !node.checkVisibility({visibilityProperty: true})
  )
    return '';
  const inner = [...childrenOf(node)].map(textOf).join('');
  return /^(?:inline|contents)/.test(getComputedStyle(node).display) ? inner : ` ${inner} `;
}

function matches(element: Element, {role, name}: WireTarget): boolean {
  if (roleOf(element) !== role) return false;
  if (name === undefined) return true;
  const own = nameOf(element);
  return typeof name === 'string' ? own === name : new RegExp(name.source, name.flags).test(own);
}

const describe = (target: WireTarget): string => JSON.stringify(target);

function elementsOf(target: WireTarget): Element[] {
  const root = target.within ? one(target.within) : document.documentElement;
  const all = [...perceivable(root)].filter(
    (element) => element !== root && matches(element, target),
  );
  if (target.nth === undefined) return all;
  const found = all[target.nth];
  return found ? [found] : [];
}

function one(target: WireTarget): Element {
  const [found, ...others] = elementsOf(target);
  if (!found) throw new Error(`There is no ${describe(target)}`);
  if (others.length > 0) throw new Error(`There are ${others.length + 1} of ${describe(target)}`);
  return found;
}

function facts(element: Element) {
  const checked =
    element instanceof HTMLInputElement && /^(checkbox|radio)$/.test(element.type)
      ? element.checked
      : undefined;
  const isOpen =
    element.tagName === 'SUMMARY' ? element.parentElement?.hasAttribute('open') : undefined;
  const ariaExpanded = element.getAttribute('aria-expanded');
  const expanded = ariaExpanded === null ? isOpen : ariaExpanded === 'true';
  return {
    role: roleOf(element),
    name: nameOf(element),
    text: collapse(textOf(element)),
    focused: focusedElement() === element,
    ...(checked !== undefined && {checked}),
    ...(expanded !== undefined && {expanded}),
    disabled: element.matches(':disabled, [aria-disabled=true]'),
  };
}

function focusedElement(): Element | undefined {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at && at !== document.body && at !== document.documentElement ? at : undefined;
}

/** True when a click in the middle of an element reaches it rather than something that covers it. */
function isReachable(element: Element): boolean {
  const box = element.getBoundingClientRect();
  let hit = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  while (hit?.shadowRoot) {
    const inner = hit.shadowRoot.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    if (!inner || inner === hit) break;
    hit = inner;
  }
  for (let at: Node | null = hit; at;) {
    if (at === element) return true;
    at =
      (at instanceof Element && at.assignedSlot) ||
      (at instanceof ShadowRoot ? at.host : at.parentNode);
  }
  // Text that stands in a slot of the element: its parent is hit, and the click passes through the element.
  const root = element.getRootNode();
  if (root instanceof ShadowRoot && hit === root.host && element.querySelector('slot')) return true;
  // A label's click goes to its control.
  return hit?.closest('label')?.control === element;
}

/** The next frame; soon after, where the page is not drawn: engines give no frames to what nobody can see. */
const nextFrame = () =>
  new Promise((resolve) => {
    requestAnimationFrame(resolve);
    setTimeout(resolve, 50);
  });

/** True when an element moved, grew or went in three frames: a click would meet whatever took its place. */
async function isMoving(element: Element): Promise<boolean> {
  const place = () => {
    const {x, y, width, height} = element.getBoundingClientRect();
    return [element.isConnected, x, y, width, height].join();
  };
  const before = place();
  for (let frame = 0; frame < 3; frame += 1) await nextFrame();
  return place() !== before;
}

const harness = {
  findAll: (target: WireTarget) => elementsOf(target).map(facts),
  find: (target: WireTarget) => facts(one(target)),
  element: (target: WireTarget) => {
    const element = one(target);
    element.scrollIntoView({block: 'center', inline: 'nearest', behavior: 'instant'});
    return element;
  },
  covered: (target: WireTarget) => !isReachable(one(target)),
  moving: (target: WireTarget) => isMoving(one(target)),
  focus: (target: WireTarget) => (one(target) as HTMLElement).focus(),
  focused: () => {
    const element = focusedElement();
    return element && facts(element);
  },
  text: () => collapse(textOf(document.body)),
};

declare global {
  interface Window {
    /** Put there by the harness, in tests only. */
    phrHarness?: typeof harness;
  }
}

window.phrHarness = harness;
