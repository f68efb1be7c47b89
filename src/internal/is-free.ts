/** True when a tag may be registered; a different copy already on the page is reported, never thrown. */
export function isFree(tag: string, element: CustomElementConstructor): boolean {
  const existing = customElements.get(tag);
  if (existing && existing !== element) {
    console.warn(`<${tag}> is here from another copy of phr-widgets`);
  }
  return !existing;
}
