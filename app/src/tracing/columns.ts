import { keyOf } from './text.ts'

/** What a column of a list of children can hold. */
export const fields = [
  'mend',
  'id',
  'number',
  'otherNames',
  'companions',
  'mother',
  'father',
  'with',
  'birthplace',
  'birth',
  'age',
  'sex',
  'languages',
  'marks',
  'seen',
  'family',
  'given',
  'place',
  'note',
  'name',
] as const
export type Field = (typeof fields)[number]
/** `language`: under which of the Cyrillic spellings a name column is kept, where its letters do not say. */
export type Column = { at: number; header: string; field: Field | null; language?: 'kk' | 'ru' }

/**
 * How lists name their columns, in the four languages. The order of the fields decides where a header holds
 * words of two: "имя матери" is the mother before it is a name, "place of birth" a birthplace before a place.
 */
const spellings: Record<Field, string> = {
  // The column we add to rows that are handed back; nobody is asked about it and nothing of it is kept.
  mend: 'what to mend|что исправить|не түзету керек|ما يجب تصحيحه',
  // A number that stays with the child from one version of a list to the next, unlike the number of a row.
  id: 'id|case id|case number|case no|file number|file no|registration number|registration no|reg no|person id|child id|external id|unique id|код|код ребенка|номер дела|дело no|дело|регистрационный номер|рег номер|рег no|идентификатор|іс нөмірі|тіркеу нөмірі|коды|رقم القضيه|رقم الملف|رقم التسجيل|رقم القيد|المعرف|الرقم التعريفي',
  // The running number of the row: known, so that nobody is asked about it, and not kept.
  number: 'no|n|nr|number|no п п|п п|номер|р с|нөмірі|т|ت|م|رقم|الرقم|تسلسل|التسلسل|الرقم التسلسلي',
  otherNames:
    'other name|other names|also known as|aka|a k a|known as|nickname|nicknames|alias|aliases|другое имя|другие имена|прозвище|прозвища|также известен|также известна|он же|она же|прежнее имя|басқа аты|басқа есімі|басқа есімдері|лақап аты|бұрынғы аты|اسماء اخري|اسم اخر|الاسماء الاخري|الاسم الاخر|لقب الشهره|معروف باسم|معروفه باسم|يعرف ب',
  companions:
    'companions|siblings|brothers and sisters|brother or sister|with siblings|names of siblings|братья и сестры|брат или сестра|братья сестры|имена братьев и сестер|бауырлары|аға інілері|бірге жүргендер|اخوه|الاخوه|اخوته|اخوانه|الاخوه والاخوات|الاشقاء|اسماء الاخوه',
  mother:
    'mother|mothers name|mother name|мать|матери|мама|фио матери|анасы|анасының|шешесі|الام|ام|اسم الام|والده|الوالده|اسم الوالده',
  father: 'father|fathers name|отец|отца|әкесі|әкесінің|الاب|اب|اسم الاب|والد|الوالد|اسم الوالد',
  with: 'with|with whom|caregiver|accompanied by|held with|с кем|кем сопровождается|опекун|сопровождающий|кіммен|қамқоршы|مع من|برفقه|المرافق|مع|القائم بالرعايه',
  birthplace:
    'birthplace|place of birth|born in|country of birth|место рождения|туған жері|туған жер|مكان الولاده|محل الولاده|مكان الميلاد',
  birth:
    'birth|date of birth|birth date|birthdate|dob|d o b|born|year of birth|birth year|дата рождения|др|д р|год рождения|г р|рождения|родился|туған|туған күні|туған жылы|туылған|تاريخ الولاده|تاريخ الميلاد|المواليد|التولد|تولد|سنه الولاده|سنه الميلاد|ميلاد|الميلاد|الولاده',
  age: 'age|ages|age years|возраст|лет|жасы|жас|العمر|عمر|السن',
  sex: 'sex|gender|m f|пол|жынысы|жыныс|الجنس|جنس|النوع',
  languages:
    'language|languages|speaks|spoken languages|язык|языки|говорит|тілі|тілдері|тіл|اللغه|اللغات|لغه',
  marks:
    'marks|distinguishing marks|signs|scars|features|особые приметы|приметы|белгілері|ерекше белгілері|белгі|العلامات|علامات|علامات مميزه|العلامات الفارقه',
  seen: 'date seen|seen on|list date|interview date|date of interview|date registered|registration date|дата осмотра|дата списка|дата опроса|дата регистрации|тізім күні|тіркеу күні|تاريخ المقابله|تاريخ التسجيل|تاريخ القائمه',
  family: 'surname|family name|last name|фамилия|тегі|اللقب|الكنيه|اسم العائله|العائله',
  given: 'given name|first name|middle name|patronymic|имя|отчество|аты|есімі|الاسم الاول',
  place:
    'place|location|where|where found|found at|camp|prison|facility|место|где|где найден|где находится|лагерь|учреждение|орны|қайда|табылған жері|орналасқан жері|мекені|المكان|مكان|الموقع|مكان العثور|السجن|المخيم',
  note: 'note|notes|remarks|comment|comments|примечание|примечания|заметки|ескерту|ескертпе|ملاحظات|الملاحظات|ملاحظه',
  name: 'name|full name|child|child name|name of child|childs name|names|фио|ф и о|имя ребенка|ребенок|полное имя|имя и фамилия|фамилия имя|фамилия имя отчество|аты жөні|аты жөн|толық аты|баланың аты|бала|тегі аты|الاسم|اسم|الاسم الكامل|اسم الطفل|اسم الطفله|الطفل|الاسم الثلاثي',
}

/** Words that say in which writing the column is; the letters in it say so themselves. */
const LANGUAGE_WORDS =
  /(?<![\p{L}])(?:in )?(?:arabic|english|latin|russian|kazakh|рус|русский|на русском|по русски|қазақша|қаз|казахский|англ|араб|арабский|латиница|арабша|ағылшынша|орысша|بالعربيه|عربي|العربيه|بالانجليزيه|انجليزي|الانجليزيه|بالروسيه)(?![\p{L}])/giu

/** Taken only where the whole header says it: a passport number is neither the row's number nor the list's own. */
const EXACT = new Set<Field>(['number', 'id', 'mend'])

const exact = new Map<string, Field>()
for (const field of fields)
  for (const spelling of spellings[field].split('|')) if (!exact.has(spelling)) exact.set(spelling, field)

/** No header is longer; a title over the list, or a whole page in the cell, is none. */
const LONGEST_HEADER = 120

/** The form in which two headers are the same column. */
export const headerKey = (header: string): string =>
  keyOf(header.slice(0, LONGEST_HEADER).replace(/['’]s\b/g, 's'))

const KAZAKH_WORDS = /(?<![\p{L}])(?:kazakh|қазақша|қаз|казахский|на казахском|по казахски)(?![\p{L}])/iu
const RUSSIAN_WORDS = /(?<![\p{L}])(?:russian|рус|русский|на русском|по русски|орысша)(?![\p{L}])/iu

/** The language a header names, where it says one whose letters alone do not tell. */
export function languageOf(header: string): 'kk' | 'ru' | undefined {
  const key = headerKey(header)
  return KAZAKH_WORDS.test(key) ? 'kk' : RUSSIAN_WORDS.test(key) ? 'ru' : undefined
}

export function fieldOf(header: string): Field | null {
  const key = headerKey(header).replace(LANGUAGE_WORDS, ' ').replace(/\s+/g, ' ').trim()
  const known = exact.get(key)
  if (known) return known
  const words = ` ${key} `
  return (
    fields.find(
      (field) =>
        !EXACT.has(field) &&
        spellings[field].split('|').some((one) => one.length > 2 && words.includes(` ${one} `)),
    ) ?? null
  )
}

/** Lists begin with a title or a seal: the header is looked for in the first rows. */
const HEADER_WITHIN = 15

/** What each column of a row of headers was taken for, by its header alone. */
export const columnsOf = (row: string[]): Column[] =>
  row.map((header, at) => ({
    at,
    header,
    field: header === '' ? null : fieldOf(header),
    language: languageOf(header),
  }))

/** The row with the headers: the first that names a child's name and something else, or undefined. */
export function findHeader(rows: string[][]): { at: number; columns: Column[] } | undefined {
  for (const [at, row] of rows.slice(0, HEADER_WITHIN).entries()) {
    const columns = columnsOf(row)
    const known = new Set(columns.map((column) => column.field))
    known.delete(null)
    if ((known.has('name') || known.has('given')) && known.size >= 2) return { at, columns }
  }
  return undefined
}
