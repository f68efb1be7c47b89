import {expect, html} from '@open-wc/testing';
import {within} from 'shadow-dom-testing-library';
import {term} from '../../support/glossary-terms.js';
import {
  doac,
  checked,
  clot,
  exam,
  grim,
  line,
  view,
  wordOf,
  panelOf,
  opened,
  deepFocus,
} from '../../support/term-line.js';

describe('A word that can be explained', () => {
  it('is a button in the text, collapsed, with the word as its name and nothing else', async () => {
    const {root} = await line('DOAC');
    const button = wordOf(root, 'DOAC');
    expect(button.getAttribute('aria-expanded')).to.equal('false');
    expect(button.hasAttribute('title')).to.equal(false);
    expect(panelOf(root)).to.equal(null);
  });

  it('is plain text where its meaning is not known', async () => {
    const {root} = await line('xyzzy');
    expect(view(root).queryByShadowRole('button')).to.equal(null);
    expect(root.textContent).to.contain('xyzzy');
  });

  it('does not open by pointing at it or by focus', async () => {
    const {root, element} = await line('DOAC');
    const button = wordOf(root, 'DOAC');
    for (const type of ['pointerenter', 'pointerover', 'mouseover', 'mouseenter', 'pointermove'])
      button.dispatchEvent(new Event(type, {bubbles: true, composed: true}));
    button.focus();
    await element.updateComplete;
    expect(panelOf(root)).to.equal(null);
  });

  it('opens when it is pressed, says so, and moves focus to Close', async () => {
    const {root, panel} = await opened('DOAC');
    expect(wordOf(root, 'DOAC').getAttribute('aria-expanded')).to.equal('true');
    expect(deepFocus()).to.equal(within(panel).getByRole('button', {name: 'Close'}));
  });

  it('stands inside a paragraph without ending it', async () => {
    const {root} = await opened('DOAC');
    const paragraph = root.querySelector('p');
    const parsed = new DOMParser().parseFromString(paragraph?.outerHTML ?? '', 'text/html');
    expect(parsed.querySelectorAll('p')).to.have.length(1);
    expect(parsed.querySelector('p phr-term')).not.to.equal(null);
  });

  it('adds no character to the text, open or closed', async () => {
    const {root} = await opened('DOAC');
    expect(root.querySelector('p')?.textContent.replace(/\s+/g, ' ').trim()).to.equal(
      'Started on DOAC last week. After',
    );
  });
});

describe('The panel of a word', () => {
  it('is named by the word, and described by its meaning and that nobody has reviewed it', async () => {
    const {panel} = await opened('DOAC');
    const root = panel.getRootNode() as ShadowRoot;
    const said = (attribute: string) =>
      (panel.getAttribute(attribute) ?? '')
        .split(' ')
        .map((id) => root.getElementById(id)?.textContent.replace(/\s+/g, ' ').trim() ?? '')
        .join(' ');
    expect(said('aria-labelledby')).to.equal('DOAC');
    expect(said('aria-describedby')).to.match(
      /^A medicine that makes blood less likely to clot\. Not yet clinically reviewed\./,
    );
    expect(panel.hasAttribute('aria-modal')).to.equal(false);
  });

  it('says things in order: not reviewed, plain meaning, full name, say, example, not, more, question, report, source', async () => {
    const {text} = await opened('DOAC');
    const order = [
      'DOAC',
      'Close',
      'Not yet clinically reviewed.',
      'A medicine that makes blood less likely to clot.',
      'Full name: direct oral anticoagulant',
      'Say: doh-ack',
      'For example: apixaban, rivaroxaban',
      'Not the same as: warfarin',
      'More about this on the NHS website',
      'Add to questions to ask',
      'This does not look right',
      'Explained by Northmoor Hospitals.',
    ];
    const places = order.map((words) => text().indexOf(words));
    expect(places).not.to.include(-1);
    expect(places).to.deep.equal([...places].sort((a, b) => a - b));
  });

  const salbutamol = term('salbutamol', {
    term: 'salbutamol',
    forms: ['Ventolin', 'Salbutamols'],
    means: 'A medicine that opens the airways.',
    say: 'sal-byoo-tuh-mol',
  });

  it('says which word it tells how to say, where that is not the word in the text', async () => {
    const {text} = await opened('Ventolin', {terms: [salbutamol]});
    expect(text()).to.contain('Say: sal-byoo-tuh-mol (salbutamol)');
  });

  it('says only how to say it, where the word in the text is a form of the same word', async () => {
    const {text} = await opened('Salbutamols', {terms: [salbutamol]});
    expect(text()).to.contain('Say: sal-byoo-tuh-mol');
    expect(text()).not.to.contain('(salbutamol)');
  });

  it('says that the trust has not checked an unchecked meaning, and that whoever wrote the record did not write it', async () => {
    const {text} = await opened('DOAC', {reviewer: 'Northmoor Hospitals'});
    expect(text()).to.contain('Northmoor Hospitals has not checked this meaning.');
    expect(text()).to.contain('The person who wrote the health record did not write it.');
    expect(text()).not.to.contain('Checked');
  });

  it('says who checked a checked meaning, against what and when', async () => {
    const {text} = await opened('DOAC', {terms: [{...doac, checked}]});
    expect(text()).to.contain(
      'Checked against the NHS website on 3 October 2026 by Dr A Example, clinical safety officer.',
    );
    expect(text()).not.to.contain('Not yet clinically reviewed');
  });

  it('says that a source leaves the page, and does not tell it where the person came from', async () => {
    const {panel, text} = await opened('DOAC');
    const link = within(panel).getByRole('link', {name: /the NHS website/});
    expect(link.getAttribute('rel')?.split(' ')).to.include('noreferrer');
    expect(link.getAttribute('href')).to.equal('https://www.nhs.uk/medicines/anticoagulants/');
    expect(text()).to.contain('This leaves this page. It may stay in your browsing history.');
  });

  it('shows of a hard word that nobody has checked only whom to ask', async () => {
    const contact = 'Call Nidd Valley Surgery on 01632 960 001.';
    const {text, panel} = await opened('Ca', {contact});
    // The address of a page about it would tell as much as its meaning.
    expect(view(panel).queryAllByRole('link')).to.have.length(0);
    expect(text()).to.contain('Ask your care team about this word.');
    expect(text()).to.contain('Call Nidd Valley Surgery on 01632 960 001.');
    expect(text()).not.to.contain('cancer');
    expect(text()).not.to.contain('Cancer is this.');
  });

  it('explains a hard word that somebody has checked', async () => {
    const {text} = await opened('Ca', {terms: [{...grim, checked}]});
    expect(text()).to.contain('Cancer is this.');
  });

  it('has words as text, whatever they are made of', async () => {
    const nasty = '<img src=x onerror="window.hurt=1"> {{1}} \u202eabc';
    const {panel, text} = await opened('DOAC', {
      terms: [{...doac, means: nasty, full: nasty, example: nasty, not: nasty, say: nasty}],
    });
    expect(panel.querySelector('img')).to.equal(null);
    expect(text()).to.contain('<img src=x onerror="window.hurt=1">');
    expect('hurt' in window).to.equal(false);
  });

  it('is in Welsh on a Welsh page, also where the text around the word is marked as English', async () => {
    const {text} = await opened('DOAC', {
      lang: 'cy',
      page: (word, explainer, about) =>
        html`<p lang="cy">
          <bdi lang="en"><phr-term .explainer=${explainer} .about=${about}>${word}</phr-term></bdi>
        </p>`,
    });
    expect(text()).to.contain('Cau');
    expect(text()).to.contain('Meddyginiaeth sy’n gwneud gwaed yn llai tebygol o geulo.');
  });

  it('stays on the screen at the end of a line', async () => {
    const {panel} = await opened('DOAC', {
      page: (word, explainer) =>
        html`<div style="width: 288px; margin-inline-start: auto">
          <p>
            Some words before it <phr-term .explainer=${explainer}>${word}</phr-term> and after.
          </p>
        </div>`,
    });
    const {left, right, top} = panel.getBoundingClientRect();
    expect(left).to.be.at.least(0);
    expect(right).to.be.at.most(innerWidth);
    expect(top).to.be.at.least(0);
  });
});

describe('A panel for which there is no room over the text', () => {
  // More meanings than any screen is high.
  const many = Array.from({length: 30}, (_, index) =>
    term(`pe-${index}`, {term: 'PE', full: `meaning number ${index}`, ambiguous: true}),
  );
  const wide = async (align: string) => {
    const all = await opened('PE', {
      terms: many,
      page: (word, explainer) =>
        html`<div style="width: 780px; text-align: ${align}">
          <p>Some words before it <phr-term .explainer=${explainer}>${word}</phr-term></p>
        </div>`,
    });
    const word = wordOf(all.root, 'PE').getBoundingClientRect();
    const text = (all.root.querySelector('div > p') ?? all.root).getBoundingClientRect();
    return {...all, word, text, box: all.panel.getBoundingClientRect()};
  };

  for (const align of ['left', 'center', 'right'])
    it(`stands under its word, no wider than 480 pixels, in a wide text: ${align}`, async () => {
      const {box, word, text, panel} = await wide(align);
      expect(panel.hasAttribute('popover')).to.equal(false);
      expect(box.width).to.be.at.most(480.5);
      expect(box.top).to.be.at.least(word.bottom);
      expect(box.left).to.be.at.most(word.left + word.width / 2);
      expect(box.right).to.be.at.least(word.left + word.width / 2);
      expect(box.left).to.be.at.least(text.left - 0.5);
      expect(box.right).to.be.at.most(text.right + 0.5);
    });

  it('pushes down what comes after its line, and nothing stands beside it', async () => {
    const {root} = await opened('PE', {
      terms: many,
      page: (word, explainer) =>
        html`<div style="width: 780px">
          <p>
            <phr-term .explainer=${explainer}>${word}</phr-term><br /><span id="next"
              >next line</span
            >
          </p>
        </div>`,
    });
    const next = root.querySelector('#next')?.getBoundingClientRect();
    const box = panelOf(root)?.getBoundingClientRect();
    expect(next?.top).to.be.at.least(box?.bottom ?? Infinity);
  });
});

describe('A word that may mean several things', () => {
  it('says first that nobody can tell, and shows all meanings in the order of the alphabet, alike', async () => {
    const {panel, text} = await opened('PE');
    expect(text()).to.contain(
      'PE can mean more than one thing. We cannot tell which is meant here.',
    );
    const names = [...panel.querySelectorAll('.full')];
    expect(names.map((name) => name.textContent)).to.deep.equal([
      'physical examination',
      'pulmonary embolism',
    ]);
    expect(new Set(names.map((name) => getComputedStyle(name).fontSize)).size).to.equal(1);
    expect(text()).to.contain('It may say that something was not found.');
  });

  it('has a link to more of each that says of which, so that no two links are called alike', async () => {
    const source = {name: 'the NHS website', url: 'https://www.nhs.uk/a/'};
    const other = {name: 'the NHS website', url: 'https://www.nhs.uk/b/'};
    const {panel} = await opened('PE', {
      terms: [
        {...clot, source},
        {...exam, source: other},
      ],
    });
    expect([...panel.querySelectorAll('a')].map(({textContent}) => textContent)).to.deep.equal([
      'More about physical examination on the NHS website (opens in a new tab)',
      'More about pulmonary embolism on the NHS website (opens in a new tab)',
    ]);
  });

  it('has no link where no page is known to be about it, and says where there may be more', async () => {
    const {panel, text} = await opened('PE', {
      terms: [
        {...clot, source: {name: 'the NHS website'}},
        {...exam, source: {name: 'MedlinePlus'}},
      ],
    });
    expect(panel.querySelector('a')).to.equal(null);
    expect(text()).to.contain('There may be more about pulmonary embolism on the NHS website.');
    expect(text()).not.to.contain('browsing history');
  });

  it('puts one first by the code of the entry, says why, and keeps the others', async () => {
    const {panel, text} = await opened('PE', {
      about: {codes: ['59282003']},
    });
    expect([...panel.querySelectorAll('.full')].map((name) => name.textContent)).to.deep.equal([
      'pulmonary embolism',
      'physical examination',
    ]);
    expect(text()).to.contain('Listed first because of how this entry is coded.');
    expect(text()).to.contain('PE can mean more than one thing.');
  });

  it('says that it may mean something else where only one meaning is known', async () => {
    const {text} = await opened('PE', {terms: [clot]});
    expect(text()).to.contain('PE may also mean something else.');
  });

  it('does not name a hard meaning among others that nobody has checked', async () => {
    const calcium = term('calcium', {term: 'Ca', full: 'calcium', means: 'A mineral in bones.'});
    const {text} = await opened('Ca', {terms: [grim, calcium]});
    expect(text()).to.contain('calcium');
    expect(text()).to.contain('Ask your care team about this word.');
    expect(text()).not.to.match(/cancer/i);
  });

  it('says of each meaning whether it was checked, when only some were', async () => {
    const {panel} = await opened('PE', {terms: [{...clot, checked}, exam]});
    const [first, second] = [...panel.querySelectorAll('li')].map((item) =>
      item.textContent.replace(/\s+/g, ' '),
    );
    expect(first).to.contain('Not yet clinically reviewed.');
    expect(second).to.contain('3 October 2026');
    expect(second).not.to.contain('Not yet clinically reviewed.');
  });
});

describe('A word whose meaning comes later', () => {
  it('becomes a button when it comes, and does not open by itself', async () => {
    const {root, element, explainer} = await line('DOAC', {
      page: (word) => html`<p><phr-term>${word}</phr-term></p>`,
    });
    element.open = true;
    await element.updateComplete;
    element.explainer = explainer;
    await element.updateComplete;
    expect(wordOf(root, 'DOAC').getAttribute('aria-expanded')).to.equal('false');
    expect(panelOf(root)).to.equal(null);
  });
});
