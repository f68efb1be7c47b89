import {strict as assert} from 'node:assert';
import {describe, it} from 'node:test';
import {build} from 'vite';
import {minifyLiterals, shortCss, shortHtml} from '../../../scripts/minify-literals.js';

describe('white space in what is delivered', () => {
  it('is left out of a style sheet, with its comments', () => {
    const sheet = `
      /* The row: { all of it } */
      .a > .b,
      .c :is(h1, h2) {
        grid-template: 'when' 'title' / minmax(0, 1fr);
        inset: calc(var(--x, 0px) + 4rem) auto;
      }
    `;
    assert.equal(
      shortCss(sheet).trim(),
      ".a > .b,.c :is(h1,h2){grid-template:'when' 'title' / minmax(0,1fr);inset:calc(var(--x,0px) + 4rem) auto}",
    );
  });

  it('is one space in markup where a line was broken, and stays within a line', () => {
    assert.equal(shortHtml('<p>\n    Call  <b>111</b>\n  </p>'), '<p> Call  <b>111</b> </p>');
  });

  it('is changed in templates alone, whatever letters stand before them', async () => {
    const source = [
      'const css = (s) => s[0], html = (s, v) => s.join(v);',
      'export const plain = `\n  ‘a’  \n`, sheet = css`\n .é {\n  color: red;\n }`;',
      'export const text = html`\n <p>‘ŵ’ 😀\n  ${"x"}\n </p>`;',
    ].join('\n');
    const output = await build({
      configFile: false,
      logLevel: 'error',
      plugins: [{name: 'source', resolveId: (id) => id, load: () => source}, minifyLiterals()],
      build: {write: false, minify: false, lib: {entry: 'source.js', formats: ['es']}},
    });
    const chunks = (output as {output: {code: string}[]}[])[0]?.output ?? [];
    const code = chunks[0]?.code ?? '';
    const made = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as unknown;
    assert.deepEqual(
      {...(made as object)},
      {
        plain: '\n  ‘a’  \n',
        sheet: ' .é{color:red}',
        text: ' <p>‘ŵ’ 😀 x </p>',
      },
    );
  });
});
