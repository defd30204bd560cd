import type { Messages } from '../../design/languages/messages.ts'

/** What people on a team are, as their professions are written in it. */
export const peopleWords = {
  'evacuation.profession.lead': {
    kk: 'операция жетекшісі',
    ru: 'руководитель операции',
    en: 'operation lead',
    ar: 'قائد العملية',
  },
  'evacuation.profession.coordinator': {
    kk: 'үйлестіруші',
    ru: 'координатор',
    en: 'coordinator',
    ar: 'منسّق',
  },
  'evacuation.profession.consul': { kk: 'консул', ru: 'консул', en: 'consul', ar: 'قنصل' },
  'evacuation.profession.lawyer': { kk: 'заңгер', ru: 'юрист', en: 'lawyer', ar: 'محامٍ' },
  'evacuation.profession.doctor': { kk: 'дәрігер', ru: 'врач', en: 'doctor', ar: 'طبيب' },
  'evacuation.profession.paediatrician': {
    kk: 'балалар дәрігері',
    ru: 'педиатр',
    en: 'paediatrician',
    ar: 'طبيب أطفال',
  },
  'evacuation.profession.nurse': { kk: 'мейіргер', ru: 'медсестра', en: 'nurse', ar: 'ممرّض' },
  'evacuation.profession.psychologist': {
    kk: 'психолог',
    ru: 'психолог',
    en: 'psychologist',
    ar: 'أخصائي نفسي',
  },
  'evacuation.profession.socialWorker': {
    kk: 'әлеуметтік қызметкер',
    ru: 'социальный работник',
    en: 'social worker',
    ar: 'أخصائي اجتماعي',
  },
  'evacuation.profession.teacher': { kk: 'мұғалім', ru: 'учитель', en: 'teacher', ar: 'معلّم' },
  'evacuation.profession.carer': { kk: 'тәрбиеші', ru: 'воспитатель', en: 'carer', ar: 'مربٍّ' },
  'evacuation.profession.nanny': { kk: 'күтуші', ru: 'няня', en: 'nanny', ar: 'مربية' },
  'evacuation.profession.interpreter': { kk: 'аудармашы', ru: 'переводчик', en: 'interpreter', ar: 'مترجم' },
  'evacuation.profession.pilot': { kk: 'ұшқыш', ru: 'пилот', en: 'pilot', ar: 'طيار' },
  'evacuation.profession.cameraman': { kk: 'оператор', ru: 'оператор', en: 'camera operator', ar: 'مصوّر' },

  'evacuation.language.kk': { kk: 'қазақ тілі', ru: 'казахский', en: 'Kazakh', ar: 'الكازاخية' },
  'evacuation.language.ru': { kk: 'орыс тілі', ru: 'русский', en: 'Russian', ar: 'الروسية' },
  'evacuation.language.ar': { kk: 'араб тілі', ru: 'арабский', en: 'Arabic', ar: 'العربية' },
  'evacuation.language.en': { kk: 'ағылшын тілі', ru: 'английский', en: 'English', ar: 'الإنجليزية' },
  'evacuation.language.ku': { kk: 'күрд тілі', ru: 'курдский', en: 'Kurdish', ar: 'الكردية' },
  'evacuation.language.tr': { kk: 'түрік тілі', ru: 'турецкий', en: 'Turkish', ar: 'التركية' },
  'evacuation.language.uz': { kk: 'өзбек тілі', ru: 'узбекский', en: 'Uzbek', ar: 'الأوزبكية' },
  'evacuation.language.ug': { kk: 'ұйғыр тілі', ru: 'уйгурский', en: 'Uyghur', ar: 'الأويغورية' },
  'evacuation.language.tg': { kk: 'тәжік тілі', ru: 'таджикский', en: 'Tajik', ar: 'الطاجيكية' },
} satisfies Messages
