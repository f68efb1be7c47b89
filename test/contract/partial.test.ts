import {expect} from '@open-wc/testing';
import type {Rule, Step} from '../support/scripted-server.js';
import {conditions, foundIn, pagesOf, patient} from '../support/scripted/collect.js';
import {setUp} from '../support/scripted/set-up.js';

const records = [patient, ...conditions(3)];
const always = (...steps: Step[]): Rule[] => [{when: {path: 'Condition'}, do: steps}];
const read = async (...steps: Step[]) => {
  const [page] = await pagesOf(setUp({records, rules: always(...steps)}).client, 'Condition');
  if (!page) throw new Error('No page came');
  return page;
};

describe('Partial answers: what a server says beside the record', () => {
  for (const mode of ['outcome', 'include', 'match']) {
    it(`is heard with 207 and mode '${mode}', and hides nothing that came`, async () => {
      const page = await read(
        {status: 207},
        {outcome: {severity: 'error', code: 'transient', mode, text: 'WORD-CANARY'}},
      );
      expect(foundIn([page])).to.have.length(3);
      expect(page.notices).to.deep.equal([{severity: 'error', code: 'transient'}]);
      expect(JSON.stringify(page)).not.to.contain('CANARY');
    });
  }

  it('is heard when nothing else came: the list is not known to be empty', async () => {
    const page = await read(
      {set: [['entry'], []]},
      {outcome: {severity: 'warning', code: 'suppressed'}},
    );
    expect(page.matches).to.deep.equal([]);
    expect(page.notices).to.have.length(1);
  });

  it('is found in Bundles inside the Bundle', async () => {
    const page = await read(
      {outcome: {severity: 'warning', code: 'x', mode: 'include'}},
      {nest: 2},
    );
    expect(foundIn([page])).to.have.length(3);
    expect(page.notices).to.have.length(1);
  });
});

describe('Partial answers: shapes in use that are not as they should be', () => {
  it('reads entries without a search mode by their type', async () => {
    const page = await read({entry: {resource: patient}}, {noMode: true});
    expect(foundIn([page])).to.have.length(3);
    expect(page.included.map(({resource}) => resource.resourceType)).to.deep.equal(['Patient']);
  });

  for (const depth of [1, 2, 7]) {
    it(`reads Bundles inside the Bundle, ${String(depth)} deep`, async () => {
      expect(foundIn([await read({nest: depth})])).to.have.length(3);
    });
  }

  it('counts what it cannot read, and shows the rest', async () => {
    const page = await read(
      {entry: null},
      {entry: {resource: 7}},
      {entry: {fullUrl: 'urn:uuid:1'}},
    );
    expect(foundIn([page])).to.have.length(3);
    expect(page.damaged).to.equal(3);
  });

  it('counts a Bundle nested without end as one thing it cannot read', async () => {
    const page = await read({nest: 50});
    expect([page.matches.length, page.damaged]).to.deep.equal([0, 1]);
  });

  it('reads a Bundle with nothing in it, and with no list at all', async () => {
    for (const steps of [
      [{set: [['entry'], []]}],
      [{set: [['entry']]}],
      [{set: [['type']]}],
    ] as Step[][]) {
      const page = await read(...steps);
      expect([page.last, page.damaged]).to.deep.equal([true, 0]);
    }
  });

  it('reads an answer without any link: it is the only page, and nothing is known to be kept', async () => {
    const page = await read({set: [['link']]});
    expect([page.last, page.cut, page.kept]).to.deep.equal([true, undefined, undefined]);
  });

  it('does not give out a total: it may tell of what is withheld', async () => {
    expect(JSON.stringify(await read({set: [['total'], 4242]}))).not.to.contain('4242');
  });
});
