import type { Messages } from '../../design/languages/messages.ts'

/** The flight itself: who is aboard, who waits, what changed. `{day}` comes as a date in words. */
export const flightWords = {
  'evacuation.title': { kk: 'Ұшақта', ru: 'На борту', en: 'Aboard', ar: 'على متن الطائرة' },
  'evacuation.no-operation': {
    kk: 'Операция әлі ашылмаған. Ол ашылғанда ұшу осында жоспарланады.',
    ru: 'Операция ещё не открыта. Когда она появится, вылет планируют здесь.',
    en: 'No operation is open yet. Once there is one, its flight is planned here.',
    ar: 'لم تُفتح عملية بعد. حين تُفتح يُخطَّط للرحلة هنا.',
  },
  'evacuation.headline': {
    kk: '{children, plural, =0 {{day} күні әзірге ешбір бала ұшпайды.} other {{day} күні # бала ұшады, қасында {adults} ересек бар.}}',
    ru: '{children, plural, =0 {{day} пока не летит никто из детей.} one {{day} летит # ребёнок.} few {{day} летят # ребёнка.} many {{day} летят # детей.} other {{day} летят # детей.}} {adults, plural, =0 {Взрослых в самолёте нет.} one {С детьми # взрослый.} few {С детьми # взрослых.} many {С детьми # взрослых.} other {С детьми # взрослых.}}',
    en: '{children, plural, =0 {No child flies on {day} yet.} one {One child flies on {day} with {adults, plural, one {one adult} other {# adults}}.} other {# children fly on {day} with {adults, plural, one {one adult} other {# adults}}.}}',
    ar: '{children, plural, zero {لا يسافر أي طفل يوم {day} حتى الآن.} one {يسافر طفل واحد يوم {day}، ومعه من البالغين: {adults}.} two {يسافر طفلان يوم {day}، ومعهما من البالغين: {adults}.} few {يسافر # أطفال يوم {day}، ومعهم من البالغين: {adults}.} many {يسافر # طفلًا يوم {day}، ومعهم من البالغين: {adults}.} other {يسافر # طفل يوم {day}، ومعهم من البالغين: {adults}.}}',
  },
  'evacuation.nobody-waits': {
    kk: 'Күтіп қалған бала жоқ.',
    ru: 'Никто из детей не остаётся ждать.',
    en: 'No child is left waiting.',
    ar: 'لا يبقى أي طفل منتظرًا.',
  },
  'evacuation.wait': {
    kk: '{n} бала күтеді: {who}.',
    ru: '{n, plural, one {# ребёнок ждёт} few {# ребёнка ждут} many {# детей ждут} other {# детей ждут}}: {who}.',
    en: '{n, plural, one {One waits} other {# wait}}: {who}.',
    ar: '{n, plural, one {طفل واحد ينتظر} two {طفلان ينتظران} few {# أطفال ينتظرون} many {# طفلًا ينتظرون} other {# طفل ينتظرون}}: {who}.',
  },
  'evacuation.and-more': {
    kk: 'тағы {n}',
    ru: 'и ещё {n}',
    en: '{n} more',
    ar: 'و{n} غيرهم',
  },
  'evacuation.planned-at': {
    kk: '{version}-жоспар, жасалған уақыты: {at}',
    ru: 'План № {version}, составлен {at}',
    en: 'Plan {version}, made {at}',
    ar: 'الخطة {version}، وُضعت في {at}',
  },
  'evacuation.no-plan': {
    kk: 'Бұл ұшу әлі жоспарланбаған.',
    ru: 'Этот вылет ещё не спланирован.',
    en: 'This flight has not been planned yet.',
    ar: 'لم تُخطَّط هذه الرحلة بعد.',
  },
  'evacuation.no-plan-why': {
    kk: 'Ұшақ пен топ енгізілген соң, жоспар әр баланы жақындарының қасына отырғызады; кім күтсе, себебі айтылады.',
    ru: 'Когда указаны самолёт и команда, план посадит каждого ребёнка рядом со своими, а кто ждёт, узнает почему.',
    en: 'Once the aircraft and the team are set, the plan seats every child beside their people, and says why whoever waits does.',
    ar: 'بعد تحديد الطائرة والفريق تُجلس الخطة كل طفل قرب ذويه، وتقول لكل منتظر سبب انتظاره.',
  },
  'evacuation.plan': {
    kk: 'Ұшуды жоспарлау',
    ru: 'Составить план',
    en: 'Plan the flight',
    ar: 'تخطيط الرحلة',
  },
  'evacuation.plan-again': {
    kk: 'Қайта жоспарлау',
    ru: 'Составить заново',
    en: 'Plan again',
    ar: 'أعد التخطيط',
  },
  'evacuation.to-setup': {
    kk: 'Ұшақ пен топты енгізу',
    ru: 'Указать самолёт и команду',
    en: 'Set the aircraft and the team',
    ar: 'تحديد الطائرة والفريق',
  },
  'evacuation.stale': {
    kk: 'Бұл жоспардан кейін бір нәрсе өзгерді: біреудің қағазы, тобы не қажеті енді сәйкес емес.',
    ru: 'После этого плана что-то изменилось: чьи-то бумаги, команда или нужды уже не те.',
    en: 'Something changed since this plan: somebody’s papers, the team or a need are no longer what it counts on.',
    ar: 'تغيّر شيء بعد هذه الخطة: أوراق أحدهم أو الفريق أو حاجة ما لم تعد كما افترضت.',
  },
  'evacuation.planned-now': {
    kk: 'Жаңа жоспар дайын.',
    ru: 'Новый план готов.',
    en: 'The new plan is ready.',
    ar: 'الخطة الجديدة جاهزة.',
  },

  'evacuation.cabin': { kk: 'Салон', ru: 'Салон', en: 'The cabin', ar: 'المقصورة' },
  'evacuation.cabin-of': {
    kk: '«{aircraft}» салонының суреті, алды жоғарыда. Дәл сол мәлімет төмендегі кестеде бар.',
    ru: 'Рисунок салона «{aircraft}», нос наверху. Те же сведения — в таблице ниже.',
    en: 'Picture of the cabin of {aircraft}, nose at the top. The table below says the same.',
    ar: 'رسم لمقصورة {aircraft}، ومقدّمتها إلى الأعلى. الجدول أدناه يقول الشيء نفسه.',
  },
  'evacuation.nose': { kk: 'Ұшақтың алды', ru: 'Нос самолёта', en: 'Front', ar: 'المقدّمة' },
  'evacuation.exit': { kk: 'Шығу есігі', ru: 'Аварийный выход', en: 'Exit', ar: 'مخرج' },
  'evacuation.medical': {
    kk: 'дәрігер мен оттегі қасында',
    ru: 'рядом врач и кислород',
    en: 'beside the doctor and oxygen',
    ar: 'قرب الطبيب والأكسجين',
  },
  'evacuation.stretcher': { kk: 'зембіл', ru: 'носилки', en: 'stretcher', ar: 'نقالة' },
  'evacuation.lap': { kk: 'тізеде', ru: 'на коленях', en: 'on the lap', ar: 'في الحضن' },
  'evacuation.legend-child': { kk: 'бала', ru: 'ребёнок', en: 'child', ar: 'طفل' },
  'evacuation.legend-team': { kk: 'топ мүшесі', ru: 'из команды', en: 'of the team', ar: 'من الفريق' },
  'evacuation.legend-free': { kk: 'бос орын', ru: 'свободно', en: 'free', ar: 'شاغر' },

  'evacuation.aboard': {
    kk: 'Кім қайда отырады',
    ru: 'Кто где сидит',
    en: 'Who sits where',
    ar: 'من يجلس وأين',
  },
  'evacuation.person': { kk: 'Адам', ru: 'Кто', en: 'Person', ar: 'الشخص' },
  'evacuation.seat': { kk: 'Орын', ru: 'Место', en: 'Seat', ar: 'المقعد' },
  'evacuation.escort': { kk: 'Еріп жүруші', ru: 'Сопровождает', en: 'Escort', ar: 'المرافق' },
  'evacuation.party': { kk: 'Бірге ұшатындары', ru: 'Летит вместе с', en: 'Travels with', ar: 'يسافر مع' },
  'evacuation.alone': { kk: 'өзі', ru: 'отдельно', en: 'alone', ar: 'وحده' },
  'evacuation.seat-lap': {
    kk: '{adult}, тізесінде',
    ru: 'на коленях у: {adult}',
    en: 'on the lap of {adult}',
    ar: 'في حضن {adult}',
  },
  'evacuation.seat-crew': {
    kk: 'салоннан тыс',
    ru: 'вне салона',
    en: 'outside the cabin',
    ar: 'خارج المقصورة',
  },
  'evacuation.looks-after': {
    kk: 'Жауапты: {who}',
    ru: 'Отвечает за: {who}',
    en: 'Looks after {who}',
    ar: 'يرعى: {who}',
  },

  'evacuation.waiting': {
    kk: 'Кім күтеді және неге',
    ru: 'Кто ждёт и почему',
    en: 'Who waits, and why',
    ar: 'من ينتظر ولماذا',
  },

  'evacuation.changes': {
    kk: 'Алдыңғы жоспардан не өзгерді',
    ru: 'Что изменилось против прежнего плана',
    en: 'What changed against the plan before',
    ar: 'ما الذي تغيّر عن الخطة السابقة',
  },
  'evacuation.changes-none': {
    kk: 'Ештеңе өзгерген жоқ: бәрі бұрынғы орнында.',
    ru: 'Ничего не изменилось: все на прежних местах.',
    en: 'Nothing changed: everybody is where they were.',
    ar: 'لم يتغيّر شيء: الجميع في أماكنهم.',
  },
  'evacuation.came-aboard': {
    kk: '{who} енді ұшады: {place}.',
    ru: '{who} теперь летит: {place}.',
    en: '{who} now flies: {place}.',
    ar: '{who}: ضمن المسافرين الآن، {place}.',
  },
  'evacuation.now-waits': {
    kk: '{who} енді күтеді. {why}',
    ru: '{who} теперь ждёт. {why}',
    en: '{who} now waits. {why}',
    ar: '{who}: ضمن المنتظرين الآن. {why}',
  },
  'evacuation.moved': {
    kk: '{who} ауысты: {from} → {to}.',
    ru: '{who}: теперь {to}, было {from}.',
    en: '{who} moved from {from} to {to}.',
    ar: '{who}: {to} بدلًا من {from}.',
  },
  'evacuation.escort-changed': {
    kk: '{who}: енді {to} еріп жүреді.',
    ru: '{who}: теперь сопровождает {to}.',
    en: '{who} is now escorted by {to}.',
    ar: '{who}: المرافق الآن {to}.',
  },
  'evacuation.escort-gone': {
    kk: '{who}: еріп жүруші енді жоқ.',
    ru: '{who}: сопровождающего больше нет.',
    en: '{who} no longer has an escort.',
    ar: '{who}: لم يعد هناك مرافق.',
  },
  'evacuation.gone': {
    kk: '{who} бұл операцияның жоспарында енді жоқ.',
    ru: '{who}: в плане этой операции больше нет.',
    en: '{who} is no longer part of this plan.',
    ar: '{who}: لم يعد ضمن هذه الخطة.',
  },

  'evacuation.print-manifest': {
    kk: 'Тізімді жүктеу (PDF)',
    ru: 'Скачать список (PDF)',
    en: 'Download the manifest (PDF)',
    ar: 'تنزيل القائمة (PDF)',
  },
  'evacuation.unknown-person': {
    kk: 'сізге ашық емес адам',
    ru: 'человек, не открытый вам',
    en: 'somebody not open to you',
    ar: 'شخص غير متاح لك',
  },
} satisfies Messages
