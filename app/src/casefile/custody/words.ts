import type { Messages } from '../../design/languages/messages.ts'

/** Where a parent is held: consuls and lawyers read and write it. */
export const words = {
  'event.casefile.custodyNoted': {
    kk: 'Қамауда отырған жері жазылды',
    ru: 'Записано, где содержится под стражей',
    en: 'Where the person is held was noted',
    ar: 'سُجّل مكان الاحتجاز',
  },
  'custody.title': {
    kk: 'Қамауда ұсталуы',
    ru: 'Содержание под стражей',
    en: 'Custody',
    ar: 'الاحتجاز',
  },
  'custody.who': {
    kk: 'Мұны консулдар мен заңгерлер ғана оқиды. Баланың ісіне жазылмайды.',
    ru: 'Это читают только консулы и юристы. В дело ребёнка это не записывается.',
    en: 'Only consuls and lawyers read this. It is never written in a child’s file.',
    ar: 'لا يقرأ هذا إلا القناصل والمحامون، ولا يُكتب أبدًا في ملف طفل.',
  },
  'custody.none': {
    kk: 'Қамау туралы ештеңе жазылмаған.',
    ru: 'О содержании под стражей ничего не записано.',
    en: 'Nothing is noted about custody.',
    ar: 'لم يُسجَّل شيء عن الاحتجاز.',
  },
  'custody.now': {
    kk: 'Қазір мына жерде ұсталып отыр: {place}',
    ru: 'Сейчас содержится: {place}',
    en: 'Held now at: {place}',
    ar: 'محتجز الآن في: {place}',
  },
  'custody.over': {
    kk: 'Мына жерде ұсталған: {place}',
    ru: 'Содержание окончено: {place}',
    en: 'Was held at: {place}',
    ar: 'كان محتجزًا في: {place}',
  },
  'custody.place': {
    kk: 'Қайда ұсталып отыр',
    ru: 'Где содержится',
    en: 'Where they are held',
    ar: 'مكان الاحتجاز',
  },
  'custody.since': { kk: 'Қай күннен бері', ru: 'С какого дня', en: 'Since', ar: 'منذ' },
  'custody.until': { kk: 'Қай күнге дейін', ru: 'До какого дня', en: 'Until', ar: 'حتى' },
  'custody.note': { kk: 'Ескертпе', ru: 'Заметка', en: 'Note', ar: 'ملاحظة' },
  'custody.add': {
    kk: 'Қамау туралы жазу',
    ru: 'Записать о содержании под стражей',
    en: 'Note custody',
    ar: 'تسجيل الاحتجاز',
  },
  'custody.save': { kk: 'Сақтау', ru: 'Сохранить', en: 'Save', ar: 'حفظ' },
  'custody.saved': { kk: 'Жазылды', ru: 'Записано', en: 'Noted', ar: 'سُجّل' },
  'refusal.custody-elsewhere': {
    kk: 'Қамау туралы тек ұсталған туыстың өз ісіне жазылады.',
    ru: 'О содержании под стражей пишут только в деле самого родственника.',
    en: 'Custody is noted in the file of the relative who is held, and nowhere else.',
    ar: 'يُسجَّل الاحتجاز في ملف القريب المحتجز وحده.',
  },
  'rule.custody-elsewhere': {
    kk: 'Ата-ананың қамалғаны баланың ісінде тұрмайды.',
    ru: 'О содержании родителя под стражей в деле ребёнка не пишут.',
    en: 'A parent’s custody never stands in a child’s file.',
    ar: 'لا يُذكر احتجاز أحد الوالدين في ملف الطفل.',
  },
  'invalid.until-before-since': {
    kk: 'Соңғы күн бастапқы күннен бұрын тұр.',
    ru: 'День окончания раньше дня начала.',
    en: 'The end is before the beginning.',
    ar: 'تاريخ النهاية قبل تاريخ البداية.',
  },
} satisfies Messages
