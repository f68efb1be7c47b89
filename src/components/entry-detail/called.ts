/** What an entry is called, as something that can be explained by its codes. */
import {html, nothing} from 'lit';
import type {Explainer, TermDesk} from '../../context/glossary-context.js';
import type {DetailWords} from '../../i18n/detail.js';
import type {WordsController} from '../../i18n/words-controller.js';
import type {About} from '../../model/glossary.js';
import type {TimelineEntry} from '../../model/timeline.js';

/**
 * The coded name of an entry, where its codes say what it means: also a name in which no word is known. Where they say nothing here, the
 * name is explained as a word.
 */
export function calledOf(
  {title}: TimelineEntry,
  about: About,
  {words, lang}: WordsController<DetailWords>,
  desk: TermDesk | undefined,
  explainer: Explainer | undefined,
) {
  const {codes = [], isPrivate} = about;
  const byCode = title && codes.length > 0 ? desk?.coded(codes, title) : undefined;
  if (!title || !byCode) return nothing;
  const {meanings, ambiguous} = (byCode.length === 0 && explainer?.meaningsOf(title, about)) || {
    meanings: byCode,
    ambiguous: byCode.length > 1,
  };
  // Nothing is known here, and nothing may be asked elsewhere.
  if (meanings.length === 0 && (isPrivate || !explainer?.asks)) return nothing;
  return html`<p>
    <bdi>${words.called}</bdi>
    <bdi lang=${lang === 'en' ? nothing : 'en'}
      ><phr-term
        .meanings=${meanings}
        .ambiguous=${ambiguous}
        .about=${about}
        .coded=${true}
        .explainer=${explainer}
        >${title}</phr-term
      ></bdi
    >
  </p>`;
}
