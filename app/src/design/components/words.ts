import type { Messages } from '../languages/messages.ts'

/** The few fixed words the kit says by itself. Everything else comes in as props, already translated. */
export const kitWords = {
  close: { kk: 'Жабу', ru: 'Закрыть', en: 'Close', ar: 'إغلاق' },
  optional: { kk: 'міндетті емес', ru: 'необязательно', en: 'optional', ar: 'اختياري' },
  choose: { kk: 'Таңдаңыз', ru: 'Выберите', en: 'Choose', ar: 'اختر' },
  working: { kk: 'Орындалуда…', ru: 'Выполняется…', en: 'Working…', ar: 'جارٍ التنفيذ…' },
  rule: { kk: 'Ереже', ru: 'Правило', en: 'Rule', ar: 'القاعدة' },
  language: { kk: 'Тіл', ru: 'Язык', en: 'Language', ar: 'اللغة' },
  theme: { kk: 'Экран түсі', ru: 'Цвета экрана', en: 'Screen colours', ar: 'ألوان الشاشة' },
  themeSystem: { kk: 'Құрылғыдағыдай', ru: 'Как на устройстве', en: 'As the device', ar: 'حسب الجهاز' },
  themeLight: { kk: 'Ашық', ru: 'Светлые', en: 'Light', ar: 'فاتحة' },
  themeDark: { kk: 'Күңгірт', ru: 'Тёмные', en: 'Dark', ar: 'داكنة' },
  skip: { kk: 'Негізгі бөлімге өту', ru: 'К содержанию', en: 'Skip to content', ar: 'انتقل إلى المحتوى' },
  messages: { kk: 'Хабарламалар', ru: 'Сообщения', en: 'Messages', ar: 'الرسائل' },
  chooseFile: { kk: 'Файл таңдау', ru: 'Выбрать файл', en: 'Choose a file', ar: 'اختيار ملف' },
  dropFile: {
    kk: 'немесе осы жерге сүйреп әкеліңіз',
    ru: 'или перетащите его сюда',
    en: 'or drop it here',
    ar: 'أو أفلته هنا',
  },
  removeFile: { kk: 'Файлды алып тастау', ru: 'Убрать файл', en: 'Remove the file', ar: 'إزالة الملف' },
  tooLarge: {
    kk: '{name} файлы {size}, бұл тым үлкен. Ең көбі {limit}.',
    ru: 'Файл {name} слишком большой: {size}. Можно не больше {limit}.',
    en: 'The file {name} is too large: {size}. At most {limit} is taken.',
    ar: 'الملف {name} كبير جدًا: {size}. الحد الأقصى {limit}.',
  },
  wrongType: {
    kk: '{name} файлының түрі жарамайды. Мына түрлер жарайды: {types}.',
    ru: 'Файл {name} не того вида. Подходят: {types}.',
    en: 'The file {name} is of another kind. These are taken: {types}.',
    ar: 'نوع الملف {name} غير مقبول. الأنواع المقبولة: {types}.',
  },
  bytes: { kk: '{n} байт', ru: '{n} байт', en: '{n} bytes', ar: '{n} بايت' },
  kilobytes: { kk: '{n} КБ', ru: '{n} КБ', en: '{n} kB', ar: '{n} كيلوبايت' },
  megabytes: { kk: '{n} МБ', ru: '{n} МБ', en: '{n} MB', ar: '{n} ميغابايت' },
  stepDone: { kk: 'орындалды', ru: 'сделано', en: 'done', ar: 'تم' },
  stepHere: { kk: 'қазір осында', ru: 'сейчас здесь', en: 'now here', ar: 'هنا الآن' },
  stepWaiting: { kk: 'сізді күтеді', ru: 'ждёт вас', en: 'waiting for you', ar: 'بانتظارك' },
  stepAhead: { kk: 'алда', ru: 'впереди', en: 'ahead', ar: 'لاحقًا' },
} satisfies Messages
