import type {CSSResult} from 'lit';

/**
 * A style sheet, made when an element first needs it. Does what Lit's own `css` does, without its checks of values that are
 * put into sheets: ours hold none, and this takes none.
 */
class Sheet implements Pick<CSSResult, 'cssText' | 'styleSheet'> {
  readonly cssText: string;
  #sheet?: CSSStyleSheet;

  constructor(cssText: string) {
    this.cssText = cssText;
  }

  get styleSheet(): CSSStyleSheet {
    if (!this.#sheet) {
      this.#sheet = new CSSStyleSheet();
      this.#sheet.replaceSync(this.cssText);
    }
    return this.#sheet;
  }
}

/** Text of a style sheet, without anything put into it. */
export const css = ([text = '']: TemplateStringsArray): CSSResult =>
  // Lit reads these two of a style sheet and no more.
  new Sheet(text) as Pick<CSSResult, 'cssText' | 'styleSheet'> as CSSResult;
