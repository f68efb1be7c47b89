/** What of a terminology server's answer about a code is taken: its name, its plain words, and in which language. */
import {expect} from '@open-wc/testing';
import {
  answer,
  designation,
  display,
  parameters,
  terminologyServer,
} from '../support/terminology-answers.js';

const af = '49436004';

describe('What a terminology server says of a code', () => {
  for (const json of [
    {},
    {parameter: 'x'},
    {parameter: [null, 7, 'x']},
    parameters(),
    parameters({name: 'display'}),
    parameters(display(7)),
    parameters(display('')),
    parameters(display('   ')),
    parameters(display('a'.repeat(401))),
    parameters(display({toString: 'x'})),
  ])
    it(`has no answer when it makes no sense: ${JSON.stringify(json).slice(0, 60)}`, async () => {
      const {terminology} = terminologyServer(() => answer(json));
      expect(await terminology.lookUp(af)).to.equal(undefined);
    });

  for (const broken of [
    {name: 'designation'},
    {name: 'designation', part: 'x'},
    {name: 'designation', part: [null]},
    designation('patient', 'x'),
    designation({display: 'patient'}, 7),
    designation({display: 'patient'}, ''),
  ])
    it(`knows the name alone when a designation is broken: ${JSON.stringify(broken)}`, async () => {
      const {terminology} = terminologyServer(() => answer(parameters(display('Known'), broken)));
      expect(await terminology.lookUp(af)).to.include({term: 'Known', means: ''});
    });

  for (const plain of [[], [designation({display: 'patient'}, 'ATRIAL fibrillation')]])
    it(`never gives a name as its own meaning: ${plain.length} designations`, async () => {
      const {terminology} = terminologyServer(() =>
        answer(parameters(display('Atrial fibrillation (disorder)'), ...plain)),
      );
      expect((await terminology.lookUp(af))?.means).to.equal('');
    });

  for (const use of [
    {code: 'display'},
    {code: 'preferredForLanguage', display: 'Preferred For Language'},
    {code: '900000000000013009', display: 'Synonym'},
    {display: 'Display'},
    {display: 'Delayed release'},
    {display: 'Inpatient name'},
    {display: 'Out-patient name'},
    {display: 'Explained'},
    {display: 'Complaint'},
  ])
    it(`takes no name for plain words whose use only looks like theirs: ${JSON.stringify(use)}`, async () => {
      const {terminology} = terminologyServer(() =>
        answer(
          parameters(
            display('AFib'),
            designation(use, 'Auricular fibrillation'),
            designation(use, 'Fibrilación auricular', 'es'),
          ),
        ),
      );
      const term = await terminology.lookUp(af);
      expect(term?.means).to.equal('');
      expect(term?.in).to.equal(undefined);
    });

  for (const use of [
    {display: 'Patient friendly term'},
    {display: 'Patient-friendly term'},
    {code: 'patientFriendly'},
    {code: 'ConsumerName'},
    {display: 'Name for patients'},
    {display: 'Plain language'},
    {display: 'Plain English'},
    {code: 'lay'},
    {display: 'Lay term'},
    {display: 'Layperson’s name'},
  ])
    it(`takes as plain words what is for patients: ${JSON.stringify(use)}`, async () => {
      const {terminology} = terminologyServer(() =>
        answer(parameters(display('AFib'), designation(use, 'An uneven heartbeat'))),
      );
      expect((await terminology.lookUp(af))?.means).to.equal('An uneven heartbeat');
    });

  describe('in several languages', () => {
    const patient = {code: '1', display: 'Patient friendly term'};
    const inEnglish = designation(patient, 'An uneven heartbeat', 'en-GB');
    const inWelsh = designation(patient, 'Curiad calon anwastad', 'cy');
    const inSpanish = designation(patient, 'Latido irregular', 'es-ES');

    for (const [named, order] of Object.entries({
      'English last': [inSpanish, inWelsh, inEnglish],
      'English first': [inEnglish, inWelsh, inSpanish],
    }))
      it(`takes English words as the meaning, and others as words of their language: ${named}`, async () => {
        const {terminology} = terminologyServer(() =>
          answer(parameters(display('AFib'), ...order)),
        );
        const term = await terminology.lookUp(af);
        expect(term?.means).to.equal('An uneven heartbeat');
        expect(term?.in).to.deep.equal({
          cy: {means: 'Curiad calon anwastad'},
          es: {means: 'Latido irregular'},
        });
      });

    it('has no meaning in English when words are in another language only', async () => {
      const {terminology} = terminologyServer(() => answer(parameters(display('AFib'), inSpanish)));
      expect((await terminology.lookUp(af))?.means).to.equal('');
    });

    it('takes words without a language as English', async () => {
      const {terminology} = terminologyServer(() =>
        answer(parameters(display('AFib'), designation(patient, 'An uneven heartbeat'))),
      );
      expect((await terminology.lookUp(af))?.means).to.equal('An uneven heartbeat');
    });

    for (const language of ['', 'x', '__proto__', 'constructor', '<b>'])
      it(`takes no words of what is no language: ${language}`, async () => {
        const {terminology} = terminologyServer(() =>
          answer(parameters(display('AFib'), designation(patient, 'Words', language))),
        );
        const term = await terminology.lookUp(af);
        expect(term?.means).to.equal('');
        expect(term?.in).to.equal(undefined);
      });
  });
});
