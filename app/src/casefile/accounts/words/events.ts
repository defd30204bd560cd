import type { Messages } from '../../../design/languages/messages.ts'

/** What happened to an account, for its history. */
export const words = {
  'event.account.invited': { kk: 'шақырылды', ru: 'приглашение', en: 'invited', ar: 'دُعي' },
  'event.account.linkMade': {
    kk: 'бір реттік сілтеме жасалды',
    ru: 'создана одноразовая ссылка',
    en: 'a one-time link was made',
    ar: 'أُنشئ رابط لمرة واحدة',
  },
  'event.account.professionChanged': {
    kk: 'кәсібі өзгерді',
    ru: 'изменена профессия',
    en: 'the profession was changed',
    ar: 'تغيّرت المهنة',
  },
  'event.account.ended': { kk: 'жұмысы аяқталды', ru: 'работа завершена', en: 'ended', ar: 'انتهى العمل' },
  'event.account.wayAdded': {
    kk: 'кіру тәсілі қосылды',
    ru: 'добавлен способ входа',
    en: 'a way to sign in was added',
    ar: 'أُضيفت طريقة دخول',
  },
  'event.account.wayRemoved': {
    kk: 'кіру тәсілі алынды',
    ru: 'убран способ входа',
    en: 'a way to sign in was taken away',
    ar: 'أُزيلت طريقة دخول',
  },
  'event.account.codesRenewed': {
    kk: 'қосалқы кодтар жаңартылды',
    ru: 'обновлены запасные коды',
    en: 'new recovery codes',
    ar: 'رموز احتياطية جديدة',
  },
  'event.account.sessionBegan': { kk: 'кірді', ru: 'вход', en: 'signed in', ar: 'دخول' },
  'event.account.sessionsEnded': {
    kk: 'сеанстар аяқталды',
    ru: 'сеансы завершены',
    en: 'sessions were ended',
    ar: 'أُنهيت الجلسات',
  },
  'event.account.slowedDown': {
    kk: 'бөтен әрекеттер баяулатылды',
    ru: 'чужие попытки замедлены',
    en: 'tries by others were slowed down',
    ar: 'أُبطئت محاولات آخرين',
  },
  'event.account.asked': { kk: 'өтініш берілді', ru: 'запрошено', en: 'asked for', ar: 'قُدّم طلب' },
  'event.account.answered': { kk: 'шешім қабылданды', ru: 'решено', en: 'decided', ar: 'بُتّ في الطلب' },
} satisfies Messages
