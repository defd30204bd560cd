import type { Messages } from '../../design/languages/messages.ts'

/** The noes of families, consent, kits and profiles, and the rules they rest on. */
export const sampleRefusals = {
  'refusal.family-drawn-twice': {
    kk: '{person} екі рет сызылған. Артық жолды алып тастаңыз.',
    ru: '{person}: нарисовано дважды. Уберите лишнюю строку.',
    en: '{person} is drawn twice. Remove the extra row.',
    ar: '{person} مرسوم مرتين. احذف السطر الزائد.',
  },
  'refusal.family-one-parent': {
    kk: '{person} үшін ата-ананың біреуі ғана көрсетілген. Екіншісі белгісіз болса, оны «белгісіз адам» деп қосыңыз.',
    ru: '{person}: указан только один из родителей. Если второй неизвестен, добавьте его как «неизвестного человека».',
    en: 'Only one parent of {person} is drawn. If the other is not known, add them as an unknown person.',
    ar: 'لم يُرسم إلا أحد والدي {person}. إن كان الآخر مجهولًا فأضفه بصفة «شخص مجهول».',
  },
  'rule.family-one-parent': {
    kk: 'Бауырлардың туған не өгей екені сызбадан көрінуі керек.',
    ru: 'По рисунку должно быть видно, полные это братья и сёстры или половинные.',
    en: 'A drawing must say whether siblings share both parents or one.',
    ar: 'يجب أن يبيّن الرسم هل الإخوة أشقاء أم من أحد الوالدين.',
  },
  'refusal.family-parent-not-drawn': {
    kk: '{person} үшін көрсетілген ата-ана ({parent}) сызбада жоқ.',
    ru: '{person}: указанный родитель ({parent}) не нарисован.',
    en: 'A parent of {person} ({parent}) is not in the drawing.',
    ar: 'أحد والدي {person} ({parent}) غير موجود في الرسم.',
  },
  'refusal.family-mother-not-female': {
    kk: '{person} ана деп көрсетілген, бірақ жынысы әйел емес.',
    ru: '{person} указана матерью, но пол не женский.',
    en: '{person} is drawn as a mother and is not female.',
    ar: '{person} مذكورة أمًّا لكن الجنس ليس أنثى.',
  },
  'refusal.family-father-not-male': {
    kk: '{person} әке деп көрсетілген, бірақ жынысы ер емес.',
    ru: '{person} указан отцом, но пол не мужской.',
    en: '{person} is drawn as a father and is not male.',
    ar: '{person} مذكور أبًا لكن الجنس ليس ذكرًا.',
  },
  'refusal.family-own-ancestor': {
    kk: '{person} өзінің арғы атасы болып шыққан. Ата-ана байланысын тексеріңіз.',
    ru: '{person} оказывается собственным предком. Проверьте, кто чей родитель.',
    en: '{person} comes out as their own ancestor. Check who is whose parent.',
    ar: 'يظهر {person} سلفًا لنفسه. تحقّق من الوالدين.',
  },
  'refusal.family-parent-younger': {
    kk: '{parent} өзінің баласы {person} туғаннан бұрын туған бола алмайды. Туған жылдарын тексеріңіз.',
    ru: '{parent} родился не раньше своего ребёнка ({person}). Проверьте годы рождения.',
    en: '{parent} was not born before their child {person}. Check the years of birth.',
    ar: 'لم يولد {parent} قبل ابنه {person}. تحقّق من سنوات الميلاد.',
  },
  'refusal.not-of-a-family': {
    kk: 'Бұл іс баланың да, туыстың да ісі емес.',
    ru: 'Это не дело ребёнка и не дело родственника.',
    en: 'This is the file of neither a child nor a relative.',
    ar: 'هذا ليس ملف طفل ولا ملف قريب.',
  },
  'refusal.not-a-family': {
    kk: 'Бұл отбасының ісі емес.',
    ru: 'Это не дело семьи.',
    en: 'This is not the file of a family.',
    ar: 'هذا ليس ملف عائلة.',
  },

  'refusal.no-consent-dna': {
    kk: 'ДНҚ-ға келісім жоқ немесе қайтарып алынған.',
    ru: 'Согласия на анализ ДНК нет, или оно отозвано.',
    en: 'There is no standing consent to DNA analysis.',
    ar: 'لا توجد موافقة قائمة على تحليل الحمض النووي.',
  },
  'rule.no-consent-dna': {
    kk: 'ДНҚ тек сол мақсатқа берілген, қайтарып алынбаған келісіммен қолданылады.',
    ru: 'ДНК используют только при действующем согласии именно на эту цель.',
    en: 'DNA is used only while a consent for that purpose stands.',
    ar: 'لا يُستخدم الحمض النووي إلا بموافقة قائمة لهذا الغرض.',
  },
  'refusal.child-cannot-consent': {
    kk: 'Бала өзі үшін келісім бере алмайды: анасы не қамқоршысы береді.',
    ru: 'Ребёнок не даёт согласия сам: его даёт мать или опекун.',
    en: 'A child does not consent alone: the mother or the guardian does.',
    ar: 'لا يوافق الطفل بنفسه: توافق أمه أو الوصي عليه.',
  },
  'refusal.nothing-to-withdraw': {
    kk: 'Бұл мақсатқа қолданыстағы келісім жоқ.',
    ru: 'На эту цель нет действующего согласия.',
    en: 'No consent stands for this purpose.',
    ar: 'لا توجد موافقة قائمة لهذا الغرض.',
  },

  'refusal.kit-used': {
    kk: '{kit} нөмірлі жиынтық бұрын берілген. Нөмірді тексеріңіз.',
    ru: 'Набор {kit} уже выдан раньше. Проверьте номер.',
    en: 'Kit {kit} was issued before. Check the number.',
    ar: 'العدة {kit} سُلّمت من قبل. تحقّق من الرقم.',
  },
  'rule.kit-used': {
    kk: 'Бір жиынтық — бір адам, бір рет.',
    ru: 'Один набор — один человек, один раз.',
    en: 'One kit, one person, once.',
    ar: 'عدة واحدة لشخص واحد مرة واحدة.',
  },
  'refusal.kit-unknown': {
    kk: 'Бұл адамға {kit} нөмірлі жиынтық берілмеген.',
    ru: 'Этому человеку набор {kit} не выдавали.',
    en: 'Kit {kit} was not issued for this person.',
    ar: 'لم تُسلَّم العدة {kit} لهذا الشخص.',
  },
  'refusal.kit-is-issued': {
    kk: '{kit} жиынтығы әлі зертханаға жеткен жоқ.',
    ru: 'Набор {kit} ещё не поступил в лабораторию.',
    en: 'Kit {kit} has not reached the laboratory yet.',
    ar: 'لم تصل العدة {kit} إلى المختبر بعد.',
  },
  'refusal.kit-is-handed-over': {
    kk: '{kit} жиынтығы әлі зертханаға жеткен жоқ.',
    ru: 'Набор {kit} ещё не поступил в лабораторию.',
    en: 'Kit {kit} has not reached the laboratory yet.',
    ar: 'لم تصل العدة {kit} إلى المختبر بعد.',
  },
  'refusal.kit-is-received': {
    kk: '{kit} жиынтығын зертхана қабылдап қойған.',
    ru: 'Набор {kit} уже принят лабораторией.',
    en: 'The laboratory has received kit {kit} already.',
    ar: 'استلم المختبر العدة {kit} من قبل.',
  },
  'refusal.kit-is-opened': {
    kk: '{kit} жиынтығы ашылған.',
    ru: 'Набор {kit} уже вскрыт.',
    en: 'Kit {kit} was opened already.',
    ar: 'فُتحت العدة {kit} من قبل.',
  },
  'refusal.kit-is-seal-broken': {
    kk: '{kit} жиынтығының мөрі бұзылған: ол енді қолданылмайды. Жаңа үлгі алыңыз.',
    ru: 'Пломба набора {kit} нарушена: его больше не используют. Возьмите новый образец.',
    en: 'The seal of kit {kit} was broken: it is not used any more. Take a new sample.',
    ar: 'ختم العدة {kit} مكسور ولا تُستخدم بعد الآن. خذ عينة جديدة.',
  },
  'refusal.chain-broken': {
    kk: '{kit} жиынтығы {holder} қолында; {from} оны бере алмайды.',
    ru: 'Набор {kit} находится у {holder}; {from} его передать не может.',
    en: 'Kit {kit} is held by {holder}; {from} cannot hand it over.',
    ar: 'العدة {kit} بيد {holder}؛ لا يمكن لـ{from} تسليمها.',
  },
  'rule.chain-broken': {
    kk: 'Сақтау тізбегі: жиынтықты оны ұстаған адам ғана береді.',
    ru: 'Цепочка хранения: передаёт только тот, кто держал.',
    en: 'Chain of custody: only who held a kit hands it over.',
    ar: 'سلسلة العهدة: لا يسلّم العدة إلا من كانت بيده.',
  },
  'refusal.step-before-last': {
    kk: 'Бұл уақыт алдыңғы қадамнан ({at}) бұрын.',
    ru: 'Это время раньше предыдущего шага ({at}).',
    en: 'This time is before the step before it ({at}).',
    ar: 'هذا الوقت أسبق من الخطوة السابقة ({at}).',
  },
  'refusal.step-in-future': {
    kk: 'Көрсетілген уақыт әлі келген жоқ.',
    ru: 'Указанное время ещё не наступило.',
    en: 'The stated time has not come yet.',
    ar: 'الوقت المذكور لم يأتِ بعد.',
  },
  'refusal.seal-differs': {
    kk: 'Мөр нөмірі жазылғаннан ({seal}) өзгеше. Себебін ескертпеге жазыңыз.',
    ru: 'Номер пломбы отличается от записанного ({seal}). Напишите причину в примечании.',
    en: 'The seal differs from the recorded one ({seal}). Say why in the remarks.',
    ar: 'رقم الختم يختلف عن المسجَّل ({seal}). اذكر السبب في الملاحظات.',
  },

  'refusal.file-differs': {
    kk: 'Бұл — алдын ала тексерілген файл емес. Файлды қайта тексеріңіз.',
    ru: 'Это не тот файл, который проверяли. Проверьте файл заново.',
    en: 'This is not the file that was checked. Check the file again.',
    ar: 'ليس هذا هو الملف الذي فُحص. افحص الملف من جديد.',
  },
  'rule.file-differs': {
    kk: 'Қабылданатын файл тексерілген файлмен бірдей болуы керек (SHA-256).',
    ru: 'Принимается только тот файл, который проверен (SHA-256).',
    en: 'Only the very file that was checked is taken (SHA-256).',
    ar: 'لا يُقبل إلا الملف نفسه الذي فُحص (SHA-256).',
  },
  'refusal.file-no-table': {
    kk: 'Бұл файлдан профильдер табылмады. GeneMapper, CODIS, NIEM, LRmix, Familias, pedsuite немесе PED файлын жіберіңіз.',
    ru: 'Профили в этом файле не найдены. Отправьте файл GeneMapper, CODIS, NIEM, LRmix, Familias, pedsuite или PED.',
    en: 'No profiles were found in this file. Send a file of GeneMapper, CODIS, NIEM, LRmix, Familias, pedsuite or PED.',
    ar: 'لم يُعثر على ملفات وراثية في هذا الملف. أرسل ملف GeneMapper أو CODIS أو NIEM أو LRmix أو Familias أو pedsuite أو PED.',
  },
  'refusal.file-empty': {
    kk: 'Файлда бірде-бір үлгі жоқ.',
    ru: 'В файле нет ни одного образца.',
    en: 'There is no sample in this file.',
    ar: 'لا توجد أي عينة في الملف.',
  },
  'refusal.file-too-long': {
    kk: 'Файл профильдер кестесі үшін тым үлкен. Оны бөліп жіберіңіз.',
    ru: 'Файл слишком велик для таблицы профилей. Отправьте его по частям.',
    en: 'The file is too large for a table of profiles. Send it in parts.',
    ar: 'الملف أكبر من أن يكون جدول ملفات. أرسله على أجزاء.',
  },
  'invalid.not-a-drawn-id': {
    kk: 'Бұл сызбадағы адам емес.',
    ru: 'Это не человек с рисунка.',
    en: 'This is nobody in the drawing.',
    ar: 'هذا ليس شخصًا في الرسم.',
  },
  'invalid.not-a-kit-number': {
    kk: 'Жиынтық нөмірі: әріптер, сандар, нүкте, сызықша; 2–40 таңба.',
    ru: 'Номер набора: буквы, цифры, точка, дефис; 2–40 знаков.',
    en: 'A kit number: letters, digits, dots, dashes; 2 to 40 characters.',
    ar: 'رقم العدة: حروف وأرقام ونقاط وشرطات، من 2 إلى 40.',
  },
  'invalid.day-in-future': {
    kk: 'Бұл күн әлі келген жоқ.',
    ru: 'Этот день ещё не наступил.',
    en: 'This day has not come yet.',
    ar: 'هذا اليوم لم يأتِ بعد.',
  },
} satisfies Messages
