import type { Messages } from '../design/languages/messages.ts'
import { words as accounts } from './accounts/words.ts'
import { words as assigning } from './assigning/words.ts'
import { words as custody } from './custody/words.ts'
import { words as emergency } from './emergency/words.ts'
import { words as merging } from './merging/words.ts'
import { words as openings } from './openings/words.ts'
import { words as proof } from './proof/words.ts'
import { words as protection } from './protection/words.ts'
import { words as training } from './training/words.ts'

/** What the house itself says: the words every station shares, its refusals, and what is wrong with a field. */
export const words = {
  ...accounts,
  ...assigning,
  ...openings,
  ...custody,
  ...emergency,
  ...training,
  ...merging,
  ...proof,
  ...protection,
  loading: { kk: 'Жүктелуде…', ru: 'Загружается…', en: 'Loading…', ar: 'جارٍ التحميل…' },
  again: { kk: 'Қайталап көру', ru: 'Попробовать снова', en: 'Try again', ar: 'حاول مجددًا' },

  'station.casefile': { kk: 'Балалар', ru: 'Дети', en: 'Children', ar: 'الأطفال' },
  'station.tracing': { kk: 'Іздеу', ru: 'Розыск', en: 'Trace', ar: 'البحث' },
  'station.evidence': { kk: 'Дәлелдеу', ru: 'Доказательство', en: 'Prove', ar: 'الإثبات' },
  'station.clearance': { kk: 'Рәсімдеу', ru: 'Оформление', en: 'Clear', ar: 'التخليص' },
  'station.evacuation': { kk: 'Ұшу', ru: 'Вылет', en: 'Fly', ar: 'الطيران' },
  'station.reintegration': { kk: 'Бейімдеу', ru: 'Возвращение к жизни', en: 'Rebuild', ar: 'إعادة البناء' },
  'station.accounts': { kk: 'Қызметкерлер', ru: 'Сотрудники', en: 'People here', ar: 'العاملون' },
  'station.emergency': { kk: 'Төтенше', ru: 'Экстренно', en: 'Emergency', ar: 'الطوارئ' },
  'station.protection': { kk: 'Қорғау', ru: 'Защита данных', en: 'Protect', ar: 'الحماية' },
  'station.publication': { kk: 'Жариялау', ru: 'Публикация', en: 'Publish', ar: 'النشر' },

  'profession.coordinator': { kk: 'Үйлестіруші', ru: 'Координатор', en: 'Coordinator', ar: 'منسّق' },
  'profession.consul': { kk: 'Консул', ru: 'Консул', en: 'Consul', ar: 'قنصل' },
  'profession.geneticist': { kk: 'Генетик', ru: 'Генетик', en: 'Geneticist', ar: 'خبير وراثة' },
  'profession.lawyer': { kk: 'Заңгер', ru: 'Юрист', en: 'Lawyer', ar: 'محامٍ' },
  'profession.lead': {
    kk: 'Операция жетекшісі',
    ru: 'Руководитель операции',
    en: 'Operation lead',
    ar: 'قائد العملية',
  },
  'profession.doctor': { kk: 'Дәрігер', ru: 'Врач', en: 'Doctor', ar: 'طبيب' },
  'profession.socialWorker': {
    kk: 'Әлеуметтік қызметкер',
    ru: 'Социальный работник',
    en: 'Social worker',
    ar: 'أخصائي اجتماعي',
  },
  'profession.editor': { kk: 'Редактор', ru: 'Редактор', en: 'Editor', ar: 'محرّر' },
  'profession.administrator': {
    kk: 'Әкімші',
    ru: 'Администратор',
    en: 'Administrator',
    ar: 'مسؤول النظام',
  },
  'profession.protectionOfficer': {
    kk: 'Деректерді қорғау офицері',
    ru: 'Сотрудник по защите данных',
    en: 'Data protection officer',
    ar: 'مسؤول حماية البيانات',
  },
  'profession.psychologist': { kk: 'Психолог', ru: 'Психолог', en: 'Psychologist', ar: 'أخصائي نفسي' },

  'sex.adult.male': { kk: 'ер адам', ru: 'мужчина', en: 'man', ar: 'رجل' },
  'sex.adult.female': { kk: 'әйел', ru: 'женщина', en: 'woman', ar: 'امرأة' },
  'sex.adult.unknown': {
    kk: 'жынысы белгісіз',
    ru: 'пол неизвестен',
    en: 'sex unknown',
    ar: 'الجنس غير معروف',
  },
  'sex.male': { kk: 'ұл', ru: 'мальчик', en: 'boy', ar: 'ذكر' },
  'sex.female': { kk: 'қыз', ru: 'девочка', en: 'girl', ar: 'أنثى' },
  'sex.unknown': { kk: 'жынысы белгісіз', ru: 'пол неизвестен', en: 'sex unknown', ar: 'الجنس غير معروف' },

  'refusal.sign-in-first': {
    kk: 'Бұл үшін алдымен кіру керек.',
    ru: 'Для этого сначала нужно войти.',
    en: 'You need to sign in first.',
    ar: 'يجب تسجيل الدخول أولًا.',
  },
  'refusal.not-allowed': {
    kk: 'Сіздің кәсібіңізге бұл әрекет берілмеген.',
    ru: 'Вашей профессии это действие не поручено.',
    en: 'Your profession does not do this here.',
    ar: 'هذا الإجراء ليس من مهام مهنتك هنا.',
  },
  'rule.not-allowed': {
    kk: 'Қолжетімділік кестесі: берілмегеннің бәрі жабық.',
    ru: 'Таблица доступа: что не разрешено, то закрыто.',
    en: 'The table of access: what is not granted is closed.',
    ar: 'جدول الصلاحيات: ما لم يُمنح فهو مغلق.',
  },
  'refusal.file-not-found': {
    kk: 'Мұндай іс жоқ немесе ол сізге тапсырылмаған.',
    ru: 'Такого дела нет, или оно вам не поручено.',
    en: 'There is no such file, or it is not assigned to you.',
    ar: 'لا يوجد ملف كهذا، أو أنه غير مُسند إليك.',
  },
  'refusal.paper-not-found': {
    kk: 'Мұндай құжат жоқ немесе ол сізге ашық емес.',
    ru: 'Такого документа нет, или он вам не открыт.',
    en: 'There is no such paper, or it is not open to you.',
    ar: 'لا توجد وثيقة كهذه، أو أنها غير متاحة لك.',
  },
  'refusal.file-changed': {
    kk: 'Сіз қарап отырғанда бұл істі біреу өзгертті. Қайта ашып, жаңасын көріңіз; ештеңе жоғалған жоқ.',
    ru: 'Пока вы смотрели, дело изменил кто-то другой. Откройте его снова и посмотрите новое; ничего не потеряно.',
    en: 'Somebody changed this file while you were looking at it. Open it again to see what is new; nothing is lost.',
    ar: 'غيّر شخص آخر هذا الملف أثناء اطلاعك عليه. افتحه مجددًا لترى الجديد؛ لم يضع شيء.',
  },
  'rule.file-changed': {
    kk: 'Ескі көрініске қарап шешім қабылданбайды.',
    ru: 'По устаревшему виду решения не принимают.',
    en: 'Nobody decides over a state they have not seen.',
    ar: 'لا يُتخذ قرار بناءً على حالة لم تُرَ.',
  },
  'refusal.key-used-otherwise': {
    kk: 'Бұл сұрау кілті басқа әрекетке қолданылған.',
    ru: 'Ключ этого запроса уже использован для другого действия.',
    en: 'The key of this request was used for another action.',
    ar: 'استُخدم مفتاح هذا الطلب لإجراء آخر.',
  },
  'refusal.wrong-scope': {
    kk: 'Тапсырма түрі бұл іске сәйкес емес.',
    ru: 'Вид поручения не подходит к этому делу.',
    en: 'This kind of assignment does not fit this file.',
    ar: 'نوع الإسناد لا يناسب هذا الملف.',
  },
  'refusal.link-used': {
    kk: 'Бұл кіру сілтемесі бір рет қолданылған немесе оның орнына жаңасы берілген. Жаңасын сұраңыз.',
    ru: 'Эта ссылка для входа уже использована или заменена новой. Попросите новую.',
    en: 'This sign-in link was used already or replaced by a newer one. Ask for a new one.',
    ar: 'استُخدم رابط الدخول هذا من قبل أو حلّ محله رابط أحدث. اطلب رابطًا جديدًا.',
  },
  'rule.link-used': {
    kk: 'Кіру сілтемесі бір-ақ рет жарамды.',
    ru: 'Ссылка для входа действует один раз.',
    en: 'A sign-in link works once.',
    ar: 'رابط الدخول يعمل مرة واحدة.',
  },
  'refusal.link-expired': {
    kk: 'Кіру сілтемесінің мерзімі өтті. Жаңасын сұраңыз.',
    ru: 'Срок ссылки для входа истёк. Попросите новую.',
    en: 'This sign-in link has expired. Ask for a new one.',
    ar: 'انتهت صلاحية رابط الدخول. اطلب رابطًا جديدًا.',
  },
  'refusal.link-unknown': {
    kk: 'Бұл кіру сілтемесі танылмады. Оны толық көшіргеніңізді тексеріңіз.',
    ru: 'Эта ссылка для входа не распознана. Проверьте, что она скопирована целиком.',
    en: 'This sign-in link is not known. Check that it was copied whole.',
    ar: 'رابط الدخول هذا غير معروف. تحقّق من نسخه كاملًا.',
  },
  'refusal.too-many-requests': {
    kk: 'Қысқа уақытта тым көп сұрау келді. Бірнеше минуттан кейін қайталаңыз; жазғаныңыз осында қалады.',
    ru: 'Слишком много запросов за короткое время. Повторите через несколько минут; написанное останется здесь.',
    en: 'Too many requests in a short time. Try again in a few minutes; what you wrote stays here.',
    ar: 'طلبات كثيرة في وقت قصير. حاول بعد بضع دقائق؛ ما كتبته يبقى هنا.',
  },
  'refusal.too-slow': {
    kk: 'Сұрау уақытында толық жетпеді. Желіні тексеріп, қайталаңыз.',
    ru: 'Запрос не дошёл целиком вовремя. Проверьте связь и повторите.',
    en: 'The request did not arrive whole in time. Check the connection and try again.',
    ar: 'لم يصل الطلب كاملًا في الوقت المحدد. تحقّق من الاتصال وحاول مرة أخرى.',
  },
  'refusal.file-too-large': {
    kk: 'Файл тым үлкен: ең көбі {most} МБ. Оны бөліп жіберіңіз.',
    ru: 'Файл слишком большой: не более {most} МБ. Отправьте его по частям.',
    en: 'The file is too large: {most} MB at most. Send it in parts.',
    ar: 'الملف كبير جدًا: {most} ميغابايت كحد أقصى. أرسله على أجزاء.',
  },
  'refusal.no-such-operation': {
    kk: 'Мұндай әрекет жоқ.',
    ru: 'Такого действия нет.',
    en: 'There is no such operation.',
    ar: 'لا يوجد إجراء كهذا.',
  },
  'refusal.child-cannot-consent': {
    kk: 'Бала өзі үшін келісім бере алмайды: анасы не қамқоршысы береді, баланың пікірі бөлек жазылады.',
    ru: 'Ребёнок не даёт согласие сам за себя: его даёт мать или опекун, мнение ребёнка записывается отдельно.',
    en: 'A child does not consent for itself: the mother or the guardian does, and the child’s view is recorded apart.',
    ar: 'لا يوافق الطفل عن نفسه: توافق الأم أو الوصي، ويُسجّل رأي الطفل على حدة.',
  },
  'refusal.nothing-to-withdraw': {
    kk: 'Бұл мақсатқа қолданыстағы келісім жоқ.',
    ru: 'Для этой цели нет действующего согласия.',
    en: 'No consent stands for this purpose.',
    ar: 'لا توجد موافقة سارية لهذا الغرض.',
  },
  'refusal.no-consent-dna': {
    kk: 'Бұл адамның ДНҚ-ға келісімі жоқ немесе қайтарып алынған.',
    ru: 'Согласия этого человека на ДНК нет, или оно отозвано.',
    en: 'This person has not consented to DNA, or has withdrawn it.',
    ar: 'لم يوافق هذا الشخص على فحص الحمض النووي أو سحب موافقته.',
  },
  'rule.no-consent-dna': {
    kk: 'ДНҚ тек осы мақсатқа берілген келісіммен қолданылады.',
    ru: 'ДНК используется только с согласия, данного для этой цели.',
    en: 'DNA is used only with a consent given for this purpose.',
    ar: 'لا يُستخدم الحمض النووي إلا بموافقة معطاة لهذا الغرض.',
  },
  'invalid.day-in-future': {
    kk: 'Бұл күн әлі келген жоқ.',
    ru: 'Этот день ещё не наступил.',
    en: 'That day has not come yet.',
    ar: 'لم يأتِ هذا اليوم بعد.',
  },
  'refusal.not-a-child': {
    kk: 'Бұл баланың ісі емес.',
    ru: 'Это не дело ребёнка.',
    en: 'This is not the file of a child.',
    ar: 'هذا ليس ملف طفل.',
  },

  'no.invalid': {
    kk: 'Жазылғанның бір бөлігі түсініксіз. Белгіленген жолдарды түзетіңіз; қалғаны сақталып тұр.',
    ru: 'Часть написанного не удалось прочесть. Исправьте отмеченные поля; остальное сохранено.',
    en: 'Some of this could not be read. Mend the marked fields; the rest is kept.',
    ar: 'تعذّرت قراءة بعض ما كُتب. صحّح الحقول المعلّمة؛ والباقي محفوظ.',
  },
  'no.fault': {
    kk: 'Біздің жақта қате болды ({id}). Ештеңе жазылған жоқ; қайталап көріңіз.',
    ru: 'Ошибка на нашей стороне ({id}). Ничего не записано; попробуйте ещё раз.',
    en: 'Something failed on our side ({id}). Nothing was written; please try again.',
    ar: 'حدث خلل من جانبنا ({id}). لم يُكتب شيء؛ حاول مرة أخرى.',
  },
  'no.disk-full': {
    kk: 'Сервердің дискісі толды. Ештеңе жазылған жоқ; жүйені жүргізушіге хабарлаңыз.',
    ru: 'Диск сервера заполнен. Ничего не записано; сообщите тому, кто ведёт систему.',
    en: "The server's disk is full. Nothing was written; tell the person who runs it.",
    ar: 'قرص الخادم ممتلئ. لم يُكتب شيء؛ أبلغ من يدير النظام.',
  },
  'no.closing': {
    kk: 'Сервер жабылып жатыр. Ештеңе жазылған жоқ; біраздан соң қайталаңыз.',
    ru: 'Сервер закрывается. Ничего не записано; повторите немного позже.',
    en: 'The server is closing. Nothing was written; try again in a moment.',
    ar: 'الخادم في طور الإغلاق. لم يُكتب شيء؛ حاول بعد لحظات.',
  },
  'no.database-away': {
    kk: 'Дерекқор жауап бермейді. Ештеңе жазылған жоқ; біраздан соң қайталаңыз.',
    ru: 'База данных не отвечает. Ничего не записано; повторите немного позже.',
    en: 'The database does not answer. Nothing was written; try again in a moment.',
    ar: 'قاعدة البيانات لا تستجيب. لم يُكتب شيء؛ حاول بعد لحظات.',
  },
  'no.unreachable': {
    kk: 'Сервермен байланыс жоқ. Жазғаныңыз осында қалады; байланыс түзелгенде қайталаңыз.',
    ru: 'Нет связи с сервером. Написанное останется здесь; повторите, когда связь появится.',
    en: 'The server cannot be reached. What you wrote stays here; try again when there is a connection.',
    ar: 'لا يمكن الوصول إلى الخادم. ما كتبته يبقى هنا؛ حاول عند عودة الاتصال.',
  },

  'invalid.missing': {
    kk: 'Толтырылмаған.',
    ru: 'Не заполнено.',
    en: 'This is missing.',
    ar: 'هذا الحقل ناقص.',
  },
  'invalid.invalid-type': {
    kk: 'Бұл жерге басқа мән керек.',
    ru: 'Здесь нужно другое значение.',
    en: 'Another kind of value is needed here.',
    ar: 'مطلوب هنا نوع آخر من القيم.',
  },
  'invalid.too-small': {
    kk: 'Тым қысқа немесе тым аз.',
    ru: 'Слишком коротко или слишком мало.',
    en: 'Too short or too small.',
    ar: 'قصير جدًا أو صغير جدًا.',
  },
  'invalid.too-big': {
    kk: 'Тым ұзын немесе тым көп.',
    ru: 'Слишком длинно или слишком много.',
    en: 'Too long or too large.',
    ar: 'طويل جدًا أو كبير جدًا.',
  },
  'invalid.invalid-format': {
    kk: 'Пішімі дұрыс емес.',
    ru: 'Неверный формат.',
    en: 'Not in the expected form.',
    ar: 'الصيغة غير صحيحة.',
  },
  'invalid.invalid-value': {
    kk: 'Бұл таңдау тізімде жоқ.',
    ru: 'Такого варианта нет.',
    en: 'Not one of the choices.',
    ar: 'ليس من الخيارات المتاحة.',
  },
  'invalid.invalid-union': {
    kk: 'Бұл жерге басқа мән керек.',
    ru: 'Здесь подходит другое значение.',
    en: 'None of the possible forms fits.',
    ar: 'لا تناسب أيًّا من الصيغ الممكنة.',
  },
  'invalid.unrecognized-keys': {
    kk: 'Белгісіз өріс.',
    ru: 'Неизвестное поле.',
    en: 'An unknown field.',
    ar: 'حقل غير معروف.',
  },
  'invalid.not-json': {
    kk: 'Сұрау оқылмады (JSON емес).',
    ru: 'Запрос не прочитан (это не JSON).',
    en: 'The request could not be read (not JSON).',
    ar: 'تعذّرت قراءة الطلب (ليس JSON).',
  },
  'invalid.name-missing': {
    kk: 'Есімі кемінде бір тілде жазылуы керек.',
    ru: 'Имя нужно написать хотя бы на одном языке.',
    en: 'Write the name in at least one language.',
    ar: 'اكتب الاسم بلغة واحدة على الأقل.',
  },
  'invalid.not-a-date': {
    kk: 'Бұл күн емес. 2019-11-27 түрінде жазыңыз.',
    ru: 'Это не дата. Напишите, например, 2019-11-27.',
    en: 'Not a date. Write it like 2019-11-27.',
    ar: 'هذا ليس تاريخًا. اكتبه هكذا: 2019-11-27.',
  },
  'invalid.not-a-region': {
    kk: 'Бұл өңірдің коды емес: KZ-23 сияқты жазылады.',
    ru: 'Это не код области: он пишется как KZ-23.',
    en: 'Not the code of a region: it is written like KZ-23.',
    ar: 'هذا ليس رمز إقليم: يُكتب مثل KZ-23.',
  },
  'invalid.not-a-time': {
    kk: 'Бұл уақыт емес.',
    ru: 'Это не время.',
    en: 'Not a time.',
    ar: 'هذا ليس وقتًا.',
  },
  'invalid.birth-in-future': {
    kk: 'Туған күні болашақта.',
    ru: 'Дата рождения в будущем.',
    en: 'The birth lies in the future.',
    ar: 'تاريخ الميلاد في المستقبل.',
  },
  'invalid.not-a-child': {
    kk: 'Жасы 18-ден асады: бұл бала емес.',
    ru: 'Возраст больше 18 лет: это не ребёнок.',
    en: 'Older than 18: not a child.',
    ar: 'العمر أكثر من 18: ليس طفلًا.',
  },
  'invalid.too-old': {
    kk: 'Мұндай жаста адам болмайды: жылын тексеріңіз.',
    ru: 'Такого возраста не бывает: проверьте год.',
    en: 'Nobody is that old: check the year.',
    ar: 'لا يوجد أحد بهذا العمر: تحقّق من السنة.',
  },
  'invalid.years-reversed': {
    kk: 'Бірінші жыл екіншісінен кейін.',
    ru: 'Первый год позже второго.',
    en: 'The first year is after the second.',
    ar: 'السنة الأولى بعد الثانية.',
  },
  'invalid.custom': {
    kk: 'Мұны түзету керек.',
    ru: 'Это нужно исправить.',
    en: 'This needs mending.',
    ar: 'هذا يحتاج إلى تصحيح.',
  },

  'event.casefile.setAside': {
    kk: 'Тізімдерден алынды',
    ru: 'Убрано из списков',
    en: 'Taken out of the lists',
    ar: 'أُخرج من القوائم',
  },
  'event.casefile.takenBack': {
    kk: 'Тізімдерге қайтарылды',
    ru: 'Возвращено в списки',
    en: 'Put back into the lists',
    ar: 'أُعيد إلى القوائم',
  },
} satisfies Messages
