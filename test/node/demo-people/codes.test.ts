import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {codeTable} from '../../../demo/people/codes.js';
import type {SourcedCode} from '../../../demo/people/codes.js';
import {demoPeople, measurementRecord, withholdSystem} from '../../../demo/people/index.js';
import {root, ukCoreFolder, walk} from './support.js';

/** Verhoeff's check digit, as SNOMED CT identifiers carry it. */
function verhoeff(digits: string): boolean {
  const multiply = (a: number, b: number): number => {
    const [turned, by] = [a >= 5, b >= 5];
    const step = (turned ? (a % 5) - (b % 5) + 5 : (a % 5) + (b % 5)) % 5;
    return turned === by ? step : step + 5;
  };
  const first = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];
  const permute = (digit: number, times: number): number =>
    times === 0 ? digit : permute(first[digit] ?? 0, times - 1);
  const check = [...digits]
    .reverse()
    .reduce((sum, digit, place) => multiply(sum, permute(Number(digit), place % 8)), 0);
  return check === 0;
}

/** NHS number: ten digits, the last is eleven less the weighted sum of the others, mod 11. */
function nhsNumberHolds(value: string): boolean {
  const sum = [...value.slice(0, 9)].reduce(
    (total, digit, at) => total + Number(digit) * (10 - at),
    0,
  );
  return /^\d{10}$/.test(value) && (11 - (sum % 11)) % 11 === Number(value[9]);
}

const files = new Map<string, unknown>();
const definitions = new Map<string, Set<string>>();
function read(path: string): unknown {
  const known = files.get(path) ?? (JSON.parse(readFileSync(path, 'utf8')) as unknown);
  files.set(path, known);
  return known;
}

/** `system|code|display` of every Coding, and of every concept of a CodeSystem, in a file. */
function codesIn(path: string): ReadonlySet<string> {
  const known = definitions.get(path);
  if (known) return known;
  const found = new Set<string>();
  const concepts = (system: string, list: unknown): void => {
    walk(list, ({code, display}) => found.add(`${system}|${String(code)}|${String(display)}`));
  };
  walk(read(path), (object) => {
    const {system, code, display, resourceType, url, concept} = object;
    if (resourceType === 'CodeSystem') concepts(String(url), concept);
    else if (system !== undefined)
      found.add(`${String(system)}|${String(code)}|${String(display)}`);
  });
  definitions.set(path, found);
  return found;
}

const key = ({system, code, display}: SourcedCode): string => `${system}|${code}|${display}`;
const fromUkCore = codeTable.filter(({file}) => file.startsWith('ukcore/'));
const fromPackages = codeTable.filter(({file}) => !file.startsWith('ukcore/'));

describe('No code is invented', () => {
  it('finds every code of the table, with its display, in the file it names', () => {
    for (const row of fromPackages) {
      assert.ok(
        codesIn(`${root}node_modules/${row.file}`).has(key(row)),
        `${key(row)} in ${row.file}`,
      );
    }
    assert.ok(fromPackages.length > 100);
  });

  it('finds every UK Core code of the table in the UK Core example it names', (test) => {
    if (!ukCoreFolder) {
      test.diagnostic('NOT RUN: the UK Core examples are not here');
      return;
    }
    for (const row of fromUkCore) {
      assert.ok(codesIn(`${ukCoreFolder}${row.file}`).has(key(row)), `${key(row)} in ${row.file}`);
    }
  });

  it('uses no code of a clinical code system that is not in the table', () => {
    const table = new Set(codeTable.map(({system, code}) => `${system}|${code}`));
    const displays = new Set(codeTable.map(key));
    const records = [
      ...demoPeople().map(({resources}) => resources),
      measurementRecord(1000).resources,
    ];
    for (const resources of records) {
      walk(resources, ({system, code, display, value, unit}) => {
        if (typeof system !== 'string' || typeof code !== 'string') return;
        if (value !== undefined || unit !== undefined) return;
        // Our own: the laboratories' test codes and the demo's tag. Languages are IETF tags.
        if (/\.example\//.test(system) || system === 'urn:ietf:bcp:47') return;
        // The diary's codes have no display, so none is claimed.
        if (system.startsWith('http://hl7.org/fhir/uv/phr/'))
          return assert.equal(display, undefined);
        assert.ok(table.has(`${system}|${code}`), `${system}|${code}`);
        assert.ok(
          displays.has(`${system}|${code}|${String(display)}`),
          `${code} ${String(display)}`,
        );
      });
    }
  });

  it('has SNOMED CT codes whose check digit holds', () => {
    assert.ok(!verhoeff('195967002'));
    for (const {system, code} of codeTable) {
      if (system === 'http://snomed.info/sct') assert.ok(verhoeff(code), code);
    }
  });

  it('has units that go with their UCUM code', () => {
    const units = new Map<string, string>();
    for (const {resources} of demoPeople()) {
      walk(resources, ({system, code, unit}) => {
        if (system !== 'http://unitsofmeasure.org') return;
        assert.equal(units.get(String(code)) ?? unit, unit);
        units.set(String(code), String(unit));
      });
    }
    assert.equal(units.get('mm[Hg]'), 'mmHg');
  });
});

describe('Nobody real is named', () => {
  it('has NHS numbers of the reserved test range that pass the check, one each', () => {
    const numbers = [...demoPeople(), measurementRecord(100)].map(({resources, patient}) => {
      const self = resources.find(({id}) => id === patient);
      assert.ok(self?.resourceType === 'Patient');
      const [identifier] = self.identifier ?? [];
      assert.equal(identifier?.system, 'https://fhir.nhs.uk/Id/nhs-number');
      assert.match(
        identifier?.extension?.[0]?.url ?? '',
        /Extension-UKCore-NHSNumberVerificationStatus$/,
      );
      return identifier?.value ?? '';
    });
    for (const number of numbers) {
      assert.ok(number.startsWith('999'), number);
      assert.ok(nhsNumberHolds(number), number);
    }
    assert.equal(new Set(numbers).size, 5);
  });

  it('has telephone numbers only from the ranges kept for drama', () => {
    let found = 0;
    for (const {resources} of demoPeople()) {
      walk(resources, ({system, value}) => {
        if (system !== 'phone') return;
        found++;
        assert.match(String(value), /^(01632 960\d{3}|07700 900\d{3})$/);
      });
    }
    assert.ok(found > 20);
  });

  it('has postcodes of an area that does not exist', () => {
    for (const {resources} of demoPeople()) {
      walk(resources, ({postalCode}) => {
        if (postalCode !== undefined) assert.match(String(postalCode), /^NM\d /);
      });
    }
  });

  it('knows its own tag under the name that the server enforces', () => {
    assert.equal(withholdSystem, 'https://phr-widgets.example/demo/withhold');
  });
});
