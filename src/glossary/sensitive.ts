/**
 * Words that are too hard to meet alone, in what comes from outside. A terminology server gives no topic with its words, so the
 * words themselves decide, and in doubt nothing is shown: 'neoplasm' beside a 'lump' would tell somebody of a cancer.
 *
 * A word that is withheld without need costs a person one question to their care team; one that is shown without need may cost
 * far more. So a word is let through only in company that settles what it means: 'terminal ileum', and never 'terminal' alone.
 */

/**
 * What holds a hard word and is harmless as a whole: looked for first, and left out of what is judged. Whatever else stands in the
 * text is still judged.
 */
const harmless: readonly RegExp[] = [
  // Cancer.
  /(?<!\p{L})(?:lump sums?|lumpy (?:food|gravy|mattress|custard)|(?:body|lean|fat free|red cell|(?:low|peak) bone) mass|ventricular mass index|(?:muscle|fat) mass(?! (?:in|of|on|at|behind|under|near|within|lesion))|mass (?:spectrometry|immunisation|vaccination|media)|stage \d (?:chronic )?(?:kidney|ckd|hypertension|pressure|labour)|benign (?:paroxysmal )?positional|dysplasia of (?:the )?hips?|(?:hip|bronchopulmonary|acetabular) dysplasia|adenomyosis)(?!\p{L})/giu,
  // The end of life.
  /(?<!\p{L})(?:terminal (?:ile(?:um|itis)|ileal|phalan\p{L}*|bronchiol\p{L}*|hairs?|branch(?:es)?|tuft\p{L}*|extension|digits?|dribbling|nerve)|(?:nerve|axon|airport|bus|computer|[cn]) terminals?|dead (?:space|skin|leg|arm|sea|end|tooth|teeth|weight)|deadl(?:y nightshade|ine\p{L}*|ift\p{L}*))(?!\p{L})/giu,
  // Pregnancy loss.
  /(?<!\p{L})(?:(?:(?:test|treadmill|exercise|call|contract|employment|infusion) (?:was )?terminated|terminat(?:ed|ion of) (?:the )?(?:test|exercise|call|contract|employment|infusion))|abortive (?:treatment|therapy|medicines?) (?:of|for) (?:migraine|headache)|(?:atrial|ventricular|supraventricular) ectopics?(?! pregnan)(?: (?:beats?|heart ?beats?|rhythm|activity|complex(?:es)?))?|ectopic (?:beats?|heart ?beats?|rhythm|atrial|kidney|thyroid|ureter|lens|tooth|teeth|canine)|f(?:o)?etal (?:position|haemoglobin|hemoglobin)|intrauterine (?:contracepti\p{L}*|devices?|systems?|coil)|(?:(?:first|second|third|upper|lower|left|right|wisdom|milk|baby|deciduous|permanent|impacted) ){1,4}molars?(?: (?:tooth|teeth))?(?! (?:pregnan|gestation|mole|tissue|change|evacuat))|molars? (?:tooth|teeth|extraction|filling|crown|root|concentration|mass|solution|bands?)|molars)(?!\p{L})/giu,
  // Mental health law.
  /(?<!\p{L})(?:section \d+\p{L}? of (?:the|this|your|that|a) (?:letter|report|form|leaflet|guide\p{L}*|document|questionnaire|booklet|plan|summary|page)|(?:see|in) section \d+ (?:above|below)|section \d+ ?(?:mm|cm|micron)\p{L}*|psycho(?:log|metr|motor|social|therap|educat)\p{L}*|s[123] (?:heart sounds?|gallop|vertebra\p{L}*|nerve|root|dermatome))(?!\p{L})/giu,
  // Genetics.
  /(?<!\p{L})(?:carrier (?:bags?|oils?|proteins?|fluids?|gas))(?!\p{L})/giu,
  // Sexual health.
  /(?<!\p{L})(?:(?:hearing|walking|mobility|visual|low vision|bath|bathing|daily living|communication|decision|memory|toilet|dressing|feeding|eating) aids|aids (?:digestion|(?:for|to) (?:daily living|hearing|walking))|herpes (?:zoster|labialis)|sex(?:ton|tant|tuplet|agenarian)\p{L}*)(?!\p{L})/giu,
  // Safeguarding.
  /(?<!\p{L})(?:(?:visual|visuospatial|sensory|spatial|unilateral|hemispatial|motor|left|right|left sided|right sided) neglect|rape ?seed(?: oil)?|at risk (?:foot|feet|drinking|of (?:falls|falling|diabetes|type \d diabetes|malnutrition|dehydration|pressure (?:ulcers?|sores?|damage)|infections?|bleeding|stroke|heart|fractures?|osteoporosis|hypo\p{L}*|choking|aspiration|glaucoma|kidney|blood clots?|clots))|dash (?:diet|eating|of (?:salt|milk|lemon|vinegar)))(?!\p{L})/giu,
];

/** Beginnings of words, medical and plain, for each topic that is withheld until somebody checked it. */
const beginnings: readonly RegExp[] = [
  // Cancer.
  /(?<!\p{L})(?:cancer|malignan|neoplas|tumou?r|metasta|melanom|myeloma|gliom|oncolog|adenom|dysplas|dyskary|mesothel|lump|mass(?:es)?(?!\p{L})|growths?(?! (?:chart|hormone|rate|spurt|plate|factor|curve|scan))(?!\p{L})|nodul|biops|chemo|radiotherap|mastectom|hodgkin|seminom|in situ|two week wait|gleason|carcinoid|kaposi|wilms|ewing|thymoma|insulinoma|lymphoprolif|myelofibros|myelodysplas|myeloproliferat|polycyth(?:a)?emia (?:rubra )?vera|meningioma|schwannoma|teratoma|germ cell|stage (?:\d|i{1,3}|iv)(?!\p{L})|secondaries|paget)/iu,
  // The end of life and resuscitation.
  /(?<!\p{L})(?:palliat|terminal|dying|death|dead|die[ds]?(?!\p{L})|deceased|hospice|resus|dnacpr|dnar|cpr(?!\p{L})|respect form|life (?:expectancy|limiting)|end of life|last days|ceilings? of|syringe driver|just in case|anticipatory (?:med|drug|prescri|care)|(?:advance|living) (?:decision|directive|care|will)|escalation plan|poor prognos|(?:days|weeks|months) to live|fatal|incurabl|agonal|cot death|sids(?!\p{L})|coroner|bereave|post ?mortem|autops)/iu,
  // Pregnancy loss.
  /(?<!\p{L})(?:miscarr|abort|still ?(?:birth|born)|terminat|ectopic|f(?:o)?etal|f(?:o)?etus|intrauterine|hydatidiform|iufd(?!\p{L})|anencephal|molar|mole pregnan|(?:partial|complete) mole(?!\p{L})|retained products|products of conception|blighted|anembryonic|pregnancy loss|non ?viable|(?:baby|neonatal|infant) (?:loss|death)|(?:lost|loss of) (?:the|a|her|your|their|my) (?:baby|pregnancy))/iu,
  // Mental health law and harm to oneself.
  /(?<!\p{L})(?:mental (?:health|capacity) act|section(?:ed|s? ?\d)|(?<!['’])s ?(?:2|3|17|117|136)(?![\d\p{L}])|detain|detention|tribunal|seclu(?:sion|ded)|community treatment order|deprivation of liberty|approved mental|compulsor|involuntary (?:admission|patient|treatment)|place of safety|suicid|parasuicid|self (?:harm|injur|poison)|overdos|psycho|schizo)/iu,
  // Genetics.
  /(?<!\p{L})(?:genes?(?!\p{L})|genetic|genom|heredit|inherit|carriers?(?!\p{L})|chromosom|trisom|monosom|mutat|mutant|pathogenic variant|autosomal|x linked|brca|huntington|karyotyp|h(?:a)?emophili|cystic fibrosis|sickle|thalass(?:a)?emi|duchenne|marfan|tay sachs|(?:down|turner|klinefelter|fragile x|edwards|patau|lynch)(?:['’]?s)? syndrome)/iu,
  // Sexual health and HIV.
  /(?<!\p{L})(?:hiv|aids(?!\p{L})|immun(?:e|o) ?deficiency|antiretrovir|anti retrovir|cd4|blood borne|sex|stis?(?!\p{L})|stds?(?!\p{L})|chlamyd|gonorr|gonococ|syphil|trepon|trichomon|herpes|genital|genito ?urinary medicine|papilloma|venere|unprotected|(?:genital|venereal) warts?|kaposi|transgender|gender (?:identity|dysphoria|incongruen))/iu,
  // Safeguarding.
  /(?<!\p{L})(?:abus|violen|safeguard|neglect|self neglect|assault|rap(?:e[ds]?|ist|ing)(?!\p{L})|traffick|exploit|mutilat|circumcis|fgm|non ?accidental|fabricated|marac|idva|isva|coerc|controlling beha|at risk|child (?:protection|in need)|looked after child|honou?r (?:based|kill|crime)|forced marriage|stalk(?:er|ing)|groom(?:ed|ing)(?!\p{L})|slavery|perpetrat|domestic (?:incident|homicide)|dash(?!\p{L})|nai(?!\p{L}))/iu,
];

/** Endings of words that say the same whatever they begin with. */
const endings = /(?:carcinom|sarcoma|blastom|lymphom|leuka?em|metastas|adenoma|melanoma|genetic)/iu;

/** As it is read: one space for every gap and every dash, no marks that cannot be seen, one sort of letter. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\s\p{Pd}]+/gu, ' ');

/** True when words may be of something too hard to meet alone, or of safeguarding. In doubt, true. */
export const isSensitive = (...texts: readonly (string | undefined)[]): boolean =>
  texts.some((text) => {
    if (text === undefined) return false;
    // What is left on both sides of something harmless must not come together to another word.
    const judged = harmless.reduce((left, phrase) => left.replace(phrase, '|'), plain(text));
    return endings.test(judged) || beginnings.some((words) => words.test(judged));
  });
