/** Three fields for one date, as the NHS service manual has them. */
import {html, nothing, type TemplateResult} from 'lit';
import type {FilterWords} from '../../i18n/filters.js';
import type {DateFields, End, Problem} from './date-fields.js';

/** The fields of one date, with what must be mended in them. */
export function dateInputs(
  end: End,
  fields: DateFields,
  problems: readonly Problem[],
  words: FilterWords,
): TemplateResult {
  const problem = problems.find((found) => found.end === end);
  return html`<fieldset
    class=${problem ? 'wrong' : nothing}
    aria-describedby=${problem ? `${end}-error date-hint` : 'date-hint'}
  >
    <legend>${words[end]}</legend>
    ${
      problem
        ? html`<p class="error" id="${end}-error">
            <span class="hidden">${words.error}</span> ${problem.words}
          </p>`
        : nothing
    }
    <div class="dates">
      ${(['day', 'month', 'year'] as const).map(
        (field) =>
          html`<div>
            <label for="${end}-${field}">${words[field]}</label>
            <input
              class=${field}
              id="${end}-${field}"
              name="${end}-${field}"
              inputmode="numeric"
              autocomplete="off"
              .value=${fields[field]}
            />
          </div>`,
      )}
    </div>
  </fieldset>`;
}
