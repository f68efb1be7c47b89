/** What was measured: tables for people, gates for the exit code. */
import {plain} from './statistics.js';

/** A limit, and what was measured against it. */
export interface Gate {
  readonly name: string;
  readonly value: number;
  readonly limit: number;
  readonly unit?: string;
}

interface Section {
  readonly title: string;
  readonly notes: readonly string[];
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Collects tables and gates, and prints each table as it comes. */
export class Report {
  readonly #sections: Section[] = [];
  readonly #gates: Gate[] = [];
  readonly #warnings: string[] = [];

  table(
    title: string,
    head: readonly string[],
    rows: readonly (readonly string[])[],
    ...notes: readonly string[]
  ): void {
    const section = {title, notes, head, rows};
    this.#sections.push(section);
    console.log(`\n${asMarkdown(section)}`);
  }

  gate(gate: Gate): void {
    this.#gates.push(gate);
  }

  /** Says loudly what was not measured. */
  notRun(what: string, why: string): void {
    const line = `NOT RUN: ${what}: ${why}`;
    this.#warnings.push(line);
    console.log(`\n${'!'.repeat(72)}\n${line}\n${'!'.repeat(72)}`);
  }

  /** Gates that were not kept, in words. A value that could not be measured does not keep its gate. */
  get breaches(): readonly string[] {
    return this.#gates
      .filter(({value, limit}) => !(value <= limit))
      .map(
        ({name, value, limit, unit = ''}) =>
          `${name}: ${plain(value)}${unit}, over ${String(limit)}${unit}`,
      );
  }

  printGates(): void {
    console.log(`\n${asMarkdown(this.#gateTable())}`);
    for (const warning of this.#warnings) console.log(warning);
  }

  /** Everything as Markdown. */
  markdown(): string {
    return [
      ...[this.#gateTable(), ...this.#sections].map(asMarkdown),
      ...this.#warnings.map((warning) => `**${warning}**`),
    ].join('\n\n');
  }

  #gateTable(): Section {
    return {
      title: 'Gates',
      notes: [],
      head: ['what', 'measured', 'gate', ''],
      rows: this.#gates.map(({name, value, limit, unit = ''}) => [
        name,
        `${plain(value)}${unit}`,
        `${String(limit)}${unit}`,
        value <= limit ? 'kept' : '**over**',
      ]),
    };
  }
}

function asMarkdown({title, notes, head, rows}: Section): string {
  const all = [head, ...rows];
  const widths = head.map((_, column) =>
    Math.max(3, ...all.map((row) => (row[column] ?? '').length)),
  );
  const line = (row: readonly string[]): string =>
    `| ${widths.map((width, column) => (column === 0 ? (row[column] ?? '').padEnd(width) : (row[column] ?? '').padStart(width))).join(' | ')} |`;
  const rule = `| ${widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  return [
    `### ${title}`,
    '',
    ...(rows.length > 0 ? [line(head), rule, ...rows.map(line), ''] : []),
    ...notes,
  ]
    .join('\n')
    .trimEnd();
}
