import type { VariantRow } from './variants.ts'

/**
 * Short, fond and respectful forms that no ending explains, and spellings of the full name that go with them. The
 * full name comes first: its forms in other languages (`variants.ts`) are reached through it. From general knowledge, not counted.
 */

/** To check against: Жанұзақов, Есбаева, "Қазақ есімдері" (1988). */
const kazakh: readonly VariantRow[] = [
  ['Айгерім', 'Айгера', 'Айгерка', 'Айкош', 'Aigera'],
  ['Айгүл', 'Айгуля', 'Айгөш', 'Aigulya'],
  ['Алмагүл', 'Алма', 'Алмаш', 'Алмуша'],
  ['Асхат', 'Асеке', 'Асқатай', 'Аскатик'],
  ['Бақыт', 'Бақа', 'Бақош', 'Бахыт', 'Baka', 'Bakosh'],
  ['Бақытгүл', 'Бақа', 'Бақыш', 'Бакуля'],
  ['Болат', 'Бөке', 'Болаш', 'Boke'],
  ['Гүлнар', 'Гүлнара', 'Гуля', 'Гүлнаш', 'Gulya'],
  ['Гүлмира', 'Гуля', 'Мира', 'Gulya'],
  ['Данияр', 'Даник', 'Дәке', 'Danik'],
  ['Дәурен', 'Дәке', 'Дәуке', 'Даурик'],
  ['Динара', 'Дина', 'Динош', 'Динуля', 'Dina'],
  ['Ержан', 'Ереке', 'Ержик', 'Ereke'],
  ['Ермек', 'Ереке', 'Ермеша'],
  ['Ерлан', 'Ереке', 'Ерош', 'Ерик'],
  ['Жанар', 'Жанара', 'Жаныл', 'Жанош'],
  ['Жандос', 'Жанеке', 'Жандосик'],
  ['Қайрат', 'Қаке', 'Қайреке', 'Кайратик'],
  ['Қарлығаш', 'Қарлыш', 'Karlysh'],
  ['Марат', 'Мәке', 'Мареке', 'Маратик', 'Mareke'],
  ['Мұрат', 'Мұқа', 'Мұқаш', 'Мұреке', 'Muka'],
  ['Мұхтар', 'Мұқа', 'Мұха'],
  ['Мәдина', 'Мадина', 'Мадинка', 'Мәдиш', 'Madina'],
  ['Назерке', 'Назик', 'Назка', 'Nazik'],
  ['Назым', 'Назка', 'Назымка'],
  ['Нұрлан', 'Нұреке', 'Нурик', 'Нурлаша', 'Nureke', 'Nurik'],
  ['Нұрсұлтан', 'Нұрсұл', 'Нуреке', 'Нурик'],
  ['Рауан', 'Рауаша', 'Раушик'],
  ['Самал', 'Самалка', 'Самоша'],
  ['Сәуле', 'Сауля', 'Сәуке', 'Saulya'],
  ['Серік', 'Секе', 'Сереке', 'Серикбол', 'Seke'],
  ['Тимур', 'Тимка', 'Тима', 'Тимоша', 'Tima'],
  ['Ұлжан', 'Ұлжаш', 'Уля', 'Ulya'],
  ['Әсел', 'Асель', 'Аселя', 'Әсеш', 'Aselya'],
  ['Әлия', 'Алия', 'Аля', 'Әлиш', 'Alya'],
]

/** To check against: Begmatov, "Oʻzbek ismlari" (1998); Гафуров, "Имя и история" (1987). */
const uzbekAndTajik: readonly VariantRow[] = [
  ['Gulnora', 'Гулнора', 'Guli', 'Гули', 'Gulya'],
  ['Dilnoza', 'Дилноза', 'Dili', 'Дили'],
  ['Zulfiya', 'Зулфия', 'Zulya', 'Зуля'],
  ['Nodira', 'Нодира', 'Nodi', 'Ноди'],
  ['Фатима', 'Fotima', 'Фотима', 'Fotish', 'Фотиш'],
  ['Абдулла', 'Abdulla', 'Abdush', 'Абдуш'],
  ['Muhammad', 'Муҳаммад', 'Mamat', 'Мамат', 'Madi', 'Мади'],
  ['Otabek', 'Отабек', 'Оташ'],
  ['Фирӯза', 'Фируза', 'Фири', 'Firuza'],
  ['Меҳринисо', 'Мехриниссо', 'Меҳри', 'Мехри', 'Mehri'],
  ['Зебунисо', 'Зебуниссо', 'Зебо', 'Zebo'],
]

/**
 * Iraqi and Syrian fond forms (mostly C1 a C2 C2 u C3, with -i or -a). To check against: Schimmel, "Islamic Names"
 * (1989), on hypocoristics.
 */
const arabic: readonly VariantRow[] = [
  [
    'عبد الرحمن',
    'عبدالرحمن',
    'عبود',
    'عبودي',
    'رحومي',
    'Abd al-Rahman',
    'Abdulrahman',
    'Abboud',
    'Aboudi',
    'Аббуд',
  ],
  ['عبد الله', 'عبدالله', 'عبود', 'عبودي', 'Abdullah', 'Abboud', 'Aboudi', 'Аббуд'],
  ['عبد العزيز', 'عبدالعزيز', 'عزوز', 'Abd al-Aziz', 'Abdulaziz', 'Azzouz', 'Аззуз'],
  ['عبد القادر', 'عبدالقادر', 'قدور', 'Abdulqadir', 'Abdelkader', 'Qaddour', 'Kaddour', 'Каддур'],
  ['فاطمة', 'فطوم', 'فطومة', 'فطيم', 'Fatima', 'Fattoum', 'Fattouma', 'Фаттума', 'Фатима'],
  [
    'محمد',
    'حمودي',
    'حمود',
    'حمادة',
    'حمودة',
    'Muhammad',
    'Mohammed',
    'Hamoudi',
    'Hammoud',
    'Hamada',
    'Хамуди',
  ],
  ['أحمد', 'حمودي', 'حمادة', 'حميدو', 'Ahmad', 'Hamoudi', 'Hamada', 'Хамуди'],
  ['علي', 'علاوي', 'علوش', 'Ali', 'Allawi', 'Alloush', 'Аллауи', 'Аллуш'],
  ['حسن', 'حسون', 'حسوني', 'Hasan', 'Hassoun', 'Hassouni', 'Хассун'],
  ['حسين', 'حسوني', 'حسونة', 'Husayn', 'Hussein', 'Hassouni', 'Хассуни'],
  ['خديجة', 'خدوج', 'خدوجة', 'Khadija', 'Khaddouj', 'Khadouja', 'Хаддудж'],
  ['عائشة', 'عيوش', 'عيوشة', 'عويش', 'Aisha', 'Ayyoush', 'Ayousha', 'Айюша'],
  ['زينب', 'زنوبة', 'زنوب', 'Zaynab', 'Zeinab', 'Zannouba', 'Zanouba', 'Заннуба'],
  ['مريم', 'مريومة', 'مروم', 'مروشة', 'Maryam', 'Mariam', 'Maryouma', 'Marroum', 'Марьюма'],
  ['إبراهيم', 'برهوم', 'برهومي', 'Ibrahim', 'Barhoum', 'Бархум'],
  ['مصطفى', 'صطوف', 'صطيف', 'Mustafa', 'Sattouf', 'Саттуф'],
  ['خالد', 'خلودي', 'خلود', 'خويلد', 'Khalid', 'Khalloud', 'Халлуди'],
  ['سليمان', 'سلوم', 'سلومي', 'Sulayman', 'Salloum', 'Саллум'],
  ['كريم', 'كرومي', 'كروم', 'Karim', 'Karroum', 'Каррум'],
  ['عمر', 'عموري', 'عمورة', 'Omar', 'Ammouri', 'Аммури'],
  ['يوسف', 'يوسفي', 'جوجو', 'Yusuf', 'Youssoufi'],
  ['سارة', 'سرورة', 'سوسو', 'Sara', 'Sarroura'],
]

/** To check against: Aydil Erol, "Adlarımız" (1992). */
const turkish: readonly VariantRow[] = [
  ['Mehmet', 'Memo', 'Memiş', 'Memet', 'محمد', 'Мехмет', 'Мемо'],
  ['Mustafa', 'Mıstık', 'Musti', 'Mıstafa'],
  ['Ibrahim', 'İbo', 'İbiş', 'Ibo', 'Ибо'],
  ['Süleyman', 'Sülo', 'Sülü', 'Сюло'],
  ['Fatma', 'Fatoş', 'Fadik', 'Фатош'],
  ['Hatice', 'Hatçe', 'Haço', 'Хатче'],
  ['Ayşe', 'Ayşo', 'Eşe', 'Айшо'],
  ['Emine', 'Emoş', 'Emiş', 'Эмош'],
  ['Zeynep', 'Zeyno', 'Zeyniş', 'Зейно'],
  ['Hasan', 'Haso', 'Хасо'],
  ['Hüseyin', 'Hüso', 'Hüsü', 'Хусо'],
  ['Ramazan', 'Ramo', 'Рамо'],
  ['Abdullah', 'Apo', 'Abdo', 'Апо'],
]

/** To check against: Петровский, "Словарь русских личных имён" (1966). */
const russian: readonly VariantRow[] = [
  ['Александр', 'Саша', 'Alexander', 'Sasha'],
  ['Александра', 'Саша', 'Alexandra', 'Sasha'],
  ['Алексей', 'Алёша', 'Лёша', 'Alexey'],
  ['Анастасия', 'Настя', 'Anastasia', 'Nastya'],
  ['Анна', 'Аня', 'Anna', 'Anya'],
  ['Дмитрий', 'Дима', 'Митя', 'Dmitry', 'Dima'],
  ['Екатерина', 'Катя', 'Ekaterina', 'Katya'],
  ['Елена', 'Лена', 'Elena', 'Lena'],
  ['Евгений', 'Женя', 'Evgeny'],
  ['Евгения', 'Женя', 'Evgenia'],
  ['Иван', 'Ваня', 'Ivan', 'Vanya'],
  ['Мария', 'Маша', 'Maria', 'Masha'],
  ['Михаил', 'Миша', 'Mikhail', 'Misha'],
  ['Наталья', 'Наташа', 'Natalia', 'Natasha'],
  ['Ольга', 'Оля', 'Olga', 'Olya'],
  ['Светлана', 'Света', 'Svetlana', 'Sveta'],
  ['Татьяна', 'Таня', 'Tatiana', 'Tanya'],
  ['Юлия', 'Юля', 'Yulia', 'Yulya'],
]

export const SHORT_FORMS: readonly VariantRow[] = [
  ...russian,
  ...kazakh,
  ...uzbekAndTajik,
  ...arabic,
  ...turkish,
]
