import type { Messages } from './messages.ts'

export const dateWords = {
  day: {
    kk: '{year} ж. {day} {month}',
    ru: '{day} {month} {year} г.',
    en: '{day} {month} {year}',
    ar: '{day} {month} {year}',
  },
  month: { kk: '{year} ж. {month}', ru: '{month} {year} г.', en: '{month} {year}', ar: '{month} {year}' },
  dateTime: { kk: '{day}, {time}', ru: '{day}, {time}', en: '{day}, {time}', ar: '{day}، {time}' },
  today: { kk: 'бүгін', ru: 'сегодня', en: 'today', ar: 'اليوم' },
  yesterday: { kk: 'кеше', ru: 'вчера', en: 'yesterday', ar: 'أمس' },
  tomorrow: { kk: 'ертең', ru: 'завтра', en: 'tomorrow', ar: 'غدًا' },
  daysAgo: {
    kk: '{n} күн бұрын',
    ru: '{n, plural, one {# день} few {# дня} many {# дней} other {# дня}} назад',
    en: '{n, plural, one {# day} other {# days}} ago',
    ar: 'قبل {n, plural, one {يوم} two {يومين} few {# أيام} many {# يومًا} other {# يوم}}',
  },
  inDays: {
    kk: '{n} күннен кейін',
    ru: 'через {n, plural, one {# день} few {# дня} many {# дней} other {# дня}}',
    en: 'in {n, plural, one {# day} other {# days}}',
    ar: 'بعد {n, plural, one {يوم} two {يومين} few {# أيام} many {# يومًا} other {# يوم}}',
  },
  years: {
    kk: '{n} жас',
    ru: '{n, plural, one {# год} few {# года} many {# лет} other {# года}}',
    en: '{n, plural, one {# year} other {# years}}',
    ar: '{n, plural, one {سنة واحدة} two {سنتان} few {# سنوات} other {# سنة}}',
  },
  months: {
    kk: '{n} ай',
    ru: '{n, plural, one {# месяц} few {# месяца} many {# месяцев} other {# месяца}}',
    en: '{n, plural, one {# month} other {# months}}',
    ar: '{n, plural, one {شهر واحد} two {شهران} few {# أشهر} many {# شهرًا} other {# شهر}}',
  },
  yearsAndMonths: {
    kk: '{years} {months}',
    ru: '{years} {months}',
    en: '{years} {months}',
    ar: '{years} و{months}',
  },
  newborn: { kk: 'бір айға толмаған', ru: 'меньше месяца', en: 'under a month', ar: 'أقل من شهر' },
  about: { kk: 'шамамен {age}', ru: 'примерно {age}', en: 'about {age}', ar: 'نحو {age}' },
} satisfies Messages

/** What to tell somebody whose typed date could not be taken; keys are `DateProblem` of parse-date.ts. */
export const dateProblemWords = {
  empty: {
    kk: 'Күнді жазыңыз, мысалы 27.11.2019.',
    ru: 'Напишите дату, например 27.11.2019.',
    en: 'Write a date, for example 27.11.2019.',
    ar: 'اكتب تاريخًا، مثل 27/11/2019.',
  },
  unreadable: {
    kk: 'Бұл күнді оқи алмадық. Күні, айы, жылы бойынша жазыңыз: 27.11.2019.',
    ru: 'Эту дату не удалось прочитать. Напишите день, месяц, год: 27.11.2019.',
    en: 'This date could not be read. Write day, month, year: 27.11.2019.',
    ar: 'تعذّرت قراءة هذا التاريخ. اكتب اليوم والشهر والسنة: 27/11/2019.',
  },
  'no-such-day': {
    kk: 'Мұндай күн жоқ. Алдымен күн, содан кейін ай жазылады: 27.11.2019.',
    ru: 'Такого дня нет. Сначала день, потом месяц: 27.11.2019.',
    en: 'There is no such day. The day comes first, then the month: 27.11.2019.',
    ar: 'لا يوجد يوم كهذا. اليوم أولًا ثم الشهر: 27/11/2019.',
  },
  'short-year': {
    kk: 'Жылды төрт санмен жазыңыз: 2019.',
    ru: 'Напишите год четырьмя цифрами: 2019.',
    en: 'Write the year with four digits: 2019.',
    ar: 'اكتب السنة بأربعة أرقام: 2019.',
  },
  'other-calendar': {
    kk: 'Бұл жыл хижра күнтізбесіне ұқсайды. Григориан күнін жазыңыз.',
    ru: 'Этот год похож на год хиджры. Напишите дату по григорианскому календарю.',
    en: 'This looks like a Hijri year. Write the Gregorian date.',
    ar: 'تبدو هذه سنة هجرية. اكتب التاريخ الميلادي.',
  },
} satisfies Messages
