import type { Messages } from '../../design/languages/messages.ts'

export const refusalWords: Messages = {
  'waits.clearance-not-begun': {
    kk: 'Рәсімдеу басталмаған',
    ru: 'Оформление не начато',
    en: 'Clearance has not begun',
    ar: 'لم يبدأ التخليص',
  },
  'waits.clearance-begun': {
    kk: 'Рәсімдеу бұрын басталған',
    ru: 'Оформление уже начато',
    en: 'Clearance has begun already',
    ar: 'بدأ التخليص من قبل',
  },
  'waits.other-operation': {
    kk: 'Бұл бала басқа операцияда',
    ru: 'Этот ребёнок в другой операции',
    en: 'This child is in another operation',
    ar: 'هذا الطفل في عملية أخرى',
  },
  'waits.not-a-child': {
    kk: 'Бұл баланың ісі емес',
    ru: 'Это не дело ребёнка',
    en: 'This is not the file of a child',
    ar: 'هذا ليس ملف طفل',
  },

  'refusal.clearance-not-begun': {
    kk: 'Бұл баланы рәсімдеу әлі басталған жоқ. Алдымен оны бастаңыз.',
    ru: 'Оформление этого ребёнка ещё не начато. Сначала начните его.',
    en: 'The clearance of this child has not begun. Begin it first.',
    ar: 'لم يبدأ تخليص هذا الطفل بعد. ابدأه أولًا.',
  },
  'refusal.corridor-unknown': {
    kk: '«{corridor}» дәлізіне не керегі әлі жазылмаған, сондықтан рәсімдеуді бастауға болмайды.',
    ru: 'Для коридора «{corridor}» ещё не записано, что нужно, поэтому начать оформление нельзя.',
    en: 'Nobody has written down what the corridor “{corridor}” asks for, so clearance cannot begin.',
    ar: 'لم تُدوَّن بعد متطلبات المسار «{corridor}»، لذا لا يمكن بدء التخليص.',
  },
  'refusal.met-by-evidence': {
    kk: 'Туыстық қолмен белгіленбейді: ол екі адамның шешімінен кейін өзі белгіленеді.',
    ru: 'Родство не отмечают вручную: оно отмечается само после решения двух людей.',
    en: 'Kinship is not marked by hand: it is marked by itself once two people have decided.',
    ar: 'القرابة لا تُسجَّل يدويًا: تُسجَّل تلقائيًا بعد قرار شخصين.',
  },
  'rule.met-by-evidence': {
    kk: 'Туыстықты дәлелдеу бекеті шешеді.',
    ru: 'Родство решает станция доказательства.',
    en: 'Kinship is decided where it is proved.',
    ar: 'القرابة تُقرَّر في محطة الإثبات.',
  },
  'refusal.not-your-requirement': {
    kk: 'Бұл талапты басқа кәсіп иесі растайды.',
    ru: 'Это требование подтверждает другая профессия.',
    en: 'Another profession vouches for this requirement.',
    ar: 'هذا الشرط تؤكده مهنة أخرى.',
  },
  'rule.not-your-requirement': {
    kk: 'Дәліздің кестесі: әр талаптың өз иесі бар.',
    ru: 'Таблица коридора: у каждого требования свой ответственный.',
    en: 'The corridor’s table: each requirement has its owner.',
    ar: 'جدول المسار: لكل شرط مسؤول عنه.',
  },
  'refusal.only-a-doctor': {
    kk: 'Баланың ұшуға жарамды екенін тек дәрігер айта алады.',
    ru: 'Сказать, что ребёнок может лететь, вправе только врач.',
    en: 'Only a doctor says that a child is fit to fly.',
    ar: 'الطبيب وحده يقرّر أن الطفل لائق للطيران.',
  },
  'rule.only-a-doctor': {
    kk: 'Ұшу алдындағы медициналық тексеру.',
    ru: 'Медицинский осмотр перед вылетом.',
    en: 'The medical check before the flight.',
    ar: 'الفحص الطبي قبل الرحلة.',
  },
  'refusal.does-not-apply': {
    kk: 'Бұл баладан мұндай талап сұралмайды.',
    ru: 'От этого ребёнка такого требования нет.',
    en: 'This requirement does not apply to this child.',
    ar: 'هذا الشرط لا ينطبق على هذا الطفل.',
  },
  'refusal.already-met': {
    kk: 'Бұл талап бұрын орындалған; растаған: {by}. Жаңа қағаз керек болса, алдымен ескісін қайтарып алыңыз.',
    ru: 'Это требование уже выполнено; подтвердил(а): {by}. Если нужна новая бумага, сначала отзовите прежнюю.',
    en: '{by} has met this requirement already. If a new paper is needed, take the old one back first.',
    ar: 'استوفى {by} هذا الشرط من قبل. إن لزمت ورقة جديدة فاسحب القديمة أولًا.',
  },
  'rule.already-met': {
    kk: 'Бір талапқа бір жарамды қағаз.',
    ru: 'На одно требование одна действующая бумага.',
    en: 'One valid paper for one requirement.',
    ar: 'ورقة سارية واحدة لكل شرط.',
  },
  'refusal.signatures-missing': {
    kk: 'Бұл шешімге кемінде {needed} адам қол қоюы керек. Әрқайсысының атын жазыңыз.',
    ru: 'Под этим решением нужны подписи не менее {needed, plural, one {# человека} few {# человек} many {# человек} other {# человек}}. Впишите каждого по имени.',
    en: 'At least {needed} people must sign this decision. Write down each by name.',
    ar: 'يجب أن يوقّع هذا القرار {needed, plural, two {شخصان} few {# أشخاص} other {# شخصًا}} على الأقل. اكتب اسم كل منهم.',
  },
  'rule.signatures-missing': {
    kk: 'Бала туралы шешімді бір адам жалғыз қабылдамайды.',
    ru: 'Решение о ребёнке не принимает один человек.',
    en: 'Nobody decides about a child alone.',
    ar: 'لا يقرّر أحد بمفرده في شأن طفل.',
  },
  'refusal.not-met': {
    kk: 'Бұл талап орындалмаған: қайтарып алатын ештеңе жоқ.',
    ru: 'Это требование не выполнено: отзывать нечего.',
    en: 'This requirement is not met: there is nothing to take back.',
    ar: 'هذا الشرط غير مستوفى: لا شيء لسحبه.',
  },
  'refusal.nothing-to-wait-for': {
    kk: 'Бұл талап орындалған немесе қажет емес: күтетін ештеңе жоқ.',
    ru: 'Это требование выполнено или не нужно: ждать нечего.',
    en: 'This requirement is met or does not apply: there is nothing to wait for.',
    ar: 'هذا الشرط مستوفى أو لا ينطبق: لا شيء يُنتظر.',
  },
  'refusal.worker-unknown': {
    kk: 'Мұндай қызметкер бұл бекетте жоқ.',
    ru: 'Такого сотрудника на этой станции нет.',
    en: 'There is no such worker at this station.',
    ar: 'لا يوجد موظف كهذا في هذه المحطة.',
  },
  'refusal.owner-of-other-profession': {
    kk: 'Бұл адамның кәсібі мұндай талапты растай алмайды. Басқа адамды таңдаңыз.',
    ru: 'Человек этой профессии не может подтвердить такое требование. Выберите другого.',
    en: 'A person of this profession cannot vouch for this requirement. Choose somebody else.',
    ar: 'صاحب هذه المهنة لا يمكنه تأكيد هذا الشرط. اختر شخصًا آخر.',
  },
  'refusal.paper-damaged': {
    kk: 'Сақталған қағаз тапсырылған қағазбен бірдей емес. Оны пайдаланбаңыз, жүйені жүргізушіге хабарлаңыз.',
    ru: 'Сохранённая бумага отличается от той, что сдали. Не используйте её и сообщите тому, кто ведёт систему.',
    en: 'The stored paper is not the one that was handed in. Do not use it, and tell the person who runs the system.',
    ar: 'الورقة المحفوظة ليست هي التي سُلّمت. لا تستعملها وأبلغ من يدير النظام.',
  },

  'invalid.day-in-future': {
    kk: 'Бұл күн әлі келген жоқ.',
    ru: 'Этот день ещё не наступил.',
    en: 'This day has not come yet.',
    ar: 'هذا اليوم لم يأتِ بعد.',
  },
  'invalid.paper-empty': {
    kk: 'Файл бос. Қағазды қайта түсіріп көріңіз.',
    ru: 'Файл пустой. Попробуйте снять бумагу ещё раз.',
    en: 'The file is empty. Try to scan the paper again.',
    ar: 'الملف فارغ. حاول مسح الورقة من جديد.',
  },
  'invalid.expiry-missing': {
    kk: 'Бұл құжаттың соңғы күнін жазыңыз.',
    ru: 'Впишите последний день действия этого документа.',
    en: 'Write down the last day of this document.',
    ar: 'اكتب آخر يوم لصلاحية هذه الوثيقة.',
  },
  'invalid.expires-before-date': {
    kk: 'Мерзімі қағаздың өз күнінен бұрын бітеді: екі күнді де тексеріңіз.',
    ru: 'Срок кончается раньше даты самой бумаги: проверьте обе даты.',
    en: 'It ends before the date of the paper itself: check both dates.',
    ar: 'تنتهي الصلاحية قبل تاريخ الورقة نفسها: تحقّق من التاريخين.',
  },
  'invalid.expired-already': {
    kk: 'Бұл қағаздың мерзімі өтіп кеткен.',
    ru: 'Срок этой бумаги уже истёк.',
    en: 'This paper has expired already.',
    ar: 'انتهت صلاحية هذه الورقة.',
  },
}
