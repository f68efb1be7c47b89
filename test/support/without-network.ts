/** Runs something while the browser says that the device has no network. Nothing is really cut off. */
export async function withoutNetwork<T>(run: () => Promise<T>): Promise<T> {
  Object.defineProperty(navigator, 'onLine', {configurable: true, value: false});
  try {
    return await run();
  } finally {
    Reflect.deleteProperty(navigator, 'onLine');
  }
}
