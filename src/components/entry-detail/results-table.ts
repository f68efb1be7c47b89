/** The results of an opened entry as a table, which becomes labelled rows where there is no room for columns. */
import {html, nothing, svg, type TemplateResult} from 'lit';
import type {DetailWords} from '../../i18n/detail.js';
import type {Flag} from '../../model/interpretation.js';
import type {DetailText} from './detail-text.js';
import type {ResultText} from './result-text.js';

/** What a table needs from the element that draws it. */
export interface TableTools {
  readonly words: DetailWords;
  /** Draws a text, with words of the record isolated. */
  readonly draw: (text: string) => unknown;
  /** The same, with words of the record explained. */
  readonly explain: (text: string) => unknown;
  readonly note: (note: ResultText['notes'][number]) => unknown;
  readonly openSeries: (seriesKey: string) => void;
}

const shapes: Readonly<Partial<Record<Flag, string>>> = {
  high: 'M6 1 12 11H0Z',
  low: 'M0 1H12L6 11Z',
  outside: 'M6 0 12 6 6 12 0 6Z',
};

/** A flag in word, shape and colour; what is within the range is plain words. */
export function flagOf(flag: Flag, words: unknown): TemplateResult {
  const shape = shapes[flag];
  if (!shape) {
    return html`<span class=${flag === 'other' ? 'tag plain' : 'secondary'} data-flag=${flag}
      >${words}</span
    >`;
  }
  return html`<span class="flag" data-flag=${flag}
    ><svg viewBox="0 0 12 12" aria-hidden="true" focusable="false">
      ${svg`<path d=${shape}></path>`}</svg
    >${words}</span
  >`;
}

function row(result: ResultText, text: DetailText, hasRange: boolean, tools: TableTools) {
  const {words, draw} = tools;
  const {seriesKey} = result;
  const name = draw(result.name);
  return html`<tr role="row">
    <th role="rowheader" scope="row">
      ${
        seriesKey === undefined
          ? tools.explain(result.name)
          : html`<button
              type="button"
              class="link target"
              @click=${({currentTarget}: Event) => {
                // Safari, and a screen reader that presses it, leave focus elsewhere; the way back ends where it was.
                if (currentTarget instanceof HTMLElement)
                  currentTarget.focus({preventScroll: true});
                tools.openSeries(seriesKey);
              }}
            >
              ${name}<span class="visually-hidden"> ${words.table.overTime}</span>
            </button>`
      }
    </th>
    <td role="cell" class="result">
      ${result.tags.map((tag) => html`<p class="tagline"><strong>${tag}</strong></p>`)}
      ${result.notes.map(tools.note)}
      <span class="reading"
        ><b class="value">${tools.explain(result.value)}</b>
        ${result.flagWords ? flagOf(result.flag, draw(result.flagWords)) : nothing}</span
      >
    </td>
    ${
      hasRange
        ? html`<td role="cell">
            ${
              result.ranges.length > 0
                ? html`<bdi
                    ><span class="label">${words.table.rangeLabel} </span>${result.ranges.map(
                      (range) => html`<span class="range">${draw(range)}</span>`,
                    )}</bdi
                  >`
                : nothing
            }
          </td>`
        : nothing
    }
    ${
      text.changeHeading && result.change
        ? html`<td role="cell">
            <bdi><span class="label">${text.changeHeading}: </span>${draw(result.change)}</bdi>
          </td>`
        : nothing
    }
  </tr>`;
}

/** The whole table. `labelledby` is the id of its heading. */
export function resultsTable(
  text: DetailText,
  labelledby: string,
  tools: TableTools,
): TemplateResult {
  const {words, draw} = tools;
  const results = text.groups.flatMap((group) => group.results);
  // Words have no range: a column of 'No range given' beside a scan's report would say nothing.
  const hasRange = results.some(({ranges}) => ranges.length > 0);
  const columns = 2 + (hasRange ? 1 : 0) + (text.changeHeading ? 1 : 0);
  return html`<table role="table" aria-labelledby=${labelledby}>
    <thead role="rowgroup">
      <tr role="row">
        <th role="columnheader" scope="col" class="name">${words.table.test}</th>
        <th role="columnheader" scope="col">${words.table.result}</th>
        ${hasRange ? html`<th role="columnheader" scope="col">${words.table.range}</th>` : nothing}
        ${
          text.changeHeading
            ? html`<th role="columnheader" scope="col">${text.changeHeading}</th>`
            : nothing
        }
      </tr>
    </thead>
    ${text.groups.map(
      (group) =>
        html`<tbody role="rowgroup">
          ${
            group.title
              ? html`<tr role="row" class="group">
                  <th role="rowheader" scope="rowgroup" colspan=${columns}>${draw(group.title)}</th>
                </tr>`
              : nothing
          }
          ${group.results.map((result) => row(result, text, hasRange, tools))}
        </tbody>`,
    )}
  </table>`;
}
