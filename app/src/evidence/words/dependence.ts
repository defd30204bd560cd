import type { Messages } from '../../design/languages/messages.ts'

/** What rests on a profile, and so on the consent to it. */
export const words = {
  'evidence.depends': {
    kk: 'Осы келісімге не сүйенеді',
    ru: 'Что держится на этом согласии',
    en: 'What rests on this consent',
    ar: 'ما يستند إلى هذه الموافقة',
  },
  'evidence.depended': {
    kk: 'Енді қайта қаралуы керек',
    ru: 'Что теперь надо пересмотреть',
    en: 'What has to be looked at again now',
    ar: 'ما ينبغي النظر فيه من جديد الآن',
  },
  'evidence.depends-none': {
    kk: 'Бұл адамның ДНҚ-сына әзірге ештеңе сүйенбейді.',
    ru: 'На ДНК этого человека пока ничего не держится.',
    en: 'Nothing rests on this person’s DNA yet.',
    ar: 'لا شيء يستند إلى الحمض النووي لهذا الشخص بعد.',
  },
  'evidence.depends.profile': {
    kk: 'ДНҚ профилі жазылған; келісімсіз ол пайдаланылмайды.',
    ru: 'ДНК-профиль записан; без согласия он не используется.',
    en: 'A DNA profile is recorded; without a consent it is not used.',
    ar: 'سُجِّل ملف حمض نووي، ولا يُستخدم بلا موافقة.',
  },
  'evidence.depends.weighing': {
    kk: '{child}: дәлел осы профильмен бағаланған.',
    ru: '{child}: доказательства взвешены с этим профилем.',
    en: '{child}: the evidence was weighed with this profile.',
    ar: '{child}: وُزنت الأدلة بهذا الملف.',
  },
  'evidence.depends.decision': {
    kk: '{child}: туыстық туралы шешім осыған сүйенеді; шешім өз күшінде қалады, бірақ қайта бағалау мүмкін емес.',
    ru: '{child}: на этом держится решение о родстве; оно остаётся в силе, но взвесить заново нельзя.',
    en: '{child}: the decision on kinship rests on it; it stands, and cannot be weighed again.',
    ar: '{child}: يستند إليه قرار القرابة؛ يبقى القرار قائمًا ولا يمكن وزنه من جديد.',
  },
  'evidence.depends.search': {
    kk: 'Іздеуге қатысқан; нәтижелерінде енді көрсетілмейді.',
    ru: 'Участвовал в поиске; в его результатах больше не показывается.',
    en: 'It took part in a search; the results show it no more.',
    ar: 'شارك في بحث، ولا يظهر في نتائجه بعد الآن.',
  },
  'evidence.depends.clearance': {
    kk: '{child}: рәсімдеу осы шешіммен жүріп жатыр.',
    ru: '{child}: оформление идёт по этому решению.',
    en: '{child}: clearance goes on by this decision.',
    ar: '{child}: يجري التخليص بناءً على هذا القرار.',
  },
  'evidence.depends.flight': {
    kk: '{child}: ұшу жоспары осы шешімге сүйенеді.',
    ru: '{child}: план вылета опирается на это решение.',
    en: '{child}: the plan of the flight rests on this decision.',
    ar: '{child}: تستند خطة الرحلة إلى هذا القرار.',
  },
} satisfies Messages
