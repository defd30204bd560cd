import type { Messages } from '../../design/languages/messages.ts'

export const refusalWords: Messages = {
  'waits.needs-placement': {
    kk: 'Тұратын үй',
    ru: 'Дом, где жить',
    en: 'A home to live in',
    ar: 'بيت يعيش فيه',
  },
  'waits.needs-follow-up': {
    kk: 'Келесі барып көру',
    ru: 'Следующее посещение',
    en: 'The next visit',
    ar: 'الزيارة القادمة',
  },
  'waits.already-placed': {
    kk: 'Баланың үйі бар: басқа үйге көшіруді таңдаңыз',
    ru: 'У ребёнка уже есть дом: выберите переезд',
    en: 'The child has a home already: choose to move instead',
    ar: 'للطفل بيت بالفعل: اختر الانتقال',
  },
  'waits.not-placed': {
    kk: 'Баланың әлі үйі жоқ',
    ru: 'У ребёнка ещё нет дома',
    en: 'The child has no home yet',
    ar: 'ليس للطفل بيت بعد',
  },
  'waits.lives-there': {
    kk: 'Бала сонда тұрады',
    ru: 'Ребёнок там уже живёт',
    en: 'The child lives there already',
    ar: 'الطفل يعيش هناك بالفعل',
  },
  'waits.no-family-agreement': {
    kk: 'Туысының келісімі жоқ',
    ru: 'Нет согласия родственника',
    en: 'The relative has not agreed',
    ar: 'لم يوافق القريب',
  },

  'refusal.siblings-apart': {
    kk: 'Бұлай болса, {count, plural, one {бір бауыры} other {# бауыры}} бөлек қалады. Оларды бірге орналастырыңыз немесе айырудың себебін жазып, екі адам қол қойсын.',
    ru: 'Так {count, plural, one {# брат или сестра останется} few {# брата и сестры останутся} many {# братьев и сестёр останутся} other {# братьев и сестёр останутся}} отдельно. Разместите их вместе или запишите причину разлучения за подписью двух человек.',
    en: '{count, plural, one {A brother or sister} other {# brothers and sisters}} would live apart. Place them together, or write down the reason for parting them, signed by two people.',
    ar: 'هكذا {count, plural, one {سيعيش أخ أو أخت على انفراد} two {سيعيش اثنان من الإخوة على انفراد} few {سيعيش # من الإخوة على انفراد} other {سيعيش # من الإخوة على انفراد}}. أسكِنوهم معًا، أو اكتبوا سبب التفريق بتوقيع شخصين.',
  },
  'rule.siblings-apart': {
    kk: 'БҰҰ-ның балаларды баламалы күту жөніндегі нұсқаулары, 17-тармақ: бауырлар айырылмайды.',
    ru: 'Руководящие указания ООН по альтернативному уходу за детьми, п. 17: братьев и сестёр не разлучают.',
    en: 'UN Guidelines for the Alternative Care of Children, 17: siblings are not separated.',
    ar: 'مبادئ الأمم المتحدة التوجيهية للرعاية البديلة للأطفال، 17: لا يُفرَّق بين الإخوة.',
  },
  'refusal.signatures-missing': {
    kk: 'Бұл шешімге кемінде {needed} адам қол қоюы керек. Әрқайсысының атын жазыңыз.',
    ru: 'Под этим решением нужны подписи не менее {needed, plural, one {# человека} few {# человек} many {# человек} other {# человек}}. Впишите каждого по имени.',
    en: 'At least {needed} people must sign this decision. Write down each by name.',
    ar: 'يجب أن يوقّع هذا القرار {needed, plural, two {شخصان} few {# أشخاص} other {# شخصًا}} على الأقل. اكتب اسم كل منهم.',
  },
  'refusal.siblings-are-two': {
    kk: 'Бауырлар кемінде екеу болады. Тағы бір баланы таңдаңыз.',
    ru: 'Братьев и сестёр не меньше двух. Выберите ещё одного ребёнка.',
    en: 'Siblings are at least two. Choose another child.',
    ar: 'الإخوة اثنان على الأقل. اختر طفلًا آخر.',
  },
  'refusal.several-operations': {
    kk: 'Бұл балалар әр операциядан. Әр операцияны бөлек шешіңіз.',
    ru: 'Эти дети из разных операций. Решайте по каждой отдельно.',
    en: 'These children are of several operations. Decide for each operation by itself.',
    ar: 'هؤلاء الأطفال من عمليات مختلفة. قرّر لكل عملية على حدة.',
  },
  'refusal.not-a-relative': {
    kk: 'Бұл туысының ісі емес.',
    ru: 'Это не дело родственника.',
    en: 'This is not the file of a relative.',
    ar: 'هذا ليس ملف قريب.',
  },
  'refusal.nobody-lives-there': {
    kk: 'Бұл баланың әлі үйі жоқ, сондықтан оған ешкімді қоса алмаймыз.',
    ru: 'У этого ребёнка ещё нет дома, поэтому к нему никого нельзя поселить.',
    en: 'This child has no home yet, so nobody can join it there.',
    ar: 'ليس لهذا الطفل بيت بعد، فلا يمكن أن ينضم إليه أحد.',
  },
  'refusal.not-placed': {
    kk: 'Бұл баланың әлі үйі жоқ. Алдымен қайда тұратынын жазыңыз.',
    ru: 'У этого ребёнка ещё нет дома. Сначала запишите, где он живёт.',
    en: 'This child has no home yet. Write down first where the child lives.',
    ar: 'ليس لهذا الطفل بيت بعد. سجّل أولًا أين يعيش.',
  },
  'refusal.followed-up-already': {
    kk: 'Бұл айдың барып көруі жазылған. Осыны айдан тыс жазыңыз.',
    ru: 'Посещение за этот месяц уже записано. Это запишите как внеочередное.',
    en: 'The visit of this month is recorded already. Record this one as a visit in between.',
    ar: 'زيارة هذا الشهر مسجّلة من قبل. سجّل هذه كزيارة إضافية.',
  },
  'refusal.follow-up-too-early': {
    kk: 'Бұл барып көрудің күні әлі алыс. Осыны айдан тыс жазыңыз, кезектісі күтіп тұра береді.',
    ru: 'До этого посещения ещё далеко. Запишите это как внеочередное, а плановое останется впереди.',
    en: 'That visit is still far off. Record this one as a visit in between; the planned one stays ahead.',
    ar: 'تلك الزيارة ما زالت بعيدة. سجّل هذه كزيارة إضافية، وتبقى المقررة أمامك.',
  },
  'rule.follow-up-too-early': {
    kk: 'Барып көру өз мерзімінен екі аптадан ерте болмайды.',
    ru: 'Плановое посещение бывает не раньше чем за две недели до срока.',
    en: 'A planned visit is made no more than two weeks before its day.',
    ar: 'الزيارة المقررة لا تسبق موعدها بأكثر من أسبوعين.',
  },
  'invalid.before-placement': {
    kk: 'Бұл күн баланың осы үйге келген күнінен бұрын.',
    ru: 'Этот день раньше того, когда ребёнок поселился здесь.',
    en: 'This day is before the child came to live here.',
    ar: 'هذا اليوم قبل مجيء الطفل إلى هذا البيت.',
  },
  'invalid.day-in-future': {
    kk: 'Бұл күн әлі келген жоқ.',
    ru: 'Этот день ещё не наступил.',
    en: 'This day has not come yet.',
    ar: 'هذا اليوم لم يأتِ بعد.',
  },
}
