import type { Messages } from '../../../design/languages/messages.ts'

/** Why something is not destroyed, or not written any more; each names the rule. */
export const words = {
  'refusal.file-erased': {
    kk: 'Бұл адамның деректері жойылған: ештеңе жазылмайды.',
    ru: 'Данные этого человека уничтожены: ничего больше не записывается.',
    en: 'This person was erased: nothing more is written about them.',
    ar: 'مُحيت بيانات هذا الشخص: لا يُكتب عنه شيء بعد الآن.',
  },
  'refusal.not-a-person': {
    kk: 'Бұл адамның ісі емес.',
    ru: 'Это не дело человека.',
    en: 'This is not the file of a person.',
    ar: 'هذا ليس ملف شخص.',
  },
  'refusal.erasure-on-hold': {
    kk: 'Іске заңды тыйым салынған: ештеңе жойылмайды.',
    ru: 'На дело наложен запрет: пока он стоит, ничего не уничтожается.',
    en: 'A legal hold stands on the file: nothing of it is destroyed.',
    ar: 'على الملف حجز قانوني: لا يُتلف منه شيء.',
  },
  'rule.erasure-on-hold': {
    kk: 'Тыйым тұрғанда деректер сақталады; алдымен оны алу керек.',
    ru: 'Пока запрет стоит, данные сохраняются; сначала его снимают.',
    en: 'While a hold stands the data are kept; it must be lifted first.',
    ar: 'ما دام الحجز قائمًا تُحفظ البيانات، ويجب رفعه أولًا.',
  },
  'refusal.erasure-flight-planned': {
    kk: 'Бала ұшу жоспарында тұр.',
    ru: 'Ребёнок стоит в плане вылета.',
    en: 'The child stands in the plan of a flight.',
    ar: 'الطفل مدرج في خطة رحلة.',
  },
  'rule.erasure-flight-planned': {
    kk: 'Жолдағы бала жоспардан жоғалмауы тиіс: қонғанша дерегі жойылмайды.',
    ru: 'Ребёнок в пути не должен исчезнуть из планов: до прибытия данные не уничтожаются.',
    en: 'A child on the way must not vanish from the plans of those who carry them: nothing is erased before arrival.',
    ar: 'يجب ألا يختفي طفل في الطريق من خطط من ينقلونه: لا محو قبل الوصول.',
  },
  'refusal.erasure-decision-open': {
    kk: 'Баланың рәсімдеуі мен мүддесі туралы шешім аяқталмаған.',
    ru: 'Оформление ребёнка и решение о его интересах не закончены.',
    en: 'The child’s clearance and best-interests decision are not finished.',
    ar: 'لم يكتمل تخليص الطفل ولا القرار بشأن مصلحته.',
  },
  'rule.erasure-decision-open': {
    kk: 'Шешілмеген іс жойылмайды: алдымен шешім қабылданады не іс тізімнен алынады.',
    ru: 'Нерешённое не уничтожается: сначала принимается решение или дело выводится из списков.',
    en: 'What is undecided is not erased: first the decision is made, or the file is set aside.',
    ar: 'لا يُمحى ما لم يُبتّ فيه: يُتخذ القرار أولًا أو يُنحّى الملف.',
  },
  'refusal.erasure-operation-goes-on': {
    kk: 'Баланың операциясы әлі жүріп жатыр.',
    ru: 'Операция, в которой участвует ребёнок, ещё идёт.',
    en: 'The operation the child belongs to still goes on.',
    ar: 'العملية التي ينتمي إليها الطفل ما زالت جارية.',
  },
  'rule.erasure-operation-goes-on': {
    kk: 'Рәсімделген баланың дерегі ұшу күніне дейін сақталады.',
    ru: 'Данные оформленного ребёнка хранятся до дня вылета.',
    en: 'The data of a child who is cleared are kept until the day of the flight.',
    ar: 'تُحفظ بيانات الطفل المُخلّص حتى يوم الرحلة.',
  },
  'refusal.erasure-kept-by-law': {
    kk: 'Заң бұл деректерді {until} күніне дейін сақтауды талап етеді.',
    ru: 'Закон требует хранить эти данные до {until}.',
    en: 'The law asks for these data to be kept until {until}.',
    ar: 'يطلب القانون حفظ هذه البيانات حتى {until}.',
  },
  'rule.erasure-kept-by-law': {
    kk: 'Мерзім сақтау кестесінде тұр; заңсыз сақталған дерекке мерзім жоқ.',
    ru: 'Срок указан в таблице хранения; для хранимого незаконно срока нет.',
    en: 'The period stands in the table of retention; what was kept unlawfully has none.',
    ar: 'المدة في جدول الحفظ، ولا مدة لما حُفظ خلافًا للقانون.',
  },
  'refusal.erasure-needs-second': {
    kk: 'Сұраған адам өзі растай алмайды.',
    ru: 'Кто просил, тот не подтверждает.',
    en: 'Whoever asked for it does not confirm it.',
    ar: 'من طلب المحو لا يؤكده بنفسه.',
  },
  'rule.erasure-needs-second': {
    kk: 'Жоюды екі адам шешеді: қайтару мүмкін емес.',
    ru: 'Уничтожение решают двое: вернуть ничего нельзя.',
    en: 'Erasing is decided by two people, because nothing brings it back.',
    ar: 'يقرر المحوَ شخصان لأنه لا رجعة فيه.',
  },
  'refusal.erasure-asked-already': {
    kk: 'Жою сұралған, екінші адамды күтіп тұр.',
    ru: 'Об этом уже попросили; ждём второго человека.',
    en: 'This was asked for already and waits for a second person.',
    ar: 'طُلب هذا من قبل وينتظر شخصًا ثانيًا.',
  },
  'refusal.no-erasure-asked': {
    kk: 'Бұл іс бойынша ондай сұрау жоқ.',
    ru: 'По этому делу такой просьбы нет.',
    en: 'Nothing of the kind was asked for this file.',
    ar: 'لم يُطلب شيء من هذا لهذا الملف.',
  },
  'refusal.nothing-to-erase': {
    kk: 'Істе ондай дерек жоқ.',
    ru: 'В деле нет таких данных.',
    en: 'There are no such data in the file.',
    ar: 'لا توجد بيانات كهذه في الملف.',
  },
  'refusal.class-not-apart': {
    kk: 'Бұл деректер адамның жалпы кілтімен жабылған: оларды бөлек жою мүмкін емес.',
    ru: 'Эти данные закрыты общим ключом человека: отдельно их не уничтожить.',
    en: 'These data are sealed with the person’s own key: they cannot be destroyed alone.',
    ar: 'هذه البيانات مختومة بمفتاح الشخص نفسه: لا يمكن إتلافها وحدها.',
  },
  'refusal.held-already': {
    kk: 'Мұндай тыйым бұрыннан бар.',
    ru: 'Такой запрет уже наложен.',
    en: 'This hold stands already.',
    ar: 'هذا الحجز قائم بالفعل.',
  },
  'refusal.no-such-hold': {
    kk: 'Мұндай тыйым жоқ.',
    ru: 'Такого запрета нет.',
    en: 'There is no such hold.',
    ar: 'لا يوجد حجز كهذا.',
  },
  'refusal.no-access-asked': {
    kk: 'Бұл адам туралы сұрау жазылмаған.',
    ru: 'Запрос об этом человеке не записан.',
    en: 'No question about this person was written down.',
    ar: 'لم يُسجَّل أي سؤال عن هذا الشخص.',
  },
  'refusal.access-needs-second': {
    kk: 'Сұрауды жазған адам өзі рұқсат бере алмайды.',
    ru: 'Кто записал запрос, тот не разрешает выдачу.',
    en: 'Whoever wrote the question down does not release the answer.',
    ar: 'من سجّل السؤال لا يأذن بالجواب.',
  },
  'refusal.access-not-released': {
    kk: 'Істе рұқсат берілмеген ДНҚ, денсаулық, психолог жазбасы не қамауда ұсталған жері туралы деректер бар: екінші адамның рұқсаты керек.',
    ru: 'В деле есть ДНК, сведения о здоровье, записи психолога или о месте заключения, которых второй человек ещё не разрешил выдать.',
    en: 'There is DNA, health data, a psychologist’s note or where somebody is held in the file that no second person has released yet.',
    ar: 'في الملف حمض نووي أو بيانات صحية أو ملاحظات طبيب نفسي أو مكان احتجاز لم يأذن بها شخص ثانٍ بعد.',
  },
  'refusal.nothing-erased': {
    kk: 'Бұл істе ештеңе жойылмаған.',
    ru: 'В этом деле ничего не уничтожено.',
    en: 'Nothing of this file was erased.',
    ar: 'لم يُمحَ شيء من هذا الملف.',
  },
} satisfies Messages
