import type { Messages } from '../../design/kit.ts'

/** What the timeline of a file says of this station's events. */
export const recorded = {
  'event.evidence.familyDrawn': {
    kk: 'отбасы сызылды',
    ru: 'нарисована семья',
    en: 'the family was drawn',
    ar: 'رُسمت العائلة',
  },
  'event.evidence.kitIssued': {
    kk: 'жиынтық берілді',
    ru: 'выдан набор',
    en: 'a kit was issued',
    ar: 'سُلّمت عدة أخذ العينة',
  },
  'event.evidence.kitHandedOver': {
    kk: 'жиынтық қолдан қолға өтті',
    ru: 'набор передан',
    en: 'a kit changed hands',
    ar: 'انتقلت العدة من يد إلى يد',
  },
  'event.evidence.kitReceived': {
    kk: 'жиынтық қабылданды',
    ru: 'набор получен',
    en: 'a kit was received',
    ar: 'استُلمت العدة',
  },
  'event.evidence.kitOpened': {
    kk: 'жиынтық ашылды',
    ru: 'набор вскрыт',
    en: 'a kit was opened',
    ar: 'فُتحت العدة',
  },
  'event.evidence.profileRecorded': {
    kk: 'ДНҚ профилі жазылды',
    ru: 'записан профиль ДНК',
    en: 'a DNA profile was recorded',
    ar: 'سُجّل ملف الحمض النووي',
  },
  'event.evidence.claimed': {
    kk: 'туыстық мәлімделді',
    ru: 'заявлено о родстве',
    en: 'kinship was claimed',
    ar: 'ادُّعيت القرابة',
  },
  'event.evidence.weighed': {
    kk: 'ДНҚ дәлелі бағаланды',
    ru: 'оценены данные ДНК',
    en: 'the DNA evidence was weighed',
    ar: 'قُيّم دليل الحمض النووي',
  },
  'event.evidence.signed': {
    kk: 'қорытындыға қол қойылды',
    ru: 'подписано заключение',
    en: 'the finding was signed',
    ar: 'وُقّعت النتيجة',
  },
  'event.evidence.signatureWithdrawn': {
    kk: 'қол қайтарып алынды',
    ru: 'подпись отозвана',
    en: 'a signature was taken back',
    ar: 'سُحب توقيع',
  },
} satisfies Messages
