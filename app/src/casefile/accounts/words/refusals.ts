import type { Messages } from '../../../design/languages/messages.ts'

/** What the door and the operations on accounts refuse, and the rule each rests on. */
export const words = {
  'refusal.prove-again': {
    kk: 'Бұл әрекет үшін өзіңіз екеніңізді қайта растаңыз. Жазғаныңыз осында қалады.',
    ru: 'Для этого действия подтвердите ещё раз, что это вы. Написанное останется здесь.',
    en: 'For this, prove again that it is you. What you wrote stays here.',
    ar: 'لهذا الإجراء أثبت مجددًا أنك أنت. ما كتبته يبقى هنا.',
  },
  'rule.prove-again': {
    kk: 'Қайтарылмайтын әрекеттің алдындағы бес минут ішінде адам өзін растайды.',
    ru: 'Перед действием, которое не вернуть, человек подтверждает себя не раньше чем за пять минут.',
    en: 'Before something that cannot be taken back, a person proves who they are within five minutes.',
    ar: 'قبل أي إجراء لا رجعة فيه، يثبت الشخص هويته خلال خمس دقائق.',
  },
  'refusal.set-up-first': {
    kk: 'Алдымен кіру тәсілін орнатыңыз: содан кейін бәрі ашылады.',
    ru: 'Сначала настройте способ входа: после этого откроется всё остальное.',
    en: 'First set up a way to sign in; then everything else opens.',
    ar: 'جهّز أولًا طريقة للدخول؛ ثم يُفتح كل شيء آخر.',
  },
  'rule.set-up-first': {
    kk: 'Шақыру сілтемесі тек кіру тәсілін орнатуға жарамды.',
    ru: 'Ссылка приглашения служит только для настройки входа.',
    en: 'An invitation link serves to set up a way to sign in, and nothing else.',
    ar: 'رابط الدعوة يصلح لتجهيز طريقة الدخول فقط.',
  },
} satisfies Messages
