/**
 * Words that are too hard to meet alone, in what comes from outside. A terminology server gives no topic with its words, so the
 * words themselves decide, and in doubt nothing is shown: 'neoplasm' beside a 'lump' would tell somebody of a cancer.
 */

/** Beginnings and endings of words, medical and plain, one pattern for each topic that is withheld until somebody checked it. */
const sensitive: readonly RegExp[] = [
  // Cancer.
  /(?<!\p{L})(?:cancer|malignan|neoplas|tumou?r|metasta|melanom|myelom|gliom|oncolog|adenom|dysplas|mesothel|lump)/iu,
  /(?:carcinom|sarcom|blastom|lymphom|leuka?em|leukaem|metastas)/iu,
  // The end of life and resuscitation.
  /(?<!\p{L})(?:palliat|terminal|dying|death|dead|hospice|resuscitat|dnacpr|respect form|life expectancy)|end[ -]of[ -]life/iu,
  // Pregnancy loss.
  /(?<!\p{L})(?:miscarr|abort|still[ -]?b|terminat|ectopic|f(?:o)?etal|intrauterine|hydatid|molar)/iu,
  // Mental health law and harm to oneself.
  /(?<!\p{L})(?:mental health act|section \d|detain|suicid|self[ -]harm|overdose|psycho|schizo)/iu,
  // Genetics.
  /(?<!\p{L})(?:genes?(?!\p{L})|genetic|heredit|inherit|carrier|chromosom|trisomy|mutation|brca|huntington)/iu,
  // Sexual health and HIV.
  /(?<!\p{L})(?:hiv|aids(?!\p{L})|immunodeficiency|sex|chlamyd|gonorr|syphil|herpes|genital|venere)/iu,
  // Safeguarding.
  /(?<!\p{L})(?:abus|violen|safeguard|neglect|assault|rape|traffick|exploit|mutilat|fgm|non[ -]?accidental|marac|idva|coerc|at risk|child protection|dash(?!\p{L})|nai(?!\p{L}))/iu,
];

/** True when words may be of something too hard to meet alone, or of safeguarding. */
export const isSensitive = (...texts: readonly (string | undefined)[]): boolean =>
  texts.some((text) => text !== undefined && sensitive.some((pattern) => pattern.test(text)));
