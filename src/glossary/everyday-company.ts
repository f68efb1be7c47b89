/**
 * Words that are terms and words of every day too, and the company in which they are of every day: the BP of a petrol station, the PE of
 * a school, the stool somebody sits on. Each pattern, and each list of neighbours, names what no clinical writing has beside the term.
 */

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Words of every day, which a text or a heading in capitals turns into the letters of an abbreviation. */
export const shoutable = setOf(
  `ace act ad add aid aids all am an and any are arm art as at bad bar be bee but by cad cage can cap car
  cart cat core cot dad dat did dim do dot ear eat end era eve fad fan far fast fat fed fee fees fib fin fit flair fob for from gas
  get gum gut had halo ham has hat he her hi him hip his hit hoop hop hot how ice if in inn is it its jam jet lag
  lap law lay led leg let lid lip lit log lot low mad man map mash mat may me men met mi miss mist mop mum muse must my nap
  net news nil nip no nor not now oat odd of off oh old on one opt or our out own pa pad pal pals pan past pat pay pea pee peg pen pet
  pie pig pin pit pod pop pot pots prom pup put ran rap rat raw rib rice rig rim rip rod rot row run rut sad sale salt saw say see she
  sir sit six so son spa spin stem stir such sum sun tag tan tap tar tax tea ten the tie tip to toe too top torch tug two up us use van vat
  via war was way we wet who why wig win wit wrap yes yet you`,
);

/** Other words of plain writing: one of them in capitals shows that what stands beside it is no row of abbreviations. */
export const common = setOf(
  `about after again also area back been best both call clear come cough cream daily dose down each exit feels felt fever find first form
  full gave given going good hand have help home hour hours into just keep knee know last left letter life like list long look made make
  more most move much name need next nose note once only open over pain part park pill please ring said same scan seen side sign skin some
  soon stop sure take tell test than that them then there they this time told took unit until very walk want ward week well went were what
  when will wife with work worse year your`,
);

/**
 * What everybody knows, though not everybody knows how it is shortened: it can be looked up, and a line under it in every text would hide
 * those that are needed.
 */
export const known = new Set(
  `baby teeth,birth weight,blood pressure,blood test,blood tests,bloods,blue badge,care plan,care plans,diagnosed,diagnoses,diagnosis,dvla,face to face,face-to-face,feverish,follow up,follow-up,four times a day,grab rail,grab rails,heart rate,home visit,home visits,joint pain,key safe,low back pain,lower back pain,next of kin,nose bleed,nosebleed,nosebleeds,olive oil drops,over the counter,painkiller,painkillers,pass urine,passed urine,passing urine,practice nurse,practice nurses,pregnancy test,public health,raised toilet seat,routine bloods,sick note,side effect,side effects,side-effects,social worker,social workers,tearful,telephone consultation,three times a day,wisdom teeth,wisdom tooth`.split(
    ',',
  ),
);

/** Words of every day by what they are about, and the words that tell so: two before and two after are looked at. */
export const neighbours = new Map(
  `rice tender:beans beef chicken curry eats fish gravy lamb likes meat peas pork roast soup steak stew
cd cds lp pc:bought computer crashing games laptop library mends printer sold
pet:carrier cemetery insurance owner passport rabbit shop sitter
pv pvc:boilers door doors panels pipe roof roofs solar window windows
vw:beetle camper car drives drove garage golf passat polo sold van
aaa:batteries battery
margins:page profit
tabs:browser open
liquor:shop store
dc lyme:regis washington`
    .split('\n')
    .flatMap((line) => {
      const [words = '', beside = ''] = line.split(':');
      const set = setOf(beside);
      return words.split(' ').map((word) => [word, set]);
    }),
);

const office =
  /_ (?:about (?:her|his)\b|advis|agency|company|consult|department|director|file|firm(?! [a-z])|job|lead\b|manager|meeting|officer|pay\b|rep\b|said that|team)|\b(?:letter from|meeting with|sent to) _|\b(?:[Ss]poke to|[Ww]ork\w* (?:at|for|in|with)) _|\b(?:[Aa]sk|[Cc]ontact|[Ee]mail|[Rr]ang|[Rr]ing) _.._ (?:about|for)|\bin _.._ at [A-Z]/;
const compass =
  /_ (?:coast|corner|England|London|Scotland|Wales|facing|winds?\b)|\bwind (?:from the )?_/;
const towns =
  /(?:\b(?:from|in|near|to)|(?:Avenue|Close|Drive|Lane|Road|St|Street|Terrace|Way),) _[A-Z]/;
const music =
  /\bsecond[ -]hand _|_ (?:at|from) the market|_ (?:and (?:CDs|DVDs|tapes)|collection|of (?:hymns|songs)|player|rack|ROM\b|sleeve|by (?:[A-Z]|her|his)|(?:is|was) scratched|will not play)|\b(?:listen\w* to|music|[Oo]wns \w+|[Pp]lays(?: an?(?: \w+)?)?|vinyl) _/;
const stool =
  /\b(?:bar|foot|kitchen|milking|piano|step) _|\b(?:climb\w+|fell|perch\w*|sat|sit\w*|slip\w+|stand\w*|stood) (?:off|on|onto) (?:an?|her|his|the) _/i;
/** What is drawn or counted at school. */
const maths = /\b(?:area of|drawing|draws|drew) an? _|_.{0,25}\bmaths\b|\bmaths\b.{0,25}_/i;
/** What garments, walls and plants can be too. */
const leafy =
  /\b(?:egg|feathers?|flowers|glass|leaf|leaves|paint|petals|roses|sky|stone) (?:\w+ )?_|_ (?:brown|glass|leaves|light|paint|shade|sky|stone)\b/i;
const weather =
  /\b(?:air|day|it|night|room|week) (?:felt|is|was) _.*\b(?:day|outside|weather|week)|_ (?:day|evening|night|weather)/i;
const roof =
  /\b(?:cedar|new|roof\w*|slate|wooden) (?:\w+ ){0,2}_|_ (?:and|or) (?:gutter|soffit|slate|tile)|_ (?:off|on) the roof|_ board/i;
const film =
  /\b(?:channel|film|movie|programme|show|watch\w*).{0,30} in _|_ (?:camera|film|ready|screen|telly|TV)\b/;

/**
 * By the form in small letters: what stands around it where it is a word of every day. The pattern is tried on what stands before the
 * form, a line, the form as it is written, a line, and what stands after it.
 */
export const company = new Map(
  Object.entries({
    aims: /_ (?:and|of)\b/i,
    ac: /_ (?:in (?:her|his|my|the (?:car|room|van)) |is broken|motor|on in)|\b(?:power|unit|with|fan or) _$/,
    // The illness is somebody's, or has a date or a treatment.
    all: /^(?!.*(?:\b(?:[Cc]hildhood|[Dd]iagnosis:?|h\/o|had|[Hh]as|[Hh]x(?: of)?|of|Ph\+|PMH:?|[Rr]elapsed|T-cell|B-cell|treated for|with) _ALL_(?! (?:her|his|my|of|our|the|their|these|this|those|your))|_ (?:as a child|\(?(?:19|20)\d\d|diagnosed|in (?:19|20|child|remission)|protocol|relapse|survivor|treat)))/s,
    acute: /_ (?:accents?|and grave|angles?|ear for|eye for|sense of|shortage)\b/,
    amalgam: /_ of /,
    apex: /_ of (?:an?|her|his|the) (?!\w*(?:beat|bladder|canine|cuff|curve|heart|incisor|left|lung|molar|prostate|right|root|stump|tooth|vagina|ventric))/,
    appendix:
      /_ (?:[A-H1-9]\b|(?:at|in) the (?:back|end)|of (?:the|this|your) (?:book|document|form|leaflet|letter|report)|to the)|\b(?:section|table) \w+ and the _/i,
    arterial: /_ (?:road|route)/,
    as: /_ (?:levels?\b|above|advised|before|below|directed|discussed|far|if|it|long|needed|part|per|planned|prescribed|required|requested|soon|such|the|well|you)\b/i,
    atrium: /\b(?:[Mm]ain|hospital) _|\bmeet.{0,15} _|_ (?:caf|of the h)/,
    aura: /_ of (?!migraine)/,
    banding: /\b(?:council tax|pay|salary) _/i,
    benign: /_ weather/,
    binders: /\b(?:book|lever arch|ring) _/i,
    boggy: /_ (?:field|garden|ground|land|lawn|path|pitch)/,
    boils: /\b(?:he|it|kettle|she|water|who) _|_ (?:an?|down|eggs|over|the|water)\b/i,
    bp: /_ (?:forecourt|fuel|garage|oil\b|pension|petrol|points|receipt|shares|shop|station|tanker)|\b(?:job|[Ww]ork\w*|HR) (?:at|for) _/,
    bulky: /_ (?:bag|box|coat|furniture|goods|item|jumper|parcel|waste)/,
    'c/o': /_ (?:Dr|M(?:iss|rs?|s))\b/,
    calculus:
      /\bmaths\b|\b(?:learn\w*|stud\w+|taught|teach\w*) _|_ (?:class|exam|homework|lesson)/i,
    caps: /\b(?:block|bottle|in|toe) _|_ (?:lock|on (?:all|his|her|the) )|\b(?:baseball|bobble|flat|swim\w*) _/i,
    carrier: /_ bags?\b|\b(?:cat|people) _/i,
    cat: /_ (?:flap|food|litter|at night)|\b(?:[Ff]eeds?|[Ff]ed|[Ss]trok\w+) (?:her|his|the) _/,
    cc: /_ (?:in|of) the email|\b(?:[Bb]at\w*|[Bb]owl\w*|captain\w*|member|[Pp]lay\w*) (?:at|for|of) [\w ]*_|\b\d{2,4} ?_(?! (?:of|urine|fluid))/,
    cbt: /\bpassed (?:her|his|the) _|_.*\b(?:moped|motor ?bike|scooter)\b/i,
    ccf: /_ (?:band|camp|cadet|parade)|\bjoin\w* (?:\w+ ){0,2}_/,
    cd: music,
    cds: music,
    cf: /_ card/,
    chronic:
      /\b(?:film|food|match|play|show|traffic|weather) (?:is|was) _|_ (?:late|shortage|under(?:fund|invest))/,
    clammy: weather,
    clips:
      /\b(?:bulldog|crocodile|film|hair|paper|toe|video) _|_ in (?:her|his) hair|\bhair\b.{0,15} _/i,
    coiling: /_ (?:(?:a|the) )?(?:\w+ )?(?:cable|hose|rope|wire)/,
    colic: /\b(?:horse|mare|pony)\b/,
    colon:
      /\b(?:comma|full stop|semi)[ -](?:(?:and|or) )?(?:a )?_|_ (?:and|or) (?:comma|full stop|semi)/i,
    complement: /_ of (?:nurses|staff|teachers)|\bfull _/,
    compliance:
      /_ (?:department|manager|officer|team|with (?:the )?(?:law|rules|regulations|GDPR))/,
    compliant: /\b(?:Euro|GDPR|ULEZ) _/,
    contractions: /_ (?:like|such as) ['‘"]/,
    dc: /_ (?:comic|motor|\p{Lu}\p{Ll})/u,
    depot:
      /\b(?:bus|coal|council|fire|lorry|post|rail|train|tram) _|_ (?:manager|in town)|\b(?:at|from|to) the _depot_(?! (?:clinic|injection))/i,
    depression: /\b(?:deep|the great|tropical) _|_ (?:in|over) the (?:Atlantic|ground|road|west)/i,
    dm: /_ (?:me|him|her|us)\b|\b(?:send|sends|sent) (?:\w+ ){0,2}_|_ on (?:Insta|Twitter|X\b)/,
    dorsal: /_ fin\b/,
    ds: /_ (?:from the|\p{Lu}\p{Ll}+ (?:came|rang|took))/u,
    duplex:
      /_ (?:apartment|flat|house|printing)|\b(?:apartment|flat|house|home|lives) (?:in|is) an? _/,
    et: /\b(?:PKs|penalties|(?:full|half) time|match)\b|\bwent to _/,
    extension:
      /\b(?:garage|hair|house|kitchen|phone|tel\w*) _|_ (?:\d{3}|cord|lead|number|of (?:her|his|the|your) (?:deadline|fit|leave|lease|sick|stay|visa))|\b(?:an|building|certificate|note) _/i,
    composite: /_ (?:deck|door|index|measure|score)/,
    erosion: /\b(?:beach|cliff|coast\w*|river|soil)\b.{0,20} _/i,
    extraction: /\b(?:dust|fan|honey|oil) _|_ (?:fan|hood)/,
    fascias: roof,
    fast: /\b[Aa]ct _[A-Z]+_(?!.*(?:999|stroke))|\b(?:drove|go|goes|going|grow\w*|how|ran|run\w*|so|speak\w*|too|very) _/,
    fb: /_ (?:friend|group|messag|page|post)|\bon _/,
    flank:
      /_ steak|\b(?:along|down|on|up) the (?:left|right) _.*\b(?:army|goal|match|scored|team)|\b(?:[Aa]ttack\w*|[Pp]lay\w*|[Rr]an|[Rr]uns?) (?:along|down|on|up) (?:his|the) (?:left|right) _/,
    flare: /\b(?:distress|fired an?|lit an?|off an?|solar) _|_ gun\b|_.*\bboat\b/i,
    flares: /\b(?:distress|solar|wear\w*|wore) _/i,
    fm: /_ radio/,
    focal: /_ (?:length|point of the (?:day|room|town|village))/,
    functional: /_ (?:kitchen|skills (?:English|maths))/,
    ga: /\b(?:[Pp]lay\w*|[Pp]osition) _|_.{0,20} netball|\bnetball\b.{0,20} _/,
    grunting: /\b(?:boars?|hogs?|pigs?) (?:were |was )?_|_ pigs?\b/i,
    guarding: /_ (?:dog|the (?:door|gate|house|shop))|\bdogs? _/,
    handover: /_ of (?:her|his|the) (?:flat|house|keys)/,
    hd: film,
    hi: /\b[Cc]ook\w* on _/,
    hives: /\b(?:bee|keeps) _|_ of bees|\bbees\b.* _/i,
    hoarding: /\badvertising _/i,
    hospice: /_ (?:charity |book )?(?:shop|lottery)/,
    hr: office,
    hysterical: /\b(?:film|joke|jokes|play|show) (?:was|were|is) _|_ (?:joke|laugh)/,
    im: /\b(?:\d{2,3}m?|swims? the) _|_ on (?:Facebook|Teams)/,
    immunity: /_ from (?:arrest|prosecution|tax)/,
    impression:
      /\b(?:bad|first|good|great|lasting|strong) _|_ (?:of (?:the (?:King|Queen))\b|on (?:her|him|me|us)\b)/i,
    // The status is said to be one.
    informal:
      /^(?!.*\b(?:an?|became|is|[Nn]ow|remain\w*|status) _\w+_(?:[.,;]| patient| status|$))/s,
    inferior: /\b(?:feel\w*|felt|made) (?:\w+ )?_|_ (?:quality|goods|to (?:her|him|others))/i,
    'inner tube': /\b(?:bicycle|bike|tyre)\b.*_|_.*\b(?:bicycle|bike|tyre|wheel)\b/i,
    insight:
      /\b(?:fascinating|gave|gives?|interesting|useful|valuable) (?:an? |some )?(?:\w+ )?_ into/,
    investigation: /\b(?:CQC|criminal|fraud|police|tax) _/i,
    isometric: /_ (?:drawing|paper|projection|view)/,
    // The number four, of a stage or a king.
    iv: /\b(?:act|chapter|class|edward|factor|george|grade|group|henry|level|nerve|nyha|part|phase|pope \w+|rocky|see appendix|stage|star wars|type|volume|world cup) _|\bbook _.._(?:$|[.,;]| of\b)/i,
    kawasaki:
      /\b(?:old|new|ride\w*|riding|rode|sold) (?:an? |her |his )?_|_ (?:bike|motor)|\b(?:bought|has|owns) an? _[^_]+_(?! (?:dis|syn))/i,
    la: /\b(?:back|drove|flew|flights?|fly|flying|holiday|home|lives?|living|trip) (?:\w+ )?(?:from|in|near|to) _|_ (?:and the US|Fitness)/i,
    latch: /\b(?:door|gate|window) _|_ key/i,
    lateral: /_ think|\bcollateral or _/i,
    lifeline: /\b(?:be|been|is|was) a _/,
    loin: /\b(?:lamb|pork|pudding) _|_ of (?:cod|lamb|pork|tuna)/i,
    lp: music,
    lps: music,
    lt: /_ (?:Cdr|Col|Gen)\b|_ \p{Lu}\p{Ll}+,? (?:RN\b|commanded|of the|served|was in the)/u,
    lumens: /\b\d+ _|_ (?:bulb|lamp|torch)/,
    mane: /\b(?:horse.*|its|lion's|long|pony's) _/i,
    mesh: /\b(?:chicken|garden|metal|steel|[Ww]ire) _|_ (?:bag|chair|door|fenc|gate|shorts|top)/,
    mg: /\b(?:bought|boot of|box of|drives|drove|owns|restor\w+|sold) (?:an?|her|his|the) (?:\w+ )?_/,
    mets: /\bThe _\w+_ (?:beat|lost|play|win|won)|New York _/,
    milestones: /\b(?:career|project|roadside) _/i,
    mma: /_ (?:fight|gym)|\b(?:BJJ|boxing|judo) and _/,
    mottled: leafy,
    moulding: /\b(?:ceiling|door|plaster|plastic|skirting) _/i,
    mr: /\bdear _|_ (?:and|&) mrs/i,
    ms: /_ (?:Excel|Office|Teams|Word)\b|\bdear _/i,
    murmurs: /_ (?:from|in) the (?:audience|crowd|hall)|_ of (?:agree|disc|dissent)/,
    // The score is beside a number, or is said to be done; all else is a word.
    must: /^(?!.*(?:_ ?[:=]|_,? (?:of |is |was |remains )?\d|_ (?:assess\w+|completed|done|high|low|medium|repeated|score\w*|screen\w*|tool|updated|weekly)\b|\b(?:[Uu]sing|[Ww]eekly) _|[Ss]core _))/s,
    // How some people are addressed, and how some clinicians write of treatment.
    mx: /_\.?[ \u00a0]+\p{Lu}\p{Ll}/u,
    // The month.
    oct: /\b\d{1,2}(?:st|nd|rd|th)?[ -]_|\b(?:by|during|early|end of|in|last|late|mid|next|since|till|until) _|\b(?:jul|aug|sept?)(?:[ /-]+| (?:and|or|to|until) )_|_[ -](?:\d{1,2}(?:st|nd|rd|th)?(?![\d.])(?! ?(?:mic|µ|um))|(?:19|20)\d\d|['’]\d\d)|_[ /-]+nov|_ half/i,
    on: /\b(?:heating|kettle|lights?|oven|phone)(?: \w+){0,3} _|\b(?:[Ll]og\w*|[Ss]witch\w*|[Tt]urn\w*) (?:\w+ ){0,4}_|_ at the (?:plug|wall)|_ (?:and|or) (?:OFF|off)\b|\b(?:OFF|off) (?:\w+ ){0,2}_/,
    orbit: /\b(?:in|into) _|_ around/,
    ne: compass,
    nw: compass,
    nt: /_ (?:car park|card|garden|house|member)/,
    ot: /\b(?:extra|hours? of|more|paid|some) _|_ (?:hours|pay|rate|rota|shift|story|stories|prophet|reading at)/,
    ottawa: towns,
    outlying: /_ (?:area|farm|hamlet|island|town|village)/,
    pa: /_ (?:at work|system|to the)|\b(?:asked|told) (?:her|his) _|\b(?:is|was|[Ww]ork\w* as) a _|\b(?:[Hh]er|[Hh]is|[Mm]y|[Tt]heir) _PA_ (?:books|can|has (?:booked|sent)|will)/,
    para: /_ \d+ (?:above|below|of (?:my|the|your))/,
    parity: /\b(?:gender|pay) _|_ of esteem/i,
    pc: /\b(?:[Ff]ormer|[Rr]etired|serving) _|\b(?:and|by|from|of|told|to|with) _[\w ]+_ [A-Z][a-z]|_ (?:\d{3}|[A-Z][a-z]+ (?:attended|brought|came to|escorted|gave|phoned|rang|said|told)|(?:is|was) (?:broken|mended|slow)|would not|crash|froze|(?:for|to do) (?:\w+ )?(?:games|home|school|work)|monitor|screen)|\b(?:at|on|[Uu]s(?:es|ing)) (?:an?|her|his|my|the|their) _|\b(?:a|gaming|home|new|old) (?:new )?_PC_(?!:)/,
    pea: /_ soup/,
    pe: /PE_? (?:bag|kit|lesson)|\b(?:[A-F] in|captain for|good at) _|_ (?:.{0,20}school|and (?:art|games|maths)|(?:all|each|every|this) (?:day|term|week|year)|class\b|department|hall|kit|lesson|on Mon|teacher)|\b(?:[Dd]oes|[Hh]ates|[Ll]oved|[Tt]each(?:es|ing)?) _/,
    percussion: /\bplays? (?:\w+ ){0,2}_|_ (?:band|section)/i,
    pearl: /_ and (?:her|his) /,
    perforated: /_ (?:line|paper|sheet|strip)/,
    ph: /\b(?:pool|soil) _/,
    pinhole: /_ camera/,
    piles: /_ of (?!\d)[a-z]/,
    pip: /_ at work/,
    pleasant:
      /_ (?:afternoon|day|evening|holiday|journey|place|smell|surprise|time|trip|view|walk|weather)|\bMount _/,
    po: /_ (?:box|in the navy)/i,
    ppi: /_ (?:claim\b|compensation|mis-?s[eo]l|payout|refund)/,
    pr: office,
    proms: /\bschool _|_ (?:at the|dress|night)/i,
    pta: /_ (?:bake|cake|committee|disco|fair|f[eê]te|needs parents|quiz|raffle|rais|sale|summer)|\b(?:joined|on to) the _/,
    ps: /_PS_? ?\d_? (?:and|console|control|game)|_ (?:and \w+ games|console|controller|games?\b)|\b(?:game\w*|new|old|play\w*) (?:\w+ ){0,2}_/i,
    pt: /_ (?:at (?:her|his|the) gym|hours|job|role|session|work)|\b(?:gym|personal|[Ww]ork\w*) _/,
    radius: /\bmile _|_ of (?:about |some )?(?:\d|five|ten|two)/,
    recession: /\b(?:during|in|since) the _/i,
    reflex: /_ camera/,
    refused:
      /\b(?:application|claim|credit|loan|visa) (?:was )?_|_ (?:by (?:her|his|the) bank|entry|planning)/,
    registrar: /\b(?:birth|married|marriage|wedding)\b.* _|_ (?:for|of) births|_ office|_ married/i,
    rom: /\bCD[ -]?_/,
    rt: /_ (?:Hon|Rev)\b/,
    rubbery: /\b(?:beef|cheese|chicken|eggs?|meat|steak|squid) (?:is|was|were) _|_ (?:duck|eggs)/i,
    saline: /_ (?:lake|soil)/,
    sats: /_ (?:(?:are|start) )?(?:in (?:May|June)|next|this (?:week|term|year))\b|\b(?:missed|failed|passed|sat|resit|well in) (?:h\w+ |the )?_|\bMissed the _|\b(?:revis\w+ for|sitting|[Yy]ear \w+) (?:h\w+ )?_|\b[Tt]ak\w+ (?:h\w+ )?_SATs|_ (?:exam|paper|results|tests)/,
    scaling: /_ (?:back|down|the (?:fence|gate|roof|wall)|up)\b/,
    se: /_ (?:Asia|coast|(?:of )?England|London|facing|winds?\b)/,
    section:
      /\b(?:fill in|go to|in|see|tick) _|_ (?:above|below|is for your|of (?:(?:her|his|my|our|the|this|your) (?!act|m|19)|form))|_[^_]+_: (?:about|how|to be|what|where|who|your)/i,
    seizure: /_ of (?:assets|drugs|goods|power)/,
    shingles: roof,
    shunt:
      /_ (?:on|in|at) (?:a|the) (?:A\d|M\d|car|junction|motorway|road|traffic)|_ was (?:not )?(?:her|his|my|their) fault|\b(?:car|rear[ -]end|small|minor) _(?! (?:infection|revision|tap))/,
    slough: towns,
    smear: /_ of (?:butter|grease|jam|lipstick|mud|oil|paint)|_ campaign/,
    spotting: /\b(?:bird|train|plane) ?_|_ (?:a bird|trains)/i,
    st: /\b(?:Fiesta|Focus|Ford|Puma) _/,
    stockings: /\b(?:Christmas|nylon|silk) _/i,
    stool,
    stools: stool,
    stroke:
      /_ (?:of (?:genius|luck|midnight|the (?:brush|pen))|play)|\b(?:back|breast|butterfly|swim\w*) _/i,
    surveillance: /\b(?:camera|CCTV|police|video) _|_ camera/i,
    sw: compass,
    syringe: /\b(?:grease|oil) _/i,
    ted: /_ talk/,
    tender:
      /_ (?:age|for the (?:\w+ )?(?:bridge|building|contract|road|school|site|ward|work)|loving|was (?:lost|won))|\b(?:legal|out to|until) _|\ba _\w+_ for/i,
    thrill: /_ (?:of|seek)/,
    thrush: /\b(?:mistle|song) _|_ (?:nest|s[ai]ng)/i,
    top: /_ (?:car\b|deck|drawer|floor|of\b|shelf|step)/,
    transplant: /_ (?:seedlings|the (?:plants|seedlings|tomatoes))/,
    trapezium: maths,
    tremor: /\bearth _/i,
    // The country; a scan is said to be one.
    undermining: /_ (?:confidence|her|him|his|me|my|our|their|us)\b|\b(?:by|kept|keeps) _/,
    us: /^(?!.*(?:_ (?:abd|and (?:CT|MRI)|breast|confirm|finding|KUB|kidney|liver|neck|of|pelvi|renal|report|scan|scrot|show|test[ei]s|thyroid|was)|\b(?:abdominal|and|by|CT,?|for|had|MRI,?|on|pelvic|renal|repeat|under|urgent|XR,?) _US_(?! (?:about|and (?:let|tell)|at|by|if|in|on|so|to|when|with)\b)))|\bthe _US_(?! (?:abd|confirm|of|scan|show))/s,
    ve: /_ [Dd]ay/,
    veneer: /\b(?:oak|pine|thin|walnut|wood\w*) _|_ of /i,
    washout: /\b(?:be|is|was) an? _|\btotal _/,
    xl: /\b(?:size|L and) _|_ (?:glove|pad|shirt|T-)/i,
  }),
);
