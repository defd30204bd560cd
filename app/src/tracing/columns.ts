import { keyOf } from './text.ts'

/** What a column of a list of children can hold. */
export const fields = [
  'number',
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
export type Column = { at: number; header: string; field: Field | null }

/**
 * How lists name their columns, in the four languages. The order of the fields decides where a header holds
 * words of two: "имя матери" is the mother before it is a name, "place of birth" a birthplace before a place.
 */
const spellings: Record<Field, string> = {
  // The running number of the row: known, so that nobody is asked about it, and not kept.
  number: 'no|n|nr|number|no п п|п п|номер|р с|нөмірі|т|ت|م|رقم|الرقم|تسلسل|التسلسل|الرقم التسلسلي',
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
  given: 'given name|first name|имя|аты|есімі|الاسم الاول',
  place:
    'place|location|where|where found|found at|camp|prison|facility|место|где|где найден|где находится|лагерь|учреждение|орны|қайда|табылған жері|орналасқан жері|мекені|المكان|مكان|الموقع|مكان العثور|السجن|المخيم',
  note: 'note|notes|remarks|comment|comments|примечание|примечания|заметки|ескерту|ескертпе|ملاحظات|الملاحظات|ملاحظه',
  name: 'name|full name|child|child name|name of child|childs name|names|фио|ф и о|имя ребенка|ребенок|полное имя|имя и фамилия|фамилия имя|фамилия имя отчество|аты жөні|аты жөн|толық аты|баланың аты|бала|тегі аты|الاسم|اسم|الاسم الكامل|اسم الطفل|اسم الطفله|الطفل|الاسم الثلاثي',
}

/** Words that say in which writing the column is; the letters in it say so themselves. */
const LANGUAGE_WORDS =
  /(?<![\p{L}])(?:in )?(?:arabic|english|latin|russian|kazakh|рус|русский|на русском|по русски|қазақша|қаз|казахский|англ|араб|арабский|латиница|арабша|ағылшынша|орысша|بالعربيه|عربي|العربيه|بالانجليزيه|انجليزي|الانجليزيه|بالروسيه)(?![\p{L}])/giu

const exact = new Map<string, Field>()
for (const field of fields)
  for (const spelling of spellings[field].split('|')) if (!exact.has(spelling)) exact.set(spelling, field)

export function fieldOf(header: string): Field | null {
  const key = keyOf(header.replace(/['’]s\b/g, 's'))
    .replace(LANGUAGE_WORDS, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const known = exact.get(key)
  if (known) return known
  const words = ` ${key} `
  return (
    fields.find(
      (field) =>
        field !== 'number' &&
        spellings[field].split('|').some((one) => one.length > 2 && words.includes(` ${one} `)),
    ) ?? null
  )
}

/** Lists begin with a title or a seal: the header is looked for in the first rows. */
const HEADER_WITHIN = 15

/** The row with the headers: the first that names a child's name and something else, or undefined. */
export function findHeader(rows: string[][]): { at: number; columns: Column[] } | undefined {
  for (const [at, row] of rows.slice(0, HEADER_WITHIN).entries()) {
    const columns = row.map((header, index) => ({
      at: index,
      header,
      field: header === '' ? null : fieldOf(header),
    }))
    const known = new Set(columns.map((column) => column.field))
    known.delete(null)
    if ((known.has('name') || known.has('given')) && known.size >= 2) return { at, columns }
  }
  return undefined
}
