/**
 * Every resource of the types a timeline reads, from public examples, opened: nothing throws, and nothing that is not
 * words for a person is said.
 */
import assert from 'node:assert/strict';
import {existsSync, readFileSync, readdirSync} from 'node:fs';
import {createRequire} from 'node:module';
import {dirname, join} from 'node:path';
import {describe, it} from 'node:test';
import {detailInWords, detailTexts} from '../../../src/components/entry-detail/detail-text.js';
import {cy as cyDates} from '../../../src/i18n/cy/dates.js';
import {cy} from '../../../src/i18n/cy/detail.js';
import {cy as cyStatus} from '../../../src/i18n/cy/status.js';
import {enGB as enDates} from '../../../src/i18n/en-gb/dates.js';
import {enGB} from '../../../src/i18n/en-gb/detail.js';
import {enGB as enStatus} from '../../../src/i18n/en-gb/status.js';
import {decodeDetail} from '../../../src/model/decode/detail/decode-detail.js';
import type {DecodeContext} from '../../../src/model/decode/entry.js';
import {
  get,
  object,
  objects,
  referenceTo,
  resource,
  text,
  type FhirResource,
} from '../../../src/model/fhir-json.js';
import {gate} from '../../../src/model/gate.js';
import {kindsOfType, type TimelineType} from '../../../src/model/record-kind.js';
import type {TimelineEntry} from '../../../src/model/timeline.js';
import '../../support/whole-entries.js';

const settings = [
  {words: enGB, status: enStatus, dates: enDates, proxy: false},
  {words: cy, status: cyStatus, dates: cyDates, proxy: true, personName: 'Alex Morgan'},
] as const;

function load(folder: string): FhirResource[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json') && !/^(?:package|\.index|Extension-)/.test(name))
    .flatMap((name) => {
      const json: unknown = JSON.parse(readFileSync(join(folder, name), 'utf8'));
      const found = resource(json);
      if (!found) return [];
      const inside = objects(get(json, 'entry')).flatMap(
        (entry) => resource(entry['resource']) ?? [],
      );
      return [found, ...(found.resourceType === 'Bundle' ? inside : [])];
    });
}

const isTimelineType = (type: string): type is TimelineType => Object.hasOwn(kindsOfType, type);

function contextOf(all: ReadonlyMap<string, FhirResource>, person: unknown): DecodeContext {
  const provenances = [...all.values()].filter((item) => item.resourceType === 'Provenance');
  return {
    source: 'examples',
    isPatient: (reference) => get(reference, 'reference') === person,
    resolve: (reference, within) => {
      const to = text(get(reference, 'reference'));
      if (to === undefined) return undefined;
      if (!to.startsWith('#')) return all.get(to);
      const found = objects(get(within, 'contained')).find((item) => item['id'] === to.slice(1));
      return found && resource(found);
    },
    provenance: (target) =>
      provenances.filter((item) =>
        objects(get(item, 'target')).some((to) => text(to['reference'])?.startsWith(target)),
      ),
  };
}

function entryOf(
  item: FhirResource,
  type: TimelineType,
  author: TimelineEntry['author'],
): TimelineEntry {
  return {
    reference: referenceTo(item) ?? `${type}/none`,
    source: 'examples',
    kind: kindsOfType[type][0],
    type,
    sort: 'report',
    statuses: [],
    points: [],
    author,
    parts: [],
    labels: [],
    searchText: '',
  };
}

/** Codes, ids and identifiers of a resource that are not also words of it. */
function codesOf(json: unknown): ReadonlySet<string> {
  const codes = new Set<string>();
  const spoken: string[] = [];
  const walk = (value: unknown, key: string) => {
    if (Array.isArray(value)) return value.forEach((item) => walk(item, key));
    const found = object(value);
    // A unit such as `mmol/L` is the same for computers and people.
    if (found && found['system'] === 'http://unitsofmeasure.org') return;
    if (found) return Object.entries(found).forEach(([name, inner]) => walk(inner, name));
    if (typeof value !== 'string') return;
    const isCode =
      key === 'code' || key === 'id' || key === 'reference' || key === 'system' || key === 'value';
    if (isCode && value.length >= 4 && /\d|[-_:/]/.test(value)) codes.add(value);
    else if (!isCode && key !== 'div') spoken.push(value);
  };
  walk(json, '');
  const all = spoken.join('\n');
  return new Set([...codes].filter((code) => !all.includes(code)));
}

const unfit =
  /undefined|\[object|Invalid Date|\bNaN\b|\bnull\b|<\/?[a-z][^>]*>|\b(?:https?|urn|ftp):|\u2068|\u2069/i;

/** What a person wrote in a resource, and so must be able to read when it is opened: its first words. */
function mustBeSaid(json: unknown): readonly string[] {
  const written = ['note', 'dosageInstruction', 'dosage', 'reasonCode', 'bodySite'].flatMap(
    (element) => objects(get(json, element)).map((item) => item['text']),
  );
  const reactions = objects(get(json, 'reaction')).map((item) => item['description']);
  const alone = ['conclusion', 'lotNumber', 'patientInstruction', 'description'].map((element) =>
    get(json, element),
  );
  return [...written, ...reactions, ...alone].flatMap((value) => {
    const first = text(value)
      ?.split(/[\n<]|https?:/)[0]
      ?.trim()
      .replace(/\s+/g, ' ')
      .slice(0, 30)
      .trim();
    const isReference = /^[A-Z]\w+\/\w+$/.test(first ?? '');
    return first && !isReference && /[a-z]{3}/.test(first) ? [first] : [];
  });
}

function check(items: readonly FhirResource[]): {
  opened: number;
  lines: number;
  codes: number;
  written: number;
} {
  const all = new Map(
    items.flatMap((item) => {
      const reference = referenceTo(item);
      return reference ? [[reference, item] as const] : [];
    }),
  );
  let opened = 0;
  let lines = 0;
  let codeCount = 0;
  let written = 0;
  const faults: string[] = [];
  for (const item of items) {
    const type = item.resourceType;
    if (!isTimelineType(type) || gate(item) !== 'open') continue;
    const json: unknown = item;
    const subject = get(json, 'subject') ?? get(json, 'patient');
    const context = contextOf(all, get(subject, 'reference'));
    const codes = codesOf(json);
    codeCount += codes.size;
    for (const who of ['patient', 'professional'] as const) {
      const entry = entryOf(item, type, {who});
      const detail = decodeDetail(item, context, entry);
      opened += 1;
      for (const setting of settings) {
        const where = `${type}/${item.id ?? ''}`;
        const said = detailTexts(detail, setting, 'Name of the entry');
        const inWords = detailInWords(detail, setting, 'Name of the entry');
        assert.ok(
          inWords.sections.every(({heading}) => heading !== ''),
          where,
        );
        for (const words of mustBeSaid(json)) {
          written += 1;
          if (!said.some((line) => line.includes(words)))
            faults.push(`${where} does not say: ${words}`);
        }
        for (const line of said) {
          lines += 1;
          if (unfit.test(line) || line.trim() === '') faults.push(`${where} says: ${line}`);
          for (const code of codes) {
            const at = line.indexOf(code);
            const isWhole =
              at >= 0 &&
              !/[\w]/.test(line[at - 1] ?? ' ') &&
              !/[\w]/.test(line[at + code.length] ?? ' ');
            if (isWhole) faults.push(`${where} says the code ${code}: ${line}`);
          }
        }
      }
    }
  }
  assert.deepEqual([...new Set(faults)], []);
  return {opened, lines, codes: codeCount, written};
}

describe('real records, opened', () => {
  it('the HL7 FHIR R4 examples are put into words', () => {
    const manifest = createRequire(import.meta.url).resolve('hl7.fhir.r4.examples/package.json');
    const found = check(load(dirname(manifest)));
    assert.ok(found.opened > 300, `only ${found.opened} opened`);
    assert.ok(found.lines > 3000, `only ${found.lines} lines`);
    assert.ok(found.codes > 500, `only ${found.codes} codes looked for`);
    assert.ok(found.written > 200, `only ${found.written} texts looked for`);
  });

  const ukCore = new URL('../../../../shared/data/ukcore', import.meta.url).pathname;
  if (existsSync(ukCore)) {
    it('the UK Core examples are put into words', () => {
      const found = check(load(ukCore));
      assert.ok(found.opened > 80, `only ${found.opened} opened`);
    });
  } else {
    console.log('NOT RUN: the UK Core examples are not on this machine');
  }
});
