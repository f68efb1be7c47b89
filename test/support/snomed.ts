/** SNOMED CT concepts as files of examples name them, and the check digit of their codes. */
import {readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';

const snomed = 'http://snomed.info/sct';

/** The multiplication of the dihedral group D5. Source: J. Verhoeff, Error Detecting Decimal Codes, 1969. */
const products = [
  [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
  [1, 2, 3, 4, 0, 6, 7, 8, 9, 5],
  [2, 3, 4, 0, 1, 7, 8, 9, 5, 6],
  [3, 4, 0, 1, 2, 8, 9, 5, 6, 7],
  [4, 0, 1, 2, 3, 9, 5, 6, 7, 8],
  [5, 9, 8, 7, 6, 0, 4, 3, 2, 1],
  [6, 5, 9, 8, 7, 1, 0, 4, 3, 2],
  [7, 6, 5, 9, 8, 2, 1, 0, 4, 3],
  [8, 7, 6, 5, 9, 3, 2, 1, 0, 4],
  [9, 8, 7, 6, 5, 4, 3, 2, 1, 0],
];
const turns = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];

/** Whether the last digit of a SNOMED CT identifier is the one that the others ask for. */
export function hasCheckDigit(code: string): boolean {
  if (!/^[1-9]\d{5,17}$/.test(code)) return false;
  let sum = 0;
  [...code].reverse().forEach((digit, place) => {
    let turned = Number(digit);
    for (let turn = 0; turn < place % 8; turn++) turned = turns[turned] ?? 0;
    sum = products[sum]?.[turned] ?? 0;
  });
  return sum === 0;
}

/** Every SNOMED CT concept with its display in the JSON files of a folder, as `code|display`, and the file that has it. */
export function conceptsIn(folder: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const name of readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()) {
    const text = readFileSync(join(folder, name), 'utf8');
    if (!text.includes(snomed)) continue;
    const walk = (value: unknown, system: unknown): void => {
      if (Array.isArray(value)) for (const one of value) walk(one, system);
      else if (typeof value === 'object' && value !== null) {
        const json = value as Record<string, unknown>;
        // In the lists of a value set the system stands once, above its concepts.
        const own = json['system'] ?? system;
        const pair = `${String(json['code'])}|${String(json['display'])}`;
        if (own === snomed && json['code'] && json['display'] && !found.has(pair))
          found.set(pair, name);
        for (const inner of Object.values(json)) walk(inner, own);
      }
    };
    walk(JSON.parse(text), undefined);
  }
  return found;
}
