import type { Message, Messages } from '../../design/languages/messages.ts'

/** The papers and decisions without which nobody leaves, as they are named where a child waits for them. */
const requirements: Record<string, Message> = {
  kinship: {
    kk: 'туыстық дәлелі',
    ru: 'доказательство родства',
    en: 'the proof of kinship',
    ar: 'إثبات القرابة',
  },
  'mother-consent': {
    kk: 'анасының келісімі',
    ru: 'согласие матери',
    en: 'the mother’s consent',
    ar: 'موافقة الأم',
  },
  'guardian-consent': {
    kk: 'қорғаншының келісімі',
    ru: 'согласие опекуна',
    en: 'the guardian’s consent',
    ar: 'موافقة الوصي',
  },
  'best-interests': {
    kk: 'бала мүддесі туралы шешім',
    ru: 'решение в интересах ребёнка',
    en: 'the best-interests decision',
    ar: 'قرار مصلحة الطفل الفضلى',
  },
  judge: { kk: 'судьяның шешімі', ru: 'решение судьи', en: 'the judge’s order', ar: 'قرار القاضي' },
  'prison-release': {
    kk: 'түрмеден шығару қағазы',
    ru: 'пропуск из тюрьмы',
    en: 'the release by the prison',
    ar: 'إذن الخروج من السجن',
  },
  'exit-permit': {
    kk: 'елден шығу рұқсаты',
    ru: 'разрешение на выезд',
    en: 'the exit permit',
    ar: 'إذن مغادرة البلد',
  },
  'travel-document': {
    kk: 'қайтып оралу куәлігі',
    ru: 'свидетельство на возвращение',
    en: 'the certificate of return',
    ar: 'شهادة العودة',
  },
  'receiving-authority': {
    kk: 'қабылдайтын жақтың хаты',
    ru: 'письмо принимающей стороны',
    en: 'the letter of the receiving authority',
    ar: 'خطاب الجهة المستقبِلة',
  },
  'fit-to-fly': {
    kk: 'ұшуға жарамдылық қорытындысы',
    ru: 'заключение о годности к перелёту',
    en: 'the doctor’s “fit to fly”',
    ar: 'شهادة اللياقة للطيران',
  },
}

const forms: Record<string, (name: Message) => Message> = {
  needs: (name) => name,
  expired: (name) => ({
    kk: `${name.kk} (мерзімі өтті)`,
    ru: `${name.ru} (срок истёк)`,
    en: `${name.en} (expired)`,
    ar: `${name.ar} (انتهت صلاحيته)`,
  }),
  expires: (name) => ({
    kk: `${name.kk} (ұшу күніне жетпейді)`,
    ru: `${name.ru} (истечёт до вылета)`,
    en: `${name.en} (ends before the flight)`,
    ar: `${name.ar} (ينتهي قبل الرحلة)`,
  }),
}

const readiness: Messages = Object.fromEntries(
  Object.entries(forms).flatMap(([form, of]) =>
    Object.entries(requirements).map(([id, name]) => [`evacuation.lacks.${form}-${id}`, of(name)]),
  ),
)

/** Why somebody waits: a sentence for each reason of the planner, a few words for each missing paper. */
export const reasonWords: Messages = {
  ...readiness,
  'evacuation.lacks.clearance-not-begun': {
    kk: 'рәсімдеу басталмаған',
    ru: 'оформление не начато',
    en: 'clearance, which has not begun',
    ar: 'التخليص الذي لم يبدأ بعد',
  },
  'evacuation.lacks.other': {
    kk: 'рәсімдеудегі тағы бір талап',
    ru: 'ещё одно требование оформления',
    en: 'one more requirement of clearance',
    ar: 'متطلب آخر من متطلبات التخليص',
  },
  'evacuation.because.not-ready': {
    kk: 'Әлі керек: {what}.',
    ru: 'Не хватает: {what}.',
    en: 'Still needed: {what}.',
    ar: 'ما زال ينقص: {what}.',
  },
  'evacuation.because.party-waits': {
    kk: 'Өзі дайын, бірақ жақындарынсыз ұшпайды. Күтетіні: {who}.',
    ru: 'Сам ребёнок готов, но без своих не летит. Ждёт: {who}.',
    en: 'Ready, but does not fly without their own. Waits for: {who}.',
    ar: 'جاهز، لكنه لا يسافر من دون ذويه. ينتظر: {who}.',
  },
  'evacuation.because.party-split': {
    kk: 'Қалғандары онсыз ұшады. Жазылған себеп: {reason}',
    ru: 'Остальные летят раньше. Записанная причина: {reason}',
    en: 'The others fly ahead. The recorded reason: {reason}',
    ar: 'يسافر الآخرون قبله. السبب المسجّل: {reason}',
  },
  'evacuation.because.no-seat': {
    kk: 'Орын жетпейді: керегі {needed}, босы {free}.',
    ru: 'Не хватает мест: нужно {needed}, свободно {free}.',
    en: 'Not enough seats: {needed, plural, one {# is needed} other {# are needed}}, {free} free.',
    ar: 'المقاعد لا تكفي: المطلوب {needed} والمتاح {free}.',
  },
  'evacuation.because.no-seat-near': {
    kk: 'Бос орындар бар, бірақ еріп жүрушісінен алыс.',
    ru: 'Места есть, но слишком далеко от сопровождающего.',
    en: 'There are seats, but too far from the escort.',
    ar: 'توجد مقاعد، لكنها بعيدة عن المرافق.',
  },
  'evacuation.because.no-stretcher': {
    kk: 'Зембіл орны жетпейді.',
    ru: 'Не хватает места для носилок.',
    en: 'There is no stretcher place left.',
    ar: 'لا مكان متبقيًا لنقالة.',
  },
  'evacuation.because.no-medical-seat': {
    kk: 'Дәрігер мен оттегі қасындағы орын жетпейді.',
    ru: 'Не хватает места рядом с врачом и кислородом.',
    en: 'There is no seat left within reach of the doctor and oxygen.',
    ar: 'لا مقعد متبقيًا قرب الطبيب والأكسجين.',
  },
  'evacuation.because.no-lap': {
    kk: 'Сәбиге арналған маска, белдік не құтқару кеудешесі жетпейді.',
    ru: 'Не хватает масок, ремней или жилетов для младенцев.',
    en: 'There are not enough masks, belts or vests for infants.',
    ar: 'لا تكفي أقنعة الرضّع أو أحزمتهم أو ستراتهم.',
  },
  'evacuation.because.no-escort': {
    kk: 'Еріп жүретін адам жетпейді.',
    ru: 'Не хватает сопровождающего.',
    en: 'There is no escort left.',
    ar: 'لا يوجد مرافق متاح.',
  },
  'evacuation.because.no-escort-profession': {
    kk: 'Еріп жүретін маман жетпейді: {profession}.',
    ru: 'Не хватает сопровождающего: {profession}.',
    en: 'There is no escort of this profession: {profession}.',
    ar: 'لا يوجد مرافق بهذه المهنة: {profession}.',
  },
  'evacuation.because.no-escort-languages': {
    kk: 'Баланың тілін білетін еріп жүруші жоқ: {languages}.',
    ru: 'Нет сопровождающего, который говорит на языке ребёнка: {languages}.',
    en: 'There is no escort who speaks the child’s language: {languages}.',
    ar: 'لا يوجد مرافق يتكلم لغة الطفل: {languages}.',
  },
  'evacuation.because.no-profession': {
    kk: 'Ұшақта міндетті маман жоқ: {professions}.',
    ru: 'На борту нет обязательного специалиста: {professions}.',
    en: 'A profession that must be aboard is missing: {professions}.',
    ar: 'ينقص على متن الطائرة مختص لا بدّ منه: {professions}.',
  },
  'evacuation.because.no-helper': {
    kk: 'Көмекке қолы бос ересектер жетпейді.',
    ru: 'Не хватает взрослых, свободных для помощи.',
    en: 'Too few adults are free to help.',
    ar: 'البالغون المتفرغون للمساعدة قليلون.',
  },
  'evacuation.because.no-arrangement': {
    kk: 'Барлығын бірге отырғызудың жолы табылмады. Қайта жоспарлап көріңіз немесе орын қосыңыз.',
    ru: 'Рассадить всех вместе не удалось. Составьте план ещё раз или добавьте места.',
    en: 'No way to seat everybody was found. Plan again, or add seats.',
    ar: 'لم يُعثر على ترتيب يتسع للجميع. أعد التخطيط أو أضف مقاعد.',
  },
  'evacuation.because.not-needed': {
    kk: 'Топта бар, бірақ бұл рейске орын қалмады.',
    ru: 'В команде, но на этот рейс места не осталось.',
    en: 'On the team, but no seat is left on this flight.',
    ar: 'من الفريق، لكن لم يبقَ مقعد في هذه الرحلة.',
  },
  'evacuation.because.other': {
    kk: 'Себебі жазылған, бірақ бұл нұсқа оны оқи алмайды: {code}.',
    ru: 'Причина записана, но эта версия её не читает: {code}.',
    en: 'The reason is recorded, but this version cannot read it: {code}.',
    ar: 'السبب مسجّل، لكن هذا الإصدار لا يقرؤه: {code}.',
  },
}
