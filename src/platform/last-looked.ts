/**
 * When a person last looked at a record, kept on this device where the host allows it: one instant for each viewer and
 * record, and nothing else. Viewer and record stand in the key as a number made from them, so that neither can be read there.
 */

/** Whose look at whose record. A proxy's look is another than the person's own. */
export interface Look {
  /** The viewer, in the host's words: `Viewer.id`, or how they look when the host gave none. */
  readonly viewer: string;
  /** The record: `RecordSource.key`. */
  readonly record: string;
}

const prefix = 'phr-looked-';

/** Two 32-bit FNV-1a hashes with different beginnings: enough to tell one look from another on one device. */
function numberOf(text: string): string {
  let a = 0x811c9dc5;
  let b = 0x01000193;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x811c9dc5);
  }
  return (a >>> 0).toString(36) + (b >>> 0).toString(36);
}

const keyOf = ({viewer, record}: Look) => prefix + numberOf(`${viewer}\n${record}`);

/** When this was last looked at, in milliseconds since 1970; nothing when that is not known. */
export function lastLooked(look: Look): number | undefined {
  try {
    const stored = Number(localStorage.getItem(keyOf(look)) ?? NaN);
    return Number.isFinite(stored) && stored > 0 ? stored : undefined;
  } catch {
    // Storage may be forbidden: then every visit is a first one.
    return undefined;
  }
}

/** Remembers a look. `at`: milliseconds since 1970. */
export function remember(look: Look, at: number): void {
  try {
    localStorage.setItem(keyOf(look), String(Math.round(at)));
  } catch {
    // Storage may be forbidden or full: the next visit shows more as new, never less.
  }
}
