import type { Messages } from '../../design/languages/messages.ts'
import { findingWords } from './words/findings.ts'
import { screenWords } from './words/screen.ts'

export const words = {
  ...findingWords,
  ...screenWords,
  'event.casefile.paperSaved': {
    kk: 'Құжат сақталды',
    ru: 'Документ сохранён',
    en: 'A paper was saved',
    ar: 'حُفظت وثيقة',
  },
  'refusal.log-not-signed': {
    kk: 'Журналға әлі қол қойылған жоқ. Бір секундтан кейін қайталаңыз.',
    ru: 'Журнал ещё ни разу не подписан. Повторите через секунду.',
    en: 'The log has not been signed yet. Try again in a second.',
    ar: 'لم يُوقَّع السجل بعد. حاول مرة أخرى بعد ثانية.',
  },
  'rule.log-not-signed': {
    kk: 'Дәлел қол қойылған бақылау нүктесіне сүйенеді (0061 шешім).',
    ru: 'Доказательство опирается на подписанную контрольную точку (решение 0061).',
    en: 'A proof rests on a signed checkpoint (decision 0061).',
    ar: 'يستند الإثبات إلى نقطة تحقق موقَّعة (القرار 0061).',
  },
  'refusal.log-not-that-long': {
    kk: '{from, number} мен {to, number} арасын дәлелдеу мүмкін емес: журналда {size, number} жазба бар.',
    ru: 'Нельзя доказать от {from, number} до {to, number}: записей в журнале — {size, number}.',
    en: 'From {from, number} to {to, number} cannot be proved: the log holds {size, number}.',
    ar: 'لا يمكن الإثبات من {from, number} إلى {to, number}: عدد ما في السجل {size, number}.',
  },
  'rule.log-not-that-long': {
    kk: 'Бірінші өлшем екіншісінен, екіншісі журналдан үлкен болмауы керек (RFC 6962, 2.1.2).',
    ru: 'Первый размер не больше второго, второй — не больше журнала (RFC 6962, 2.1.2).',
    en: 'The first size is at most the second, the second at most the log’s (RFC 6962, 2.1.2).',
    ar: 'الحجم الأول لا يتجاوز الثاني، والثاني لا يتجاوز حجم السجل (RFC 6962، 2.1.2).',
  },
  'refusal.paper-not-in-log': {
    kk: 'Бұл құжат журналға бақылау сомасы жазылмай тұрып сақталған, сондықтан оған дәлел жоқ.',
    ru: 'Этот документ сохранён до того, как контрольные суммы стали записывать в журнал: доказательства для него нет.',
    en: 'This paper was saved before digests were written to the log, so there is no proof for it.',
    ar: 'حُفظت هذه الوثيقة قبل أن تُكتب البصمات في السجل، فلا إثبات لها.',
  },
  'rule.paper-not-in-log': {
    kk: 'Дәлел құжаттың SHA-256 сомасы жазылған оқиғаға сүйенеді (0061 шешім).',
    ru: 'Доказательство опирается на событие с суммой SHA-256 документа (решение 0061).',
    en: 'A proof rests on the event with the paper’s SHA-256 (decision 0061).',
    ar: 'يستند الإثبات إلى الحدث الذي يحمل بصمة SHA-256 للوثيقة (القرار 0061).',
  },
} satisfies Messages
