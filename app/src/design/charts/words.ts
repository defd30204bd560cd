import type { Messages } from '../languages/messages.ts'

export const chartWords = {
  scale: {
    kk: 'Әр сызық он есе дегенді білдіреді.',
    ru: 'Каждая линия означает в десять раз.',
    en: 'Each line stands for ten times.',
    ar: 'كل خط يعني عشرة أضعاف.',
  },
  equal: { kk: 'айырмасы жоқ', ru: 'без разницы', en: 'no difference', ar: 'لا فرق' },
  times: {
    kk: '{side}: {words} есе',
    ru: '{side}: {words} раз',
    en: '{side}: {words} times',
    ar: '{side}: {words} مرة',
  },
  timesLarge: {
    kk: '{side}: {words}, сонша есе',
    ru: '{side}: во столько раз: {words}',
    en: '{side}: this many times: {words}',
    ar: '{side}: هذا العدد من المرات: {words}',
  },
} satisfies Messages
