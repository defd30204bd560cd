/**
 * Words and endings that say what a part of a name is. Each row: the forms as `splitWords` gives them, and why.
 */
export type Marker = readonly [forms: string, why: string]

const forms = (rows: readonly Marker[]): Set<string> => new Set(rows.flatMap(([f]) => f.split(' ')))

/** "Son of", "daughter of" before the father's name. */
export const FATHER_BEFORE = forms([
  ['bin ibn ben bint binti binte ould wuld', 'Arabic names in Latin letters'],
  ['бин ибн бен бинт бинти ульд', 'Arabic names in Russian letters (Гиляревский, Старостин 1985)'],
  ['بن ابن إبن بنت ابنة إبنة ولد', 'Arabic: ibn, bint, walad'],
])

/** "Daughter of Ahmad" in lists written in English; without "of" Son is a surname. */
export const CHILD_OF = forms([['daughter son', 'English']])

/** "Son", "daughter" after the father's name, as a word of its own. */
export const FATHER_AFTER = forms([
  [
    'ұлы улы қызы кызы оглы оглу оғлы угли ўғли ўғлы қизи кизи гызы уулу',
    'Kazakh, Kyrgyz, Uzbek, Azerbaijani',
  ],
  [
    'uly ulı uli ūly ūlı kyzy qyzy qizi qızı kizi kızı gyzy gizi oglu oğlu ogly oghlu ogli ugli uulu',
    'Latin',
  ],
  ["o'g'li og'li u'gli qiz", 'Uzbek Latin alphabet of 1995'],
  ['зода заде зод zoda zade zadeh زاده', 'Tajik, Azerbaijani, Persian: born of, written apart'],
  ['اولي أولي اوغلي اوغلو قيزي كيزي كزي قزي كيزى قيزى', 'the same words by ear in Arabic letters'],
])

/** Endings of a patronymic written together with the father's name, longest first. */
export const FATHER_ENDING: readonly RegExp[] = [
  /(ұлы|улы|қызы|кызы|оглы|угли|ўғли|қизи|кизи|уулу|зода|заде)$/u,
  /(евич|ович|ьевич|евна|овна|ьевна|инична|ична)$/u,
  /(uly|ulı|ūly|kyzy|qyzy|qizi|qızı|kizi|kızı|oglu|oğlu|ogly|ugli|o'g'li|zoda|zade|zadeh)$/u,
  /([oye]vich|[oye]vitch|[oye]vi[cč]|ovna|evna|yevna|ichna)$/u,
  /(وفيتش|يفيتش|وفنا|يفنا|اولي|اوغلي|اوغلو|قيزي|كيزي|زاده)$/u,
]

/** Russian-type surname endings, both genders, as written in the three scripts. */
export const SURNAME_ENDING: readonly RegExp[] = [
  /(ьева|ьев|иева|иев|ова|ева|ёва|ов|ев|ёв|ская|ский|цкая|цкий)$/u,
  /(iyeva|iyev|yeva|yev|ieva|iev|ova|eva|ov|ev|off|eff|skaya|skaia|skiy|skij|skii|sky|ski)$/u,
  /(ييفا|ايفا|وفا|يفا|ييف|ايف|وف|يف|وڤا|يڤا|وڤ|يڤ|سكايا|سكي)$/u,
]

/** A father's name of his eldest child: Abu, Umm (nominative and genitive, as heard in each script). */
export const KUNYA = forms([
  ['abu abou aboo abi umm um oum oumm ummu', 'Arabic kunya in Latin letters'],
  ['абу әбу аби умм ум умму үмм', 'Arabic kunya in Cyrillic letters'],
  ['أبو ابو أبي ابي أبا ابا أم ام', 'Arabic kunya'],
  ['بأبو بابو بأبي بابي بأم بام', 'Arabic kunya after "known by"'],
])

/** The Arabic article before any name. */
export const ARTICLE = forms([
  ['al el', 'Arabic article in Latin letters (ALA-LC, BGN/PCGN)'],
  ['аль эль', 'Arabic article in Cyrillic letters'],
  ['ال', 'Arabic article written apart'],
])

/** The article inside a compound, assimilated forms too; alone they may be Korean surnames (Ан). */
export const INNER_ARTICLE = forms([
  ['al el ul ad ar as at az an ash', 'Arabic article in Latin letters (ALA-LC, BGN/PCGN)'],
  ['аль эль ал эл ад ар ас ат аз ан аш уль', 'Arabic article in Cyrillic letters'],
  ['ال', 'Arabic article written apart'],
])

/** "Servant (of)", joined with the name of God that follows. */
export const SERVANT = forms([
  ['abd abdul abdel abdal abdu abdi', 'theophoric names in Latin letters'],
  ['абд абдул абдель абдал абду абди әбді', 'theophoric names in Cyrillic letters'],
  ['عبد', 'theophoric names'],
])

/** "of the faith", joined with the word before it. */
export const FAITH = forms([
  ['din deen dine ddin eddin eddine uddin', 'Nur al-Din and the like'],
  ['дин эддин уддин', 'Нур ад-Дин'],
  ['الدين', 'نور الدين'],
])

/** "Mother of", "father of" before a name: a person called after a relative of theirs, as by a kunya. */
export const PARENT_BEFORE = forms([
  ['мать мама матери отец папа', 'Russian; what follows may be in the genitive'],
  ['модари падари', 'Tajik, with the ezafe'],
  ['والدة والد', 'Arabic'],
])

/** The same with "of" as a word of its own. */
export const PARENT_OF = forms([['mother father', 'English']])

/** The same after the name, which then has a genitive ending. */
export const PARENT_AFTER = forms([
  ['анасы шешесі апасы әкесі', 'Kazakh'],
  ['anasy şeşesı äkesi anasi sheshesi akesi', 'Kazakh in Latin letters'],
  ['annesi babası babasi', 'Turkish'],
  ['onasi otasi онаси отаси', 'Uzbek'],
  ['апасы энеси атасы', 'Kyrgyz'],
])

/** Genitive endings before those words. */
export const GENITIVE =
  /(ның|нің|дың|дің|тың|тін|тің|нын|нин|дын|дин|nyñ|nıñ|nyn|nin|nın|nun|nün|din|dyn|ning|'nin|нинг)$/u

/** A word with a colon says what follows is; the kin words above are then no part of the name. */
export const LABEL =
  /(?<!\p{L})(мать|мама|отец|папа|имя|фамилия|отчество|mother|father|name|surname|аты|жөні|тегі|анасы|әкесі|الاسم|الأم|الأب|والدة|والد)\s*:/giu

/** Titles, and words about a name ("also called", "daughter:"), left out of a comparison when another part remains. */
export const TITLE = forms([
  ['aka alias nickname', 'English'],
  ['прозвище кличка дочь сын она он же', 'Russian: nickname; daughter, son; "он же", also called'],
  ['прозванный прозванная прозвищу', 'Russian: called'],
  ['лақап лақаб лакап лақабли laqab laqabli', 'Kazakh, Tajik, Uzbek: by-name'],
  ['lakaplı lakabıyla', 'Turkish: by-named'],
  [
    'الملقب الملقبة المدعو المدعوة المعروف المعروفة الشهير الشهيرة المكنى المكناة',
    'Arabic: by-named, called',
  ],
  [
    'mr mrs ms miss dr prof madame monsieur herr frau sheikh shaikh shaykh sheik cheikh hajji haji hajj hadji hajja mullah mulla mawlawi hoji xoji hojji hoca hodja ustaz ustoz ustad ustadh ostad domla domulla eshon mullo imam ayatollah khanum hanim hanım bey efendi aka opa apa',
    'Latin, Uzbek, Turkish',
  ],
  [
    'господин госпожа гражданин гражданка гр г шейх хаджи мулла доктор мырза ханым қажы кажы молда имам хожа хожи ҳожи ҳоҷӣ ҳоҷи ходжи устаз ұстаз устоз устод домла домулла эшон мулло ханум апай ағай агай апа ака опа ақсақал аксакал',
    'Russian, Kazakh, Kyrgyz, Uzbek, Tajik',
  ],
  [
    'السيد السيدة الشيخ الحاج الحاجة الدكتور دكتور الملا ملا الأستاذ الاستاذ أستاذ استاذ الأستاذة الاستاذة حاج حجي الحجي شيخ سيد الإمام الامام',
    'Arabic',
  ],
])

/** Said where a name is not known: never a name itself. */
export const NO_NAME = forms([
  ['unknown unnamed noname', 'English lists'],
  ['неизвестно неизвестна неизвестный неизвестная безымянный безымянная', 'Russian lists'],
  ['белгісіз', 'Kazakh lists'],
  ['مجهول مجهولة', 'Arabic lists'],
])

/** Runs of words that are no part of a name: no name is known, or "known as" before another one. */
export const NO_NAME_PHRASES =
  /(?<!\p{L})((?:sur)?name (?:not known|unknown)|not known|no name|not given|без имени|(?:имя неизвестно|фамилия неизвестна|отчество неизвестно)|не известн[оаы]?|не установлен[оаы]?|нет данных|(?:аты|тегі) белгісіз|аты жоқ|аты-жөні белгісіз|غير معروفة?|غير معلومة?|مجهولة? الاسم|بدون اسم|بلا اسم|لا يوجد|also known as|known as|also called|известн(?:ый|ая) как|по прозвищу|деген атпен(?: белгілі)?|معروفة? باسم|nam-ı diğer)(?!\p{L})/gu

/** What tells a bearer's sex in a patronymic, a surname or a kunya: a word before, or an ending. */
export const FEMALE: readonly RegExp[] = [
  /^(bint|binti|binte|бинт|бинти|بنت|ابنة|إبنة|umm?|oum|oumm|ummu|умму?|үмм|أم|ام|بأم|بام|мать|мама|матери|модари|والدة|mother of) /u,
  / (анасы|шешесі|апасы|энеси|anas[iyı]|sheshesi|şeşesı|annesi|onasi|онаси)$/u,
  /(қызы|кызы|қизи|кизи|гызы|вна|ична|ова|ева|ёва|ская|цкая)$/u,
  /(kyzy|qyzy|qizi|qızı|kizi|kızı|gyzy|gizi|vna|ichna|ova|eva|skaya|skaia)$/u,
  /(قيزي|كيزي|كزي|قزي|فنا|وفا|يفا|وڤا|يڤا|سكايا)$/u,
]
export const MALE: readonly RegExp[] = [
  /^(bin|ibn|ben|ould|бин|ибн|бен|ульд|بن|ابن|إبن|ولد|abu|abou|aboo|abi|абу|әбу|аби|أبو|ابو|أبي|ابي|أبا|ابا|بأبو|بابو|بأبي|بابي|отец|папа|падари|والد|father of) /u,
  / (әкесі|атасы|akesi|äkesi|babas[iı]|otasi|отаси)$/u,
  /(ұлы|улы|уулу|оглы|оглу|оғлы|угли|ўғли|вич|[оеё]в|[сц]кий)$/u,
  /(uly|ulı|ūly|uulu|oglu|oğlu|ogly|ogli|ugli|vich|vitch|[oe](v|ff)|ski[yji]?|sky)$/u,
  /(اولي|أولي|اوغلي|اوغلو|فيتش|وف|يف|وڤ|يڤ|سكي)$/u,
]
