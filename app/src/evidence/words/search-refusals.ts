import type { Messages } from '../../design/languages/messages.ts'

/** The noes of a search, and what the timeline of a file says of one. */
export const searchRefusals = {
  'refusal.search-running': {
    kk: 'Бұл операцияда іздеу қазір жүріп жатыр.',
    ru: 'В этой операции поиск уже идёт.',
    en: 'A search is under way in this operation already.',
    ar: 'يجري بحث في هذه العملية بالفعل.',
  },
  'rule.search-running': {
    kk: 'Операцияда бір мезгілде бір ғана іздеу жүреді. Аяқталғанын күтіңіз немесе тоқтатыңыз.',
    ru: 'В операции идёт один поиск за раз. Дождитесь конца или отмените его.',
    en: 'One search at a time in an operation. Wait for its end, or cancel it.',
    ar: 'بحث واحد في كل مرة في العملية. انتظر نهايته أو ألغه.',
  },
  'refusal.search-no-children': {
    kk: 'Іздейтін ешкім жоқ: ДНҚ-профилі мен қолданыстағы келісімі бар бала жоқ.',
    ru: 'Искать некого: нет ни одного ребёнка с ДНК-профилем и действующим согласием.',
    en: 'There is nobody to search for: no child has a DNA profile and a standing consent.',
    ar: 'لا أحد للبحث عنه: لا طفل لديه ملف حمض نووي وموافقة قائمة.',
  },
  'refusal.search-no-families': {
    kk: 'Салыстыратын отбасы жоқ: баласы жоғалған және профилі мен келісімі бар туысы бар отбасы сызылмаған.',
    ru: 'Сравнивать не с кем: не нарисована ни одна семья, где кого-то ищут и есть родственник с профилем и согласием.',
    en: 'There is no family to compare with: none is drawn in which somebody is missing and a relative has a profile and a standing consent.',
    ar: 'لا عائلة للمقارنة: لم تُرسم عائلة فيها مفقود وقريب لديه ملف وموافقة قائمة.',
  },
  'refusal.search-not-found': {
    kk: 'Мұндай іздеу жоқ немесе ол сізге ашық емес.',
    ru: 'Такого поиска нет, или он вам не открыт.',
    en: 'There is no such search, or it is not open to you.',
    ar: 'لا يوجد بحث كهذا، أو أنه غير متاح لك.',
  },
  'refusal.search-not-running': {
    kk: 'Бұл іздеу енді жүріп жатқан жоқ.',
    ru: 'Этот поиск уже не идёт.',
    en: 'This search is not under way any more.',
    ar: 'لم يعد هذا البحث جاريًا.',
  },
  'refusal.pair-not-kept': {
    kk: 'Бұл жұп сақталмаған: бала бұл отбасыға басқалардан әлдеқайда аз ұқсайды.',
    ru: 'Эта пара не сохранена: с этой семьёй у ребёнка намного меньше общего, чем с другими.',
    en: 'This pair was not kept: the child fits this family far less than others.',
    ar: 'لم يُحفظ هذا الزوج: الطفل أبعد كثيرًا عن هذه العائلة من غيرها.',
  },
  'event.evidence.searchStarted': {
    kk: 'ДНҚ бойынша іздеу басталды',
    ru: 'начат поиск по ДНК',
    en: 'a search by DNA was begun',
    ar: 'بدأ بحث بالحمض النووي',
  },
  'event.evidence.searchPieceDone': {
    kk: 'іздеудің бір бөлігі аяқталды',
    ru: 'часть поиска готова',
    en: 'a piece of a search was done',
    ar: 'أُنجز جزء من بحث',
  },
  'event.evidence.searchCancelled': {
    kk: 'іздеу тоқтатылды',
    ru: 'поиск отменён',
    en: 'a search was cancelled',
    ar: 'أُلغي بحث',
  },
  'event.evidence.searchStopped': {
    kk: 'іздеу үзілді',
    ru: 'поиск прервался',
    en: 'a search stopped',
    ar: 'توقف بحث',
  },
  'event.evidence.searchFinished': {
    kk: 'іздеу аяқталды',
    ru: 'поиск закончен',
    en: 'a search was finished',
    ar: 'انتهى بحث',
  },
  'event.evidence.searched': {
    kk: 'ДНҚ отбасылармен салыстырылды',
    ru: 'ДНК сопоставлена с семьями',
    en: 'the DNA was compared with the families',
    ar: 'قورن الحمض النووي بالعائلات',
  },
  'event.evidence.searchedTogether': {
    kk: 'ДНҚ басқа балалармен салыстырылды',
    ru: 'ДНК сопоставлена с другими детьми',
    en: 'the DNA was compared with other children',
    ar: 'قورن الحمض النووي بأطفال آخرين',
  },
} satisfies Messages
