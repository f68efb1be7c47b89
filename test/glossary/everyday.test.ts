import {expect} from '@open-wc/testing';
import {everydayWords} from '../../src/glossary/everyday.js';

/** Whether `[word]` is a word of every day where it stands. */
function everyday(written: string): boolean {
  const start = written.indexOf('[');
  const text = written.replace('[', '').replace(']', '');
  const end = written.indexOf(']') - 1;
  return everydayWords.stands(text.slice(start, end), text, start, end);
}

/** Each word, where it is one of every day and then close to that where it is a term. */
const pairs: Readonly<
  Record<string, readonly [everyday: readonly string[], term: readonly string[]]>
> = {
  'a place of work': [
    [
      'Works in [HR] for a bank',
      'An [HR] manager rang',
      'worked for [BP]',
      'works in [PR]',
      'a job at [BP]',
    ],
    ['Rise in [HR] on standing', '[HR] and BP stable', '[BP] at work 150/90', 'lump seen on [PR]'],
  ],
  'a petrol station': [
    ['at the [BP] garage', 'the [BP] petrol station'],
    ['at the [BP] check', '[BP] 130/80'],
  ],
  'a school lesson': [
    [
      'is a [PE] teacher',
      'after the [PE] lesson',
      'teaches [PE] in Leeds',
      'Does [PE] twice a week at school',
    ],
    ['missed [PE] on the scan', '[PE] teaching given', '[PE] classification', 'after [PE]'],
  ],
  'a claim on a bank': [
    ['a [PPI] claim', 'a [PPI] refund', 'claim [refused] by his bank', 'visa was [refused]'],
    [
      '[PPI] claimed to help',
      '[PPI] missed today',
      'planning [refused]',
      '[PPI] cover',
      'scan [refused] by the patient',
      'was [refused]',
    ],
  ],
  'an assistant': [
    ['Her [PA] at work', 'Works as a [PA]', '[PA] to the head'],
    ['Her [PA] is treated with B12', 'seen by the [PA]', '[PA] at clinic'],
  ],
  'a police constable': [
    ['[PC] Brown brought him in', 'Seen by [PC] Lamb', 'with [PC] Okoro', '[PC] 4471'],
    [
      '[PC]: chest pain',
      '[PC] Chest pain',
      'today, [PC] Chest pain',
      'New [PC]: rash',
      '[PC] Fall at home',
      '[PC] 2 days of cough',
    ],
  ],
  'a computer': [
    ['shops on the [PC]', 'a new [PC]'],
    ['his [PC] was headache', 'the [PC] of pain'],
  ],
  'a part of the country': [
    ['in [SE] London', 'the [SE] of England', '[Lyme] Regis', 'lives in [Slough]', 'to [Ottawa]'],
    [
      '[SE] of statins',
      '[Lyme] serology',
      'covered in [slough]',
      '[Slough] in wound',
      '[Ottawa] rules',
    ],
  ],
  'a make of car': [
    ['a [VW] Golf', '[VW] garage'],
    ['[VW] disease', '[VW] factor'],
  ],
  'what people hear and read': [
    [
      '[CD] player',
      'listens to [CDs]',
      'a [TED] talk',
      'saw it on [FB]',
      '[FB] group',
      '[MS] Teams',
    ],
    ['[CD] register', '[CDs] checked', '[TED] stockings', '[FB] in eye', '[MS] nurse'],
  ],
  'how somebody is addressed': [
    ['[Mx] Ali', '[Mx]. Ali', 'DEAR [MR] OWEN', '[MR] AND MRS', '[c/o] Mrs Lamb', 'Dear [MS] Khan'],
    ['[Mx]: rest', '[Mx] plan', '[MR] scan', '[MR] AND TR', '[c/o] 3 falls', '[MS] Khan Ward'],
  ],
  'part of an address': [['[PO] Box 12'], ['[PO] intake good']],
  'a number': [
    ['stage [IV]', 'grade [IV]', 'Henry [IV]', 'book [IV]', 'Act [IV]', 'Pope Pius [IV]'],
    ['stage 3, [IV] access', 'given [IV]', 'started [IV] fluids'],
  ],
  'a size': [['Size [XL] top'], ['venlafaxine [XL]']],
  'a test at school': [
    ['year 6 [SATs]', 'taking his [SATs]', '[SATs] exams'],
    ['[SATs] 96%', 'his [sats] 92', 'taking [sats]', 'at school [sats] 92'],
  ],
  'a thing at home or outside': [
    [
      'sat on a [stool]',
      'kitchen [stools]',
      '[piles] of washing',
      'bee [hives]',
      'a [carrier] bag',
      'bus [depot]',
      'pork [loin]',
      "the horse's [mane]",
      '[liquor] store',
    ],
    [
      'sat on the bed, [stool] sent',
      'blood on the [stool]',
      '[piles] on examination',
      'gets [hives]',
      '[carrier] of CF',
      'had the [depot]',
      'pain from [loin] to groin',
      'one [mane]',
      'the [mane] dose',
      'started on a [stool] softener',
      'stains on the [stool]',
      'baby [carrier] of CF',
      '[piles] of 3 years',
      'clear [liquor]',
    ],
  ],
  'the number of a place or a thing': [
    [
      'Bay [4/12]',
      'Room: [2/7]',
      'Ref. no. [3/52]',
      'in flat [3/7]',
      'Bed [4/7]',
      'Ward [2/12]',
      'table [6/12] below',
      'Bay [C3]',
      'on ward [C5]',
    ],
    [
      'Ref [2WW]',
      'no [4AT] done',
      'off legs, in bed [3/7]',
      'worse lying flat [3/7]',
      'seen on ward [2/7]',
      'tablet [6/12] ago',
      'fracture of [T12]',
      'nerve block [C5]',
      '[4/5] of the head palpable',
      'Ward [F1] told',
    ],
  ],
  'a score that is called one': [
    ['Pain score [3/10] at rest', 'score 3/10, then [6/10]', 'Scored [4/7]'],
    ['pain [7/10]', 'scalp pain [7/10]', 'power score 4. Pain [6/10]', 'score 4, review [2/52]'],
  ],
  'a day and a month': [
    ['on [4/7]', 'Letter dated [3/12]', 'born [5/5]', 'DOB: [4/7]'],
    [
      'on [2/52] course',
      'on [3/7] trial',
      'on [3/12] review',
      'for [3/7]',
      'on [2/52]',
      'medication [3/7]',
    ],
  ],
  'a number or more': [
    ['[3+] hours', '[2+]years'],
    ['[3+] protein', '[2+] to the knee'],
  ],
  'the first half of a postcode': [
    ['[B12] 0QR', 'Lives at [L4] 5PE', '[ST4] 6QG'],
    ['[B12] 180', '[B12] 1MG', '[B12] 1BD', '[T4] 12'],
  ],
  food: [
    [
      '[RICE] and peas',
      'chicken, chips or [RICE] and beans',
      'a [tender] roast lamb',
      'cook until [tender]',
    ],
    [
      '[RICE] and rest',
      '[tender] after roast lamb',
      'ate chicken, [tender] tummy',
      'calf [tender] for a week',
    ],
  ],
  'a computer or a disc': [
    ['his [PC] is broken', 'a laptop or [PC]', 'bought [CDs]', 'the [PC] would not start'],
    ['his [PC] is pain', '[PC]: laptop fell on foot', '[CDs] counted', 'the [PC] was back pain'],
  ],
  'a city': [
    [
      'flew home from [LA]',
      'back from [LA]',
      'lives in [LA]',
      '[LA] and the US',
      'Washington [DC]',
    ],
    ['under [LA]', 'changed from [LA] to GA', 'clot in [LA]', '[LA] and sedation', '[DC] planned'],
  ],
  'a bus or a terminal': [
    [
      'bus [X2] stops',
      'the [X2] bus',
      'Bus stop [B12]',
      'catch the [C2]',
      'Terminal [T5]',
      'a [C5] envelope',
    ],
    ['fell [x2] on the bus', 'off the bus, [C2] fracture', 'oral route [x2]', '[C5] fracture'],
  ],
  'a part of a form or a contract': [
    [
      'fill in [section 2]',
      '[section 2] of the form',
      '[Section 3] of the Road Traffic Act',
      '[section 3] below',
    ],
    [
      'held on [section 2]',
      '[section 2] of the Mental Health Act',
      '[Section 3] of the Act',
      '[section 3] papers',
    ],
  ],
  'a day that was moved, or has an hour': [
    [
      'moved to [4/12]',
      'moved from [3/7]',
      'moved from 3/7 to [4/7]',
      '[4/12] at noon',
      '[4/12] at 7pm',
      '[4/12] at 10:30',
    ],
    [
      'moved to nights [4/12] ago',
      '[5/7] at 30 mg',
      '[5/7] at 2.5 mg',
      '[2/12] at midcycle',
      'review [4/12]',
    ],
  ],
  'electricity from the sun': [
    ['solar [PV]', '[PV] panels'],
    ['[PV] bleed', 'panel sent, [PV] swab'],
  ],
  'a shop for animals': [
    ['the [PET] shop', 'a [CAT] flap', '[PEA] soup'],
    ['[PET] scan', '[PET] showed', '[CAT] score', '[PEA] arrest'],
  ],
  'a rank or an honour': [
    ['[Lt] Col Hughes', 'the [Rt] Hon Ann Lamb'],
    ['[Lt] colon', '[Rt] hip'],
  ],
  'a floor or a shelf': [
    ['the [TOP] shelf', 'the [TOP] floor'],
    ['[TOP] at 8 weeks', 'had a [TOP]'],
  ],
  'said with weight': [
    ['you [MUST] sign', 'this [MUST] be read'],
    ['[MUST] 2', 'her [MUST] score', '[MUST]: low'],
  ],
  'something else': [
    [
      'lost work in the [recession]',
      'a [pleasant] walk',
      'legal [tender]',
      'see [appendix] B',
      '[para] 3 of the letter',
      'she [boils] the water',
      'a [boggy] field',
      'a [bulky] parcel',
      'hair [clips]',
      'coastal [erosion]',
      'gate [latch]',
      'the call was a [lifeline]',
      'in [orbit]',
      'a two mile [radius]',
      '[scaling] back his hours',
      'CCTV [surveillance]',
      'the [thrill] of it',
      'oak [veneer]',
      'the day was a [washout]',
    ],
    [
      'no [recession]',
      'the [recession] has settled',
      'a [pleasant] man',
      'abdomen [tender]',
      '[appendix] out in 1990',
      'gravida 3 [para] 2',
      'gets [boils]',
      '[boggy] uterus',
      '[bulky] uterus',
      '[clips] out day 12',
      'gastric [erosion]',
      'good [latch]',
      'has a [lifeline] alarm',
      'fracture of the [orbit]',
      'fracture of the [radius]',
      '[scaling] of the skin',
      '[surveillance] in three years',
      'no [thrill]',
      'dental [veneer]',
      'bladder [washout]',
    ],
  ],
};

describe('A word that is both a term and a word of every day', () => {
  for (const [what, [ordinary, terms]] of Object.entries(pairs)) {
    for (const text of ordinary)
      it(`is ${what}, not a term, in: ${text}`, () => {
        expect(everyday(text)).to.equal(true);
      });
    for (const text of terms)
      it(`is a term, not ${what}, in: ${text}`, () => {
        expect(everyday(text)).to.equal(false);
      });
  }

  it('is known in small letters as well as in capitals, and other words are not asked about', () => {
    expect(['PE', 'pe', 'Slough', 'AM', '2/52', 'C5'].every(everydayWords.has)).to.equal(true);
    expect(['AF', 'asthma', 'constructor', 'x'.repeat(20)].some(everydayWords.has)).to.equal(false);
  });

  for (const notice of [
    'HEARING [AIDS] BOTH SIDES',
    'THIS LETTER [IS] FOR YOU',
    'THE DOOR [MUST] STAY SHUT',
    'ONLY THE [TOP] STEP IS FREE',
    'PLEASE TELL [US]',
    'DO NOT GO [FAST] HERE',
    'LOW [SALT] DIET FOR HIM',
  ])
    it(`is read as a word in a notice in capitals: ${notice}`, () => {
      expect(everyday(notice)).to.equal(true);
    });

  for (const note of [
    'uses [IT] daily',
    '[IT]',
    '[NEWS] 3 BP 120/70 HR 80 SATS 98%',
    'FIT 12. [NEWS] 3. ACE stopped.',
    'Ref OT and [SALT] r/v',
    '[TOE] NAD',
    'DISCHARGE PLAN: [SALT] to see',
  ])
    it(`is an abbreviation among abbreviations and small words: ${note}`, () => {
      expect(everyday(note)).to.equal(false);
    });

  it('looks no further than some words', () => {
    expect(everyday(`works ${'long '.repeat(40)}in [HR]`)).to.equal(false);
    expect(everyday(`[BP] ${'long '.repeat(40)}garage`)).to.equal(false);
  });
});

describe('A number after a word that numbers follow', () => {
  const spares = (words: string, form: string) =>
    words.split(',').filter((before) => !everyday(`Was ${before} [${form}] then.`));

  it('is the name of a place, or what was counted out of it', () => {
    const before =
      'bed,ward,lying in a flat,bay,bus,chapter,desk,gate,page,platform,question,room,row,step,table,ticket,tel,telephone,ref,ref.:,reference,number,no,no.,score,scored,scores,Bed: ';
    expect(spares(before, '4/7')).to.deep.equal([]);
  });

  it('is a day and a month', () => {
    const before = 'born,dated,DOB,dob:,on,moved from,postponed to,moved from 2/3 to';
    expect(spares(before, '4/7')).to.deep.equal([]);
  });

  it('is the name of a place, a road or a car, with a letter before it', () => {
    const before =
      'bay,bed,car park,channel,desk,gate,junction,room,row,seat,stand,theatre,ward,bus,bus stop,No. 7 route,platform,terminal,zone,to catch the,landed at,press,presses,pressed,hit,Audi,BMW,Citroen,Citroën,Peugeot,Volvo,watched the,bought a,drives an,owns her,sold his,drove the,film on,lives in,flat is in';
    expect(spares(before, 'C5')).to.deep.equal([]);
  });

  it('is a part of a building', () => {
    expect(spares('Block,Floor,Pod,Stand,Unit,Wing,Zone', 'C5')).to.deep.equal([]);
  });

  it('stays a term after any other word', () => {
    const before = 'for,at level,pain at,fracture of,review';
    expect(spares(before, 'C5')).to.deep.equal(before.split(','));
  });
});
