/** What a terminology server says, made to text. */
import {expect} from '@open-wc/testing';
import {textOf} from '../../src/glossary/text-of-answer.js';

describe('Text of a terminology server', () => {
  for (const [sent, shown] of [
    ['Body mass index <18.5 or >40', 'Body mass index <18.5 or >40'],
    ['HbA1c <48 mmol/mol', 'HbA1c <48 mmol/mol'],
    ['Age <a year and weight >b kg', 'Age <a year and weight >b kg'],
    ['Ratio < 1 and > 0', 'Ratio < 1 and > 0'],
    ['<b>Asthma</b>', 'Asthma'],
    ['Asthma<script>', 'Asthma'],
    ['Asthma<br />attack', 'Asthma attack'],
    ['<a href="https://example.org/">Asthma</a>', 'Asthma'],
    ['<!-- x -->Asthma<!DOCTYPE html>', 'Asthma'],
    ['Asthma <img src=x onerror=alert(1)', 'Asthma <img src=x onerror=alert(1)'],
    ['Atrial<img src=x onerror=alert(1)>\n\u202efibrillation<script>', 'Atrial fibrillation'],
  ] as const)
    it(`keeps signs that mean something, and takes tags out: ${JSON.stringify(sent)}`, () => {
      expect(textOf(sent)).to.equal(shown);
    });

  for (const [sent, shown] of [
    ['Crohn&#39;s disease', "Crohn's disease"],
    ['Crohn&#x27;s disease', "Crohn's disease"],
    ['Ear, nose &amp; throat', 'Ear, nose & throat'],
    ['Peak flow &lt; 50%', 'Peak flow < 50%'],
    ['&lt;b&gt;Asthma&lt;/b&gt;', 'Asthma'],
    ['Asthma&nbsp;attack', 'Asthma attack'],
    ['Asthma&#0;&#xD800;&#x110000;', 'Asthma'],
    ['Q&A; and &unknown; words', 'Q&A; and &unknown; words'],
  ] as const)
    it(`reads a character that is written as HTML writes it: ${sent}`, () => {
      expect(textOf(sent)).to.equal(shown);
    });

  for (const sent of ['can\u00adcer', 'can&shy;cer', 'can&#173;cer', 'can\u200dcer', 'c&#97;ncer'])
    it(`leaves no word broken, for its letters decide whether it is shown: ${JSON.stringify(sent)}`, () => {
      expect(textOf(sent)).to.equal('cancer');
    });

  for (const sent of ['breast\u200bcancer', 'can\u200bcer', 'can\u202ecer', 'can&#8203;cer'])
    it(`takes nothing that may be one word or two: ${JSON.stringify(sent)}`, () => {
      expect(textOf(sent)).to.equal(undefined);
    });

  for (const sent of [undefined, null, 7, {}, ['x'], '', '   ', '\u200b', 'a'.repeat(401)])
    it(`has none in what is none, or is too long: ${JSON.stringify(sent)?.slice(0, 40)}`, () => {
      expect(textOf(sent)).to.equal(undefined);
    });

  it('is not slow with a text that is made to be', () => {
    const begun = performance.now();
    for (const sent of ['<a '.repeat(1300), '&#'.repeat(1900), `<a ${'='.repeat(3900)}`])
      textOf(sent);
    textOf('<'.repeat(5_000_000));
    expect(performance.now() - begun).to.be.below(1000);
  });
});
