/** What surrounds a widget: language, direction, look and text size of the page. Used by Storybook and by axe. */

/** The page around a story, as the toolbar of Storybook chooses it. */
export interface Surroundings {
  /** `en-rtl` is English set right to left, to show that layouts mirror. */
  readonly language: 'en' | 'cy' | 'en-rtl';
  readonly theme: 'light' | 'dark' | 'nhs';
  /** Root font size, as people set it in their browser: `100%`, `150%`, `200%`. */
  readonly textSize: string;
}

/** A dark page, made with the documented tokens alone. */
const darkTokens = `
  :root {
    color-scheme: dark;
    --phr-color-text: #f0f4f5;
    --phr-color-text-secondary: #c8d2d8;
    --phr-color-page: #101820;
    --phr-color-surface: #1c2730;
    --phr-color-border: #4c6272;
    --phr-color-border-strong: #aeb7bd;
    --phr-color-link: #9cc8f5;
    --phr-color-link-hover: #e4b8d5;
    --phr-color-error: #ff9a90;
    --phr-color-flag-bg: #4a3000;
    --phr-color-flag-text: #ffdf9e;
    --phr-color-new-bg: #12395e;
    --phr-color-new-text: #d5e8fb;
    --phr-color-note-bg: #2a3740;
    --phr-color-band: #1e4634;
    --phr-color-band-edge: #7fd0a5;
    --phr-color-proxy-bg: #cfe0f5;
    --phr-color-proxy-text: #00214d;
  }
  body { background: var(--phr-color-page); color: var(--phr-color-text); }
`;

const dark = new CSSStyleSheet();
dark.replaceSync(darkTokens);

/**
 * Sets the page. `nhsStylesheet` is the address of NHS.UK frontend's CSS, whose custom properties the `nhs` look reads.
 * Resolves when the look is applied.
 */
export async function surround(
  page: Document,
  {language, theme, textSize}: Surroundings,
  nhsStylesheet: string,
): Promise<void> {
  const root = page.documentElement;
  root.lang = language === 'cy' ? 'cy' : 'en';
  root.dir = language === 'en-rtl' ? 'rtl' : 'ltr';
  root.style.fontSize = textSize;
  page.adoptedStyleSheets = [
    ...page.adoptedStyleSheets.filter((sheet) => sheet !== dark),
    ...(theme === 'dark' ? [dark] : []),
  ];
  const there = page.querySelector<HTMLLinkElement>('link[data-nhs]');
  if (theme !== 'nhs') {
    there?.remove();
  } else if (!there) {
    const link = page.createElement('link');
    link.rel = 'stylesheet';
    link.href = nhsStylesheet;
    link.dataset['nhs'] = '';
    const loaded = new Promise<void>((resolve, reject) => {
      link.onload = () => resolve();
      link.onerror = () => reject(new Error(`Could not load ${nhsStylesheet}`));
    });
    page.head.append(link);
    await loaded;
  }
}
