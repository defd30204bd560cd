import type { Messages } from '../../design/languages/messages.ts'

/** What the station refuses, the rules it rests on, and what a child waits for here. */
export const refusals = {
  'waits.seat': {
    kk: 'ұшақтан орын',
    ru: 'место в самолёте',
    en: 'a seat on the plane',
    ar: 'مقعدًا في الطائرة',
  },
  'waits.handover': { kk: 'тапсыру', ru: 'передача', en: 'the handing over', ar: 'التسليم' },
  'waits.landing': { kk: 'ұшақтың қонуы', ru: 'приземление', en: 'the landing', ar: 'هبوط الطائرة' },

  'refusal.not-a-worker': {
    kk: 'Бұл қызметкердің ісі емес.',
    ru: 'Это не дело сотрудника.',
    en: 'This is not the file of a worker.',
    ar: 'هذا ليس ملف موظف.',
  },
  'refusal.no-aircraft': {
    kk: 'Алдымен ұшақ пен орындарын енгізіңіз.',
    ru: 'Сначала укажите самолёт и его места.',
    en: 'Say first which aircraft flies, and its seats.',
    ar: 'حدّد أولًا الطائرة ومقاعدها.',
  },
  'refusal.nobody-to-fly': {
    kk: 'Бұл операцияда бала жоқ.',
    ru: 'В этой операции нет детей.',
    en: 'There are no children in this operation.',
    ar: 'لا يوجد أطفال في هذه العملية.',
  },
  'refusal.plan-failed-check': {
    kk: 'Жоспар тәуелсіз тексеруден өтпеді, сондықтан көрсетілмейді: {rules}. Бұл біздің қатеміз; бұрынғы жоспар күшінде.',
    ru: 'План не прошёл независимую проверку и потому не показан: {rules}. Это наша ошибка; прежний план в силе.',
    en: 'The plan failed its independent check and is therefore not shown: {rules}. The mistake is ours; the earlier plan holds.',
    ar: 'لم تجتز الخطة الفحص المستقل فلا تُعرض: {rules}. الخطأ منّا؛ والخطة السابقة سارية.',
  },
  'rule.plan-failed-check': {
    kk: 'Тексеруден өтпеген жоспар көрсетілмейді.',
    ru: 'План без проверки не показывается.',
    en: 'No plan is shown before its check has passed.',
    ar: 'لا تُعرض خطة قبل اجتياز فحصها.',
  },
  'refusal.cannot-plan': {
    kk: 'Мұндай деректермен жоспар құруға болмайды: {why}',
    ru: 'По таким данным план составить нельзя: {why}',
    en: 'No plan can be made from this: {why}',
    ar: 'لا يمكن وضع خطة من هذه البيانات: {why}',
  },
  'refusal.no-plan': {
    kk: 'Жоспар әлі жасалмаған.',
    ru: 'Плана пока нет.',
    en: 'There is no plan yet.',
    ar: 'لا توجد خطة بعد.',
  },
  'refusal.no-runbook': {
    kk: 'Күн тәртібі әлі енгізілмеген.',
    ru: 'Порядок дня пока не введён.',
    en: 'The tasks of the day are not set yet.',
    ar: 'لم تُحدَّد مهام اليوم بعد.',
  },
  'refusal.unknown-task': {
    kk: 'Мұндай тапсырма жоқ: {tasks}.',
    ru: 'Такой задачи нет: {tasks}.',
    en: 'There is no such task: {tasks}.',
    ar: 'لا توجد مهمة كهذه: {tasks}.',
  },
  'refusal.tasks-in-a-ring': {
    kk: 'Бұл тапсырмалар бірін-бірі күтіп қалды: {tasks}.',
    ru: 'Эти задачи ждут друг друга по кругу: {tasks}.',
    en: 'These tasks wait for each other in a ring: {tasks}.',
    ar: 'هذه المهام تنتظر بعضها في حلقة: {tasks}.',
  },
  'refusal.not-aboard': {
    kk: 'Бұл баланың қазіргі жоспарда орны жоқ. Алдымен жоспарды қайта жасаңыз.',
    ru: 'У этого ребёнка нет места в действующем плане. Сначала составьте план заново.',
    en: 'This child has no place on the plan that holds. Plan again first.',
    ar: 'ليس لهذا الطفل مكان في الخطة السارية. أعد التخطيط أولًا.',
  },
  'rule.not-aboard': {
    kk: 'Құжаты дайын емес бала тапсырылмайды.',
    ru: 'Ребёнка, не готового к вылету, не передают.',
    en: 'No child is handed over who is not cleared and seated.',
    ar: 'لا يُسلَّم طفل لم تكتمل أوراقه ومقعده.',
  },
  'refusal.not-on-the-team': {
    kk: 'Қабылдаушы бұл операцияның тобында жоқ.',
    ru: 'Принимающий не входит в команду этой операции.',
    en: 'Who receives is not on the team of this operation.',
    ar: 'المستلم ليس من فريق هذه العملية.',
  },
  'refusal.handed-over-already': {
    kk: 'Бұл бала тапсырылып қойған: {by}, {at}.',
    ru: 'Этот ребёнок уже передан: {by}, {at}.',
    en: 'This child was handed over already: {by}, {at}.',
    ar: 'سبق تسليم هذا الطفل: {by}، {at}.',
  },
  'refusal.not-all-handed-over': {
    kk: 'Әлі {count} бала тапсырылған жоқ.',
    ru: '{count, plural, one {Ещё # ребёнок не передан} few {Ещё # ребёнка не переданы} many {Ещё # детей не переданы} other {Ещё # детей не переданы}}.',
    en: '{count, plural, one {# child has} other {# children have}} not been handed over yet.',
    ar: '{count, plural, one {طفل واحد لم يُسلَّم} two {طفلان لم يُسلَّما} few {# أطفال لم يُسلَّموا} many {# طفلًا لم يُسلَّموا} other {# طفل لم يُسلَّموا}} بعد.',
  },
  'refusal.landed-already': {
    kk: 'Қонғаны жазылып қойған.',
    ru: 'Приземление уже записано.',
    en: 'The landing is recorded already.',
    ar: 'سُجّل الهبوط من قبل.',
  },
  'invalid.seat-twice': {
    kk: '{seat} орны екі рет көрсетілген.',
    ru: 'Место {seat} указано дважды.',
    en: 'Seat {seat} is named twice.',
    ar: 'المقعد {seat} مذكور مرتين.',
  },
  'invalid.task-twice': {
    kk: '«{task}» тапсырмасы екі рет көрсетілген.',
    ru: 'Задача «{task}» указана дважды.',
    en: 'Task “{task}” is named twice.',
    ar: 'المهمة «{task}» مذكورة مرتين.',
  },

  'event.evacuation.aircraftSet': {
    kk: 'ұшақ енгізілді',
    ru: 'указан самолёт',
    en: 'the aircraft was set',
    ar: 'حُددت الطائرة',
  },
  'event.evacuation.memberSet': {
    kk: 'топқа қосылды',
    ru: 'включён в команду',
    en: 'joined the team',
    ar: 'انضم إلى الفريق',
  },
  'event.evacuation.memberLeft': {
    kk: 'топтан шықты',
    ru: 'вышел из команды',
    en: 'left the team',
    ar: 'غادر الفريق',
  },
  'event.evacuation.needsStated': {
    kk: 'ұшудағы қажеттері жазылды',
    ru: 'записано, что нужно в полёте',
    en: 'the needs in the air were written down',
    ar: 'سُجّلت احتياجات السفر',
  },
  'event.evacuation.partySet': {
    kk: 'кімдермен бірге ұшатыны белгіленді',
    ru: 'указано, с кем летит вместе',
    en: 'who travels together was set',
    ar: 'حُدد من يسافر معًا',
  },
  'event.evacuation.planned': {
    kk: 'ұшу жоспарланды',
    ru: 'составлен план вылета',
    en: 'the flight was planned',
    ar: 'خُططت الرحلة',
  },
  'event.evacuation.counted': {
    kk: 'саналды',
    ru: 'проведён пересчёт',
    en: 'heads were counted',
    ar: 'جرى العدّ',
  },
  'event.evacuation.handedOver': {
    kk: 'тапсырылды',
    ru: 'передан',
    en: 'was handed over',
    ar: 'جرى التسليم',
  },
  'event.evacuation.landed': {
    kk: 'ұшақ қонды',
    ru: 'самолёт приземлился',
    en: 'the flight landed',
    ar: 'هبطت الطائرة',
  },
  'event.evacuation.runbookSet': {
    kk: 'күн тәртібі енгізілді',
    ru: 'введён порядок дня',
    en: 'the tasks of the day were set',
    ar: 'حُددت مهام اليوم',
  },
  'event.evacuation.taskChanged': {
    kk: 'тапсырма өзгерді',
    ru: 'изменена задача',
    en: 'a task was changed',
    ar: 'تغيّرت مهمة',
  },
} satisfies Messages
