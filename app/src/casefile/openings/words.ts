import type { Messages } from '../../design/languages/messages.ts'

/** Who opened a file. */
export const words = {
  'openings.title': {
    kk: 'Бұл істі кім ашты',
    ru: 'Кто открывал это дело',
    en: 'Who opened this file',
    ar: 'من فتح هذا الملف',
  },
  'openings.line': {
    kk: 'Әр ашылу автоматты түрде жазылады; бір адамның бір бөлімдегі қарауы 15 минутта бір рет.',
    ru: 'Каждое открытие записывается само; повторные взгляды одного человека в одном разделе считаются раз в 15 минут.',
    en: 'Every opening is recorded by itself; one person looking into one station counts once in 15 minutes.',
    ar: 'يُسجَّل كل فتح تلقائيًا؛ ونظر الشخص الواحد في القسم الواحد يُحسب مرة كل 15 دقيقة.',
  },
  'openings.none': {
    kk: 'Бұл істі әлі ешкім ашпаған.',
    ru: 'Это дело ещё никто не открывал.',
    en: 'Nobody has opened this file yet.',
    ar: 'لم يفتح هذا الملفَّ أحد بعد.',
  },
  'openings.at': { kk: 'Қашан', ru: 'Когда', en: 'When', ar: 'متى' },
  'openings.who': { kk: 'Кім', ru: 'Кто', en: 'Who', ar: 'من' },
  'openings.for': { kk: 'Не үшін', ru: 'Для чего', en: 'For what', ar: 'لأجل ماذا' },
  'openings.emergency': {
    kk: 'төтенше жағдайда',
    ru: 'в экстренном порядке',
    en: 'in an emergency',
    ar: 'في حالة طارئة',
  },
  'openings.older': { kk: 'Бұрынғылары', ru: 'Раньше', en: 'Earlier ones', ar: 'الأقدم' },
  'openings.newest': {
    kk: 'Ең соңғылары',
    ru: 'К последним',
    en: 'Back to the newest',
    ar: 'العودة إلى الأحدث',
  },
} satisfies Messages
