/** The list of questions to ask: kept while the page is open, gone with the person, and saved only by the person. */
import {html, nothing, type TemplateResult} from 'lit';
import {saveText} from '../../platform/download.js';
import {css} from '../../styles/css.js';
import type {GlossaryPanelWords} from '../../i18n/glossary-panel.js';
import type {QuestionDetail} from './glossary.events.js';

/** The list of questions. */
export const questionStyles = css`
  .questions {
    margin-block: 1rem;
  }

  .questions li {
    align-items: baseline;
    border-block-end: 1px solid var(--_border);
    display: flex;
    flex-wrap: wrap;
    gap: 0 1rem;
    justify-content: space-between;
    padding-block: 0.25rem;
  }

  .questions p:last-child {
    margin-block-start: 1rem;
  }

  .questions summary {
    color: var(--_link);
    cursor: pointer;
    min-height: 2.75rem;
    padding-block: 0.5rem;
  }
`;

/** Gives the list to the person as a text file. */
export function saveQuestions(
  questions: readonly QuestionDetail[],
  words: GlossaryPanelWords,
): void {
  const lines = [words.questions, '', ...questions.map(({term}) => `- ${words.whatMeans(term)}`)];
  saveText(`${words.questions}.txt`, lines.join('\r\n'));
}

/** The list, when there is anything in it. */
export function questionList(
  questions: readonly QuestionDetail[],
  words: GlossaryPanelWords,
  onRemove: (question: QuestionDetail, place: number) => void,
): TemplateResult | typeof nothing {
  if (questions.length === 0) return nothing;
  return html`<details class="questions" part="questions">
    <summary>${words.questions} (${questions.length})</summary>
    <p class="secondary">${words.questionsHint}</p>
    <ul role="list">
      ${questions.map(
        (question, place) =>
          html`<li>
            <span>${words.whatMeans(question.term)}</span>
            <button
              type="button"
              class="link target"
              @click=${() => {
                onRemove(question, place);
              }}
            >
              ${words.remove(question.term)}
            </button>
          </li>`,
      )}
    </ul>
    <p>
      <button
        type="button"
        class="button"
        @click=${() => {
          saveQuestions(questions, words);
        }}
      >
        ${words.exportQuestions}
      </button>
    </p>
  </details>`;
}
