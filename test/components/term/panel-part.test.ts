/** What is in a panel comes in a part of its own: before it is there, when it comes, and when it cannot be had. */
import {aTimeout, expect, fixture, html, waitUntil} from '@open-wc/testing';
import {within} from 'shadow-dom-testing-library';
import {part} from '../../../src/components/term/panel-part.js';
import '../../../src/components/term/term.define.js';
import type {PhrTerm} from '../../../src/components/term/term.js';
import type {Explainer, TermDesk} from '../../../src/context/glossary-context.js';
import {Lexicon} from '../../../src/glossary/lexicon.js';
import type {Meaning} from '../../../src/model/glossary.js';
import {deskOf, setOf, term} from '../../support/glossary-terms.js';

const lexicon = new Lexicon([
  setOf(
    'Northmoor Hospitals',
    term('doac', {
      term: 'DOAC',
      means: 'A medicine that makes blood less likely to clot.',
      snomed: ['1', 'Anticoagulant'],
      source: {name: 'the NHS website', url: 'https://www.nhs.uk/medicines/anticoagulants/'},
    }),
    term('af', {term: 'AF', means: 'An uneven heartbeat.'}),
  ),
]);

const explainerOf = (rest: Partial<Explainer> = {}, desk: Partial<TermDesk> = {}): Explainer => ({
  explain: (text) => text,
  meaningsOf: (word, about) => lexicon.meaningsOf(word, about),
  asks: false,
  desk: () => Promise.resolve(deskOf(lexicon, desk)),
  lang: () => 'en',
  dir: () => 'ltr',
  ...rest,
});

async function word(explainer = explainerOf(), properties: Partial<PhrTerm> = {}) {
  const root = await fixture<HTMLElement>(
    html`<div>
      <p>On <phr-term .explainer=${explainer}>DOAC</phr-term> since May. <a href="#x">Next</a></p>
    </div>`,
  );
  const element = root.querySelector('phr-term') as PhrTerm;
  Object.assign(element, properties);
  await element.updateComplete;
  const button = within(root).getByShadowRole('button', {name: 'DOAC'});
  return {root, element, button, view: within(root)};
}

/** Holds the part back until it is let go or fails. */
function heldBack() {
  const {load} = part;
  let go: () => void = () => undefined;
  let fail: () => void = () => undefined;
  let asked = 0;
  part.load = () => {
    asked++;
    return new Promise((resolve, reject) => {
      go = () => void load().then(resolve, reject);
      fail = () => reject(new TypeError('Failed to fetch'));
    });
  };
  return {
    go: () => go(),
    fail: () => fail(),
    asked: () => asked,
    end: () => {
      part.load = load;
    },
  };
}

const statusOf = (root: HTMLElement) =>
  within(root)
    .queryAllByShadowRole('status')
    .map(({textContent}) => textContent);

describe('A word that is selected before its panel has come', () => {
  let held: ReturnType<typeof heldBack>;
  beforeEach(() => (held = heldBack()));
  afterEach(() => held.end());

  it('has an empty element to say so first, and the line of the word stays whole', async () => {
    const {root, button, element} = await word();
    const link = root.querySelector('a') as HTMLElement;
    const {top} = link.getBoundingClientRect();
    button.click();
    await element.updateComplete;
    expect(statusOf(root)).to.deep.equal(['']);
    const [status] = within(root).getAllByShadowRole('status');
    await waitUntil(() => statusOf(root)[0] === 'Getting the meaning');
    expect(within(root).getAllByShadowRole('status')).to.deep.equal([status]);
    expect(link.getBoundingClientRect().top).to.equal(top);
  });

  it('says that its meaning is being fetched, and is not said to be open', async () => {
    const {root, button, element} = await word();
    button.click();
    await element.updateComplete;
    await waitUntil(() => statusOf(root)[0] === 'Getting the meaning');
    expect(button.getAttribute('aria-expanded')).to.equal('false');
    expect(root.querySelector('p')?.textContent).to.equal('On DOAC since May. Next');
  });

  it('opens the moment it comes, with focus on Close', async () => {
    const {root, button, view, element} = await word();
    button.click();
    await element.updateComplete;
    held.go();
    const panel = await view.findByShadowRole('dialog', {name: 'DOAC'});
    expect(element.shadowRoot?.activeElement).to.equal(
      within(panel).getByRole('button', {name: 'Close'}),
    );
    expect(statusOf(root)).to.deep.equal(['']);
  });

  it('does not call a person back who has gone on in the text', async () => {
    const {root, button, element, view} = await word();
    button.focus();
    button.click();
    await element.updateComplete;
    const next = root.querySelector('a') as HTMLElement;
    next.focus();
    held.go();
    await aTimeout(0);
    await waitUntil(() => !element.open);
    expect(view.queryByShadowRole('dialog')).to.equal(null);
    expect(document.activeElement).to.equal(next);
  });

  it('does not open when the word has been taken from the page, nor when it comes back', async () => {
    const {root, button, element, view} = await word();
    button.click();
    await element.updateComplete;
    const line = element.parentElement as HTMLElement;
    element.remove();
    held.go();
    await waitUntil(() => !element.open);
    line.append(element);
    await element.updateComplete;
    expect(view.queryByShadowRole('dialog')).to.equal(null);
    expect(statusOf(root)).to.deep.equal([]);
  });

  it('says so when it cannot be had, and tries again when it is selected again', async () => {
    const {root, button, element, view} = await word();
    button.click();
    await element.updateComplete;
    held.fail();
    await waitUntil(() => !element.open);
    await waitUntil(() => !!statusOf(root)[0]);
    expect(statusOf(root)).to.deep.equal([
      'We cannot show this now. Select the word again, or load this page again.',
    ]);
    button.click();
    await element.updateComplete;
    held.go();
    await view.findByShadowRole('dialog', {name: 'DOAC'});
    expect(held.asked()).to.equal(2);
  });

  it('is fetched once for all words of one page that were opened before', async () => {
    held.end();
    const {button, view, element} = await word();
    button.click();
    await view.findByShadowRole('dialog');
    element.hide();
    await element.updateComplete;
    held = heldBack();
    button.click();
    await element.updateComplete;
    expect(view.getByShadowRole('dialog', {name: 'DOAC'})).not.to.equal(null);
    expect(held.asked()).to.equal(0);
  });
});

describe('A link to more', () => {
  const link = async (desk: Partial<TermDesk>) => {
    const {button, view} = await word(explainerOf({}, desk));
    button.click();
    const panel = await view.findByShadowRole('dialog');
    return within(panel).getByRole('link');
  };

  it('opens a new tab, and says so', async () => {
    const more = await link({});
    expect(more.textContent).to.equal('More about this on the NHS website (opens in a new tab)');
    expect(more.getAttribute('target')).to.equal('_blank');
  });

  it('is opened by the page where it has its own way, and then no new tab is promised', async () => {
    const opened: string[] = [];
    const more = await link({openExternal: (url) => opened.push(url)});
    const event = new MouseEvent('click', {bubbles: true, cancelable: true, composed: true});
    more.dispatchEvent(event);
    expect(opened).to.deep.equal(['https://www.nhs.uk/medicines/anticoagulants/']);
    expect(event.defaultPrevented).to.equal(true);
    expect(more.textContent).to.equal('More about this on the NHS website');
  });
});

describe('Stop underlining words, in a panel', () => {
  it('tells the glossary, and leaves focus where the person is', async () => {
    const stopped: boolean[] = [];
    const explainer = explainerOf({}, {stop: (focus) => stopped.push(focus)});
    const root = await fixture<HTMLElement>(
      html`<div tabindex="-1"><phr-term .explainer=${explainer}>DOAC</phr-term></div>`,
    );
    const element = root.querySelector('phr-term') as PhrTerm;
    await element.updateComplete;
    within(root).getByShadowRole('button', {name: 'DOAC'}).click();
    const panel = await within(root).findByShadowRole('dialog');
    within(panel).getByRole('button', {name: 'Stop underlining words'}).click();
    await element.updateComplete;
    expect(stopped).to.deep.equal([false]);
    expect(document.activeElement).to.equal(root);
  });

  it('gives the focus to the switch where nothing around the word can have it', async () => {
    const stopped: boolean[] = [];
    const {button, view} = await word(explainerOf({}, {stop: (focus) => stopped.push(focus)}));
    button.click();
    const panel = await view.findByShadowRole('dialog');
    within(panel).getByRole('button', {name: 'Stop underlining words'}).click();
    expect(stopped).to.deep.equal([true]);
  });
});

describe('A terminology server behind a word', () => {
  const answer = (rest: Partial<Meaning['term']> = {}, withheld = false): Meaning => ({
    term: term('snomed-1', {term: 'Blood thinner', means: 'Blood thinner', ...rest}),
    from: 'terminology',
    withheld,
    insteadOf: [],
  });
  const asking = (answers: readonly Meaning[], desk: Partial<TermDesk> = {}) => {
    const asked: unknown[] = [];
    const explainer = explainerOf(
      {asks: true},
      {
        ask: (codes, known, text) => {
          asked.push([codes, known.map((one) => one.term.id), text]);
          return Promise.resolve(answers);
        },
        ...desk,
      },
    );
    return {asked, explainer};
  };
  const textOf = (panel: HTMLElement) => panel.textContent.replace(/\s+/g, ' ').trim();

  it('is asked when the word is selected and not before, with its code alone', async () => {
    const {asked, explainer} = asking([]);
    const {button, view} = await word(explainer);
    expect(asked).to.deep.equal([]);
    button.click();
    await view.findByShadowRole('dialog');
    expect(asked).to.deep.equal([[['1'], ['doac'], 'DOAC']]);
  });

  it('is never asked about a word of an entry that is covered', async () => {
    const {asked, explainer} = asking([answer()]);
    const {button, view} = await word(explainer, {about: {isPrivate: true}});
    button.click();
    await view.findByShadowRole('dialog');
    expect(asked).to.deep.equal([]);
  });

  it('adds its words to ours, says whose they are and that nobody has checked them', async () => {
    const {explainer} = asking([answer()]);
    const {button, view} = await word(explainer);
    button.click();
    const panel = await view.findByShadowRole('dialog');
    await waitUntil(() => textOf(panel).includes('Blood thinner'));
    expect(textOf(panel)).to.contain('A medicine that makes blood less likely to clot.');
    expect(textOf(panel)).to.contain(
      'Also called this by the list of medical names that this page uses:',
    );
    expect(panel.querySelector('.others')?.textContent).to.contain('Not yet clinically reviewed.');
  });

  it('is said once in full not to be checked, and in short beside what else is not', async () => {
    const {explainer} = asking([answer()]);
    const {button, view} = await word(explainer);
    button.click();
    const panel = await view.findByShadowRole('dialog');
    await waitUntil(() => textOf(panel).includes('Blood thinner'));
    const all = [...panel.querySelectorAll('.note')].map((note) => note.textContent.trim());
    expect(all).to.have.length(2);
    expect(all[0]).to.contain('The person who wrote the health record did not write it.');
    expect(all[1]).to.equal('Not yet clinically reviewed.');
  });

  it('is not listened to any more when it answers after the panel was closed, though the word is open again', async () => {
    const waiting: ((answers: readonly Meaning[]) => void)[] = [];
    const {explainer} = asking([], {
      ask: () => new Promise((resolve) => waiting.push(resolve)),
    });
    const {button, view, element} = await word(explainer);
    for (const times of [1, 2]) {
      button.click();
      const panel = await view.findByShadowRole('dialog');
      await waitUntil(() => waiting.length === times);
      if (times === 2) break;
      within(panel).getByRole('button', {name: 'Close'}).click();
      await element.updateComplete;
    }
    const panel = await view.findByShadowRole('dialog');
    waiting[0]?.([answer({means: 'What was asked before.'})]);
    await aTimeout(20);
    expect(textOf(panel)).not.to.contain('What was asked before.');
    waiting[1]?.([answer({means: 'What is asked now.'})]);
    await waitUntil(() => textOf(panel).includes('What is asked now.'));
  });

  /** A panel that opens short, with its word at one end of the screen, and is answered with much to say. */
  async function grown(where: 'top' | 'bottom') {
    let answered: (answers: readonly Meaning[]) => void = () => undefined;
    const {explainer} = asking([], {
      ask: () => new Promise((resolve) => (answered = resolve)),
    });
    const {button, view, root, element} = await word(explainer);
    if (where === 'bottom') {
      // Room above for a short panel, and none for a long one.
      root.style.paddingBlock = `${innerHeight}px`;
      button.scrollIntoView({block: 'end'});
    }
    button.click();
    const panel = await view.findByShadowRole('dialog');
    const focused = element.shadowRoot?.activeElement;
    expect(focused?.textContent).to.equal('Close');
    answered([answer({means: 'A long answer. '.repeat(120)})]);
    await waitUntil(() => textOf(panel).includes('A long answer.'));
    expect(element.shadowRoot?.activeElement).to.equal(focused);
    return {panel: panel.getBoundingClientRect(), word: button.getBoundingClientRect()};
  }

  it('never makes the panel stand over the word, however much it says, and leaves focus where it is', async () => {
    const {panel, word: below} = await grown('bottom');
    expect(panel.bottom <= below.top + 1 || panel.top >= below.bottom - 1).to.equal(true);
  });

  it('never says more than the page can be scrolled to', async () => {
    const {panel} = await grown('top');
    expect(panel.top + scrollY).to.be.at.least(0);
    expect(panel.bottom + scrollY).to.be.at.most(document.documentElement.scrollHeight + 1);
  });

  it('is said to agree where it uses the same words', async () => {
    const {explainer} = asking([answer({means: 'doac'})]);
    const {button, view} = await word(explainer);
    button.click();
    const panel = await view.findByShadowRole('dialog');
    await waitUntil(() => textOf(panel).includes('The same words are used by'));
    expect(textOf(panel)).not.to.contain('Also called this');
  });

  it('explains the coded name of an entry that is not known here', async () => {
    const {asked, explainer} = asking([answer({means: 'A heart that beats unevenly'})]);
    const root = await fixture<HTMLElement>(
      html`<div>
        <phr-term
          .explainer=${explainer}
          .coded=${true}
          .meanings=${[]}
          .about=${{codes: ['49436004']}}
          >Arrhythmia xyz</phr-term
        >
      </div>`,
    );
    await (root.querySelector('phr-term') as PhrTerm).updateComplete;
    within(root).getByShadowRole('button', {name: 'Arrhythmia xyz'}).click();
    const panel = await within(root).findByShadowRole('dialog', {name: 'Arrhythmia xyz'});
    expect(textOf(panel)).to.contain('A heart that beats unevenly');
    expect(textOf(panel)).to.contain('Not yet clinically reviewed.');
    expect(textOf(panel)).to.contain('Explained by the list of medical names that this page uses.');
    expect(asked).to.deep.equal([[['49436004'], [], 'Arrhythmia xyz']]);
  });

  it('is reported by what it explained, and not by the name of the entry, which is text of the record', async () => {
    const told: unknown[] = [];
    const {explainer} = asking([answer({full: 'atrial fibrillation', means: 'An uneven beat'})], {
      act: (action, words) => told.push([action, words]) > 0,
    });
    const {button, view} = await word(explainer, {
      meanings: [],
      coded: true,
      about: {codes: ['49436004']},
    });
    button.click();
    const panel = await view.findByShadowRole('dialog');
    within(panel).getByRole('button', {name: 'This does not look right'}).click();
    within(panel).getByRole('button', {name: 'Add to questions to ask'}).click();
    expect(told).to.deep.equal([
      ['report', 'atrial fibrillation'],
      ['question', 'DOAC'],
    ]);
  });

  it('is said to know nothing where it has no answer', async () => {
    const {explainer} = asking([]);
    const {button, view} = await word(explainer, {
      meanings: [],
      coded: true,
      about: {codes: ['2']},
    });
    button.click();
    const panel = await view.findByShadowRole('dialog');
    expect(textOf(panel)).to.contain('We do not know what this means.');
  });

  it('comes first where the page wants it so', async () => {
    const {explainer} = asking([answer()], {asksFirst: () => true});
    const {button, view} = await word(explainer);
    button.click();
    const panel = await view.findByShadowRole('dialog');
    const text = textOf(panel);
    expect(text.indexOf('Blood thinner')).to.be.greaterThan(-1);
    expect(text.indexOf('Blood thinner')).to.be.lessThan(text.indexOf('A medicine that makes'));
  });
});
