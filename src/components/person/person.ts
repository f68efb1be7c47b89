import {consume} from '@lit/context';
import {LitElement, html, nothing, type PropertyValues} from 'lit';
import {property} from 'lit/decorators.js';
import {personContext} from '../../context/person-context.js';
import {settingsContext, type Settings} from '../../context/settings-context.js';
import {dateInWords, dateWords} from '../../i18n/dates.js';
import {personWords} from '../../i18n/person.js';
import {WordsController} from '../../i18n/words-controller.js';
import {heading} from '../../internal/heading.js';
import {RecordEnd} from '../../internal/record-end.js';
import {nhsNumberInWords, type Person} from '../../model/person.js';
import {hostStyles} from '../../styles/host.styles.js';
import {styles} from './person.styles.js';

/**
 * @summary Whose health record is shown: name, date of birth and NHS number, and 'You are viewing' for a proxy.
 *
 * @csspart person - The list of facts.
 * @csspart proxy - The band that a proxy sees in its place.
 * @cssproperty [--phr-font-family=inherit] - Font of the text.
 * @cssproperty [--phr-color-text=#212b32] - Text; read from `--nhsuk-text-colour` first, as most colours are from their NHS property.
 * @cssproperty [--phr-color-text-secondary=#4c6272] - Dates, kinds, sources and hints.
 * @cssproperty [--phr-color-proxy-bg=#003087] - Behind whose record it is, for a proxy.
 * @cssproperty [--phr-color-proxy-text=#fff] - Whose record it is, for a proxy.
 */
export class PhrPerson extends LitElement {
  static override styles = [hostStyles, styles];

  /** Level of the heading that a proxy sees. */
  @property({type: Number, attribute: 'heading-level'})
  headingLevel = 2;

  /** Whose record it is. Taken from the nearest `<phr-provider>` unless set here. */
  @consume({context: personContext, subscribe: true})
  @property({attribute: false})
  person?: Person;

  /** Who looks at it. Taken from the nearest `<phr-provider>` unless set here. */
  @consume({context: settingsContext, subscribe: true})
  @property({attribute: false})
  settings?: Settings;

  readonly #words = new WordsController(this, personWords);
  readonly #dates = new WordsController(this, dateWords);

  /** True from the end of the log in until it is known again whose record it is. */
  #isOver = false;

  constructor() {
    super();
    new RecordEnd(this, (why) => {
      this.#isOver = why === 'loggedOut';
      this.requestUpdate();
    });
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('person') && this.person) this.#isOver = false;
  }

  protected override render() {
    const viewer = this.settings?.viewer;
    // Nobody's record is shown: no name, no room for one, and nobody who views it.
    if (this.#isOver) return nothing;
    if (viewer?.as === 'proxy') return this.#proxy(viewer.name);
    if (!viewer) return nothing;
    return this.person ? this.#facts(this.person) : html`<div class="room"></div>`;
  }

  #facts(person: Person) {
    const {words} = this.#words;
    return html`<dl part="person">
        <div class="name">
          <dt class="hidden">${words.name}</dt>
          <dd><bdi>${person.name ?? words.nameNotRecorded}</bdi></dd>
        </div>
        ${this.#rows(person)}
      </dl>
      ${this.#replaced(person)}`;
  }

  #replaced({replaced}: Person) {
    return replaced ? html`<p>${this.#words.words.replaced}</p>` : nothing;
  }

  #rows(person: Person) {
    const {words} = this.#words;
    const dates = this.#dates.words;
    const {birthDate, nhsNumber, nhsNumberVerified, died} = person;
    return html`${
      birthDate
        ? html`<div>
            <dt>${words.birthDate}</dt>
            <dd class="value">${dateInWords(birthDate, dates)}</dd>
          </div>`
        : nothing
    }
    ${
      nhsNumber
        ? html`<div>
            <dt>${words.nhsNumber}</dt>
            <dd>
              <bdi class="value" dir="ltr">${nhsNumberInWords(nhsNumber)}</bdi>
              ${nhsNumberVerified === false ? html`(${words.nhsNumberNotVerified})` : nothing}
            </dd>
          </div>`
        : nothing
    }
    ${
      died
        ? html`<div>
            <dt>${words.died}</dt>
            <dd class="value">${dateInWords(died === true ? undefined : died, dates)}</dd>
          </div>`
        : nothing
    }`;
  }

  #proxy(viewerName: string | undefined) {
    const {words} = this.#words;
    return html`<section class="proxy" part="proxy" aria-labelledby="viewing">
      ${heading(this.headingLevel, words.viewing(this.person?.name), {id: 'viewing'})}
      ${
        this.person
          ? html`<dl class="facts">${this.#rows(this.person)}</dl>
              ${this.#replaced(this.person)}`
          : html`<div class="facts"></div>`
      }
      ${viewerName ? html`<p>${words.loggedInAs(viewerName)}</p>` : nothing}
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'phr-person': PhrPerson;
  }
}
