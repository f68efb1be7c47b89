/** What stands in the panel of a term: the plain meaning first, and always who says so and whether it was checked. */
import {html, nothing, type TemplateResult} from 'lit';
import {bundledName, type TermAction} from '../../context/glossary-context.js';
import {dateInWords, type DateWords} from '../../i18n/dates.js';
import type {GlossaryPanelWords} from '../../i18n/glossary-panel.js';
import {parseFhirDate} from '../../model/fhir-date.js';
import type {Meaning} from '../../model/glossary.js';

/** What a panel is drawn from. */
export interface PanelContent {
  /** The word as it stands in the text. */
  readonly word: string;
  readonly meanings: readonly Meaning[];
  /** What a terminology server says beside them. */
  readonly others: readonly Meaning[];
  readonly othersFirst: boolean;
  readonly ambiguous: boolean;
  readonly lang: string;
  readonly words: GlossaryPanelWords;
  readonly dates: DateWords;
  readonly contact: string | undefined;
  readonly reviewer: string | undefined;
  /** What was last done, in words, to be announced. */
  readonly said: string | undefined;
  /** False when links are opened by the page or by an app around it, as those do. */
  readonly opensTab: boolean;
  readonly onFollow: (event: Event) => void;
  readonly onAct: (action: TermAction) => void;
  /** Underlines words no longer; absent where no glossary does. */
  readonly onStop?: () => void;
}

/** The words of a meaning in the language of the page, where it has them. */
function wordsOf({term}: Meaning, lang: string) {
  const {means, full = term.full} = term.in?.[lang] ?? term;
  return {means, full, lang: term.in?.[lang] ? lang : 'en'};
}

const fact = (name: string, value: string | undefined, lang: string) =>
  value
    ? html`<div>
        <dt>${name}</dt>
        <dd><bdi lang=${lang}>${value}</bdi></dd>
      </div>`
    : nothing;

/** That nobody has checked it, and that it is not from whoever wrote the record: in short, where it was said above already. */
function note(
  {words, reviewer}: PanelContent,
  isShort = false,
  id: string | typeof nothing = nothing,
) {
  return html`<p id=${id} class="note">
    <b>${words.notReviewed}</b
    >${isShort ? nothing : ` ${words.unchecked(reviewer)} ${words.notWrittenBy}`}
  </p>`;
}

/** The name of a set, in words where the host gave none. */
function nameOf(name: string, words: GlossaryPanelWords): string {
  if (name === bundledName) return words.bundled;
  return name === 'terminology' ? words.terminology : name;
}

/** Whether there are words for it in the language of the page, or in English: else only its name is known. */
const isExplained = (meaning: Meaning, {lang}: PanelContent) => wordsOf(meaning, lang).means !== '';

/** Who says so, and who checked it against what; never a check that did not happen. */
function standing(meaning: Meaning, content: PanelContent) {
  const {term, checked, from, insteadOf} = meaning;
  const {words, dates} = content;
  const name = nameOf(from, words);
  const date = checked && parseFhirDate(checked.on);
  return html`<p class="standing">
    ${
      checked && date
        ? words.checked(term.source?.name, dateInWords(date, dates), checked.by)
        : nothing
    }
    ${isExplained(meaning, content) ? words.from(name) : words.nameFrom(name)}
    ${insteadOf.length > 0 ? words.insteadOf(insteadOf.map((name) => nameOf(name, words))) : nothing}
  </p>`;
}

/** `name`: where there are several links, which then say once for all that following them is no longer private. */
function sourceLink({term: {source}}: Meaning, content: PanelContent, name?: string) {
  if (!source) return nothing;
  const {words, opensTab, onFollow} = content;
  if (!source.url) return html`<p>${words.mayBeOn(source.name, name)}</p>`;
  return html`<p>
    <a class="link target" href=${source.url} target="_blank" rel="noreferrer" @click=${onFollow}
      >${words.more(source.name, opensTab, name)}</a
    >${name ? nothing : html`<span class="leaves">${words.leaves}</span>`}
  </p>`;
}

/** What the forms of one word have in common. */
const start = (word: string): string => word.slice(0, 3).toLowerCase();

/** One meaning, or whom to ask where it is too hard to meet alone. `isOne`: it stands alone and describes the panel. */
function meaningOf(meaning: Meaning, content: PanelContent, isOne: boolean): TemplateResult {
  const {words, contact, lang} = content;
  const id = isOne ? 'meaning' : nothing;
  if (meaning.withheld)
    return html`<p id=${id} class="means">${words.askCareTeam}</p>
      <p>${contact ?? words.defaultContact}</p>`;
  const said = wordsOf(meaning, lang);
  const {term, say, example, not} = meaning.term;
  // Among several the full words are the heading.
  const full = isOne && said.full !== content.word ? said.full : undefined;
  // A brand, or an everyday name, is said otherwise than the word of its entry.
  const isOther = isOne && !meaning.term.full && start(content.word) !== start(term);
  return html`<p id=${id} class="means">
      ${said.means ? html`<bdi lang=${said.lang}>${said.means}</bdi>` : words.nameOnly}
    </p>
    <dl>
      ${fact(words.fullName, full, said.lang)}
      ${fact(words.say, say && isOther ? `${say} (${term})` : say, 'en')}
      ${fact(words.example, example, 'en')} ${fact(words.notTheSame, not, 'en')}
    </dl>`;
}

const isUnchecked = (meaning: Meaning, content: PanelContent) =>
  !meaning.checked && !meaning.withheld && isExplained(meaning, content);

/** What is true of all of several meanings is said once, below them. */
const isFromOne = (shown: readonly Meaning[], isNoted: boolean) =>
  isNoted && shown.every(({from, insteadOf}) => from === shown[0]?.from && insteadOf.length === 0);

/** Several meanings: the same size, in the order of the alphabet, and never one as if it were certain. */
function several(content: PanelContent, isNoted: boolean) {
  const {meanings, words, lang} = content;
  // Of those that are too hard to meet alone the name alone would tell: one line stands for them all.
  const hidden = meanings.find(({withheld}) => withheld);
  const shown = meanings.filter(({withheld}) => !withheld);
  return html`<ul role="list" class="meanings">
      ${shown.map((meaning) => {
        const {full = meaning.term.term, lang: ofFull} = wordsOf(meaning, lang);
        return html`<li>
          <p class="full"><bdi lang=${ofFull}>${full}</bdi></p>
          ${
            meaning.first
              ? html`<p class="why">
                  ${meaning.first === 'code' ? words.firstByCode : words.firstByKind}
                </p>`
              : nothing
          }
          ${!isNoted && isUnchecked(meaning, content) ? note(content) : nothing}
          ${meaningOf(meaning, content, false)} ${sourceLink(meaning, content, full)}
          ${isFromOne(shown, isNoted) ? nothing : standing(meaning, content)}
        </li>`;
      })}
      ${hidden ? html`<li>${meaningOf(hidden, content, false)}</li>` : nothing}
    </ul>
    ${shown.some(({term}) => term.source?.url) ? html`<p class="leaves">${words.leaves}</p>` : nothing}
    <p>${words.wholeSentence}</p>
    <p>${words.askWhich}</p>`;
}

/** Who says so, at the end of the panel, where it is true of everything in it. */
function ends(content: PanelContent, isNoted: boolean) {
  const shown = content.meanings.filter(({withheld}) => !withheld);
  const [first] = shown;
  if (!first || (content.meanings.length > 1 && !isFromOne(shown, isNoted))) return nothing;
  return standing(first, content);
}

/** As it is compared: with or without a full stop the words are the same. */
const plain = (words: string | undefined) => words?.trim().replace(/\.$/, '').toLowerCase();

/** True when a server says of it what is said here: what it means, or only what it is called. */
const isSame = (said: string, known: readonly Meaning[]): boolean =>
  known.some(({term, withheld}) =>
    [term.term, term.full, term.means, ...term.forms].some(
      (words) => !withheld && plain(words) === plain(said),
    ),
  );

/** What a terminology server says, apart from what is known here: the same words, the same name, or its own words beside ours. */
function othersOf(content: PanelContent, isNoted: boolean) {
  const {others, meanings, words, lang} = content;
  if (others.length === 0) return nothing;
  return html`<ul role="list" class="meanings others">
    ${others.map((other) => {
      const from = nameOf(other.from, words);
      const {means, full = other.term.term, lang: ofMeans} = wordsOf(other, lang);
      if (isSame(means || full, meanings))
        return html`<li class="why">${means ? words.agrees(from) : words.sameName(from)}</li>`;
      return html`<li>
        <p class="full">${words.alsoFrom(from)}</p>
        ${
          other.withheld || means
            ? html`${other.withheld ? nothing : note(content, isNoted)}
              ${meaningOf(other, content, false)}`
            : html`<p class="means"><bdi lang=${ofMeans}>${full}</bdi></p>`
        }
      </li>`;
    })}
  </ul>`;
}

const choice = (words: string, onClick: () => void) =>
  html`<p>
    <button type="button" class="link target" @click=${onClick}>${words}</button>
  </p>`;

/** Everything below the heading of a panel. */
export function panelContent(content: PanelContent): TemplateResult {
  const {meanings, ambiguous, othersFirst, words, word, said, onAct, onStop} = content;
  const [only] = meanings;
  const isOne = meanings.length === 1;
  // Said once for all of them, where it is true of all.
  const isNoted =
    meanings.some((meaning) => isUnchecked(meaning, content)) &&
    meanings.every(({checked}) => !checked);
  const others = othersOf(content, isNoted);
  return html`${meanings.length > 1 ? html`<p id="meaning">${words.several(word)}</p>` : nothing}
    ${isNoted ? note(content, false, 'note') : nothing} ${othersFirst ? others : nothing}
    ${
      only
        ? isOne
          ? html`${meaningOf(only, content, true)}
            ${ambiguous ? html`<p>${words.maybeOther(word)} ${words.askWhich}</p>` : nothing}
            ${only.withheld ? nothing : sourceLink(only, content)}`
          : several(content, isNoted)
        : html`<p id="meaning">${words.notKnown}</p>
            <p>${content.contact ?? words.defaultContact}</p>`
    }
    ${othersFirst ? nothing : others}
    ${choice(words.addQuestion, () => {
      onAct('question');
    })}
    ${
      only
        ? choice(words.report, () => {
            onAct('report');
          })
        : nothing
    }
    ${onStop ? choice(words.stop, onStop) : nothing}
    <p class="said" role="status">${said ?? ''}</p>
    ${ends(content, isNoted)} `;
}
