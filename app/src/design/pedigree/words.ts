import type { Messages } from '../languages/messages.ts'

export const pedigreeWords = {
  male: { kk: 'ер', ru: 'мужчина', en: 'male', ar: 'ذكر' },
  female: { kk: 'әйел', ru: 'женщина', en: 'female', ar: 'أنثى' },
  unknown: { kk: 'жынысы белгісіз', ru: 'пол неизвестен', en: 'sex unknown', ar: 'الجنس غير معروف' },
  typed: { kk: 'ДНҚ анықталған', ru: 'ДНК определена', en: 'DNA typed', ar: 'حُدِّد الحمض النووي' },
  notTyped: {
    kk: 'ДНҚ анықталмаған',
    ru: 'ДНК не определена',
    en: 'DNA not typed',
    ar: 'لم يُحدَّد الحمض النووي',
  },
  deceased: { kk: 'қайтыс болған', ru: 'умер(ла)', en: 'deceased', ar: 'متوفى' },
  couldBeAsked: {
    kk: 'үлгі сұрауға болады',
    ru: 'можно попросить образец',
    en: 'could be asked for a sample',
    ar: 'يمكن طلب عيّنة منه',
  },
  inQuestion: {
    kk: 'сұрақ осы адам туралы',
    ru: 'вопрос об этом человеке',
    en: 'the person in question',
    ar: 'الشخص المعني',
  },
  consanguineous: { kk: 'туыс жұп', ru: 'родственный брак', en: 'related couple', ar: 'زوجان من الأقارب' },
  parents: {
    kk: 'ата-анасы: {names}',
    ru: 'родители: {names}',
    en: 'parents: {names}',
    ar: 'الوالدان: {names}',
  },
  people: {
    kk: 'Суреттегі адамдар',
    ru: 'Люди на схеме',
    en: 'People in the drawing',
    ar: 'الأشخاص في الرسم',
  },
  legend: { kk: 'Белгілер', ru: 'Обозначения', en: 'Symbols', ar: 'الرموز' },
} satisfies Messages
