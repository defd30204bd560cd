/**
 * One name in forms that no letter-by-letter rule joins: what Kazakh, Kyrgyz, Uzbek and Turkish made of Arabic
 * and biblical names. Each row: forms of one name, parts apart by spaces.
 */
export type VariantRow = readonly string[]

/**
 * Kazakh sounds in Arabic names: final d, b become t, p; initial y becomes zh; j, dh become sh, z; f becomes p;
 * ayn becomes gh. Rows from general knowledge, not checked one by one; the dictionary to check them against is
 * Жанұзақов, Есбаева, "Қазақ есімдері" (1988).
 */
const turkic: readonly VariantRow[] = [
  ['Ахмет', 'Ахмед', 'Ахмад', 'أحمد', 'Ahmet', 'Ahmed', 'Ahmad', 'Amet'],
  ['Мұрат', 'Мурад', 'مراد', 'Murat', 'Murad'],
  ['Махмұт', 'Махмуд', 'محمود', 'Mahmut', 'Mahmud', 'Mahmoud'],
  ['Мұхаммед', 'Мұхамбет', 'Магомед', 'Махмет', 'محمد', 'Muhammad', 'Mehmet', 'Mukhambet', 'Magomed'],
  ['Самат', 'Самад', 'صمد', 'Samat', 'Samad'],
  ['Хамит', 'Хамид', 'حميد', 'Hamit', 'Hamid'],
  ['Рашит', 'Рашид', 'رشيد', 'Rashid', 'Rasit'],
  ['Сейіт', 'Сеит', 'Саид', 'سعيد', 'Seit', 'Said', 'Saeed'],
  ['Сайд', 'Сейіт', 'Сеид', 'سيد', 'Sayyid', 'Seyit'],
  ['Дәуіт', 'Дауд', 'Давид', 'داود', 'داوود', 'Daut', 'Dawud', 'Davut', 'David'],
  ['Жүсіп', 'Юсуп', 'Юсуф', 'Иосиф', 'يوسف', 'Zhusip', 'Jusip', 'Yusuf', 'Yusup', 'Joseph'],
  ['Жүніс', 'Юнус', 'يونس', 'Zhunis', 'Junis', 'Yunus', 'Younis'],
  ['Жақып', 'Якуп', 'Якуб', 'يعقوب', 'Zhakyp', 'Jaqyp', 'Yakub', 'Yaqoub', 'Jacob'],
  ['Жақия', 'Яхья', 'يحيى', 'Zhakiya', 'Yahya'],
  ['Ысқақ', 'Исхак', 'Искак', 'Исаак', 'إسحاق', 'اسحق', 'Yskak', 'Ishaq', 'Iskhak', 'Isaac'],
  ['Ысмайыл', 'Исмаил', 'Смаил', 'إسماعيل', 'Ismail', 'Ysmaiyl'],
  ['Ибраһим', 'Ибрагим', 'Ыбырай', 'Ибрай', 'إبراهيم', 'Ibrahim', 'Ybyrai', 'Ibray', 'Abraham'],
  ['Ғали', 'Али', 'Әли', 'Гали', 'علي', 'Ali', 'Gali'],
  ['Ғұмар', 'Омар', 'Умар', 'Гумар', 'عمر', 'Omar', 'Umar', 'Omer'],
  ['Оспан', 'Осман', 'Усман', 'Ғұсман', 'عثمان', 'Ospan', 'Osman', 'Uthman', 'Othman', 'Usman'],
  ['Айша', 'Ғайша', 'Айшат', 'Гайша', 'عائشة', 'عايشة', 'Aisha', 'Ayshe', 'Ayşe', 'Aicha'],
  ['Хадиша', 'Қадиша', 'Хадиджа', 'Хадича', 'خديجة', 'Khadija', 'Hatice', 'Kadisha'],
  ['Фатима', 'Бәтима', 'Патима', 'Батима', 'Фатма', 'فاطمة', 'Fatima', 'Fatma', 'Batima'],
  ['Зейнеп', 'Зайнаб', 'Зейнаб', 'زينب', 'Zeynep', 'Zainab', 'Zeinep'],
  ['Мәриям', 'Мариям', 'Марьям', 'Мария', 'مريم', 'Mariam', 'Maryam', 'Meryem', 'Maria'],
  ['Рақия', 'Рукия', 'رقية', 'Rakiya', 'Ruqayya', 'Rukiye'],
  ['Сүлеймен', 'Сулейман', 'Соломон', 'سليمان', 'Suleimen', 'Sulaiman', 'Süleyman'],
  ['Рамазан', 'Рамадан', 'رمضان', 'Ramazan', 'Ramadan', 'Ramadhan'],
  ['Разия', 'Радия', 'راضية', 'Raziya', 'Radiya'],
  ['Қабдолла', 'Ғабдолла', 'Абдулла', 'Абдуллах', 'عبدالله', 'عبد الله', 'Abdullah', 'Gabdolla', 'Kabdolla'],
  [
    'Әбдірахман',
    'Ғабдырахман',
    'Абдрахман',
    'Абдурахман',
    'عبدالرحمن',
    'عبد الرحمن',
    'Abdrakhman',
    'Abdurrahman',
  ],
  ['Ғабит', 'Габит', 'Абид', 'عابد', 'Gabit', 'Abid'],
  ['Ғазиз', 'Газиз', 'Азиз', 'Әзиз', 'عزيز', 'Aziz', 'Gaziz'],
  ['Ғалым', 'Галым', 'Алим', 'عليم', 'عالم', 'Galym', 'Alim'],
  ['Кәрім', 'Карим', 'Керим', 'كريم', 'Karim', 'Kerim'],
  ['Мұстафа', 'Мыстафа', 'Мустафа', 'مصطفى', 'Mustafa', 'Moustafa'],
  ['Сәпия', 'Сафия', 'صفية', 'Sapiya', 'Safiya'],
  ['Сапар', 'Сафар', 'صفر', 'Sapar', 'Safar'],
  ['Шәріп', 'Шариф', 'Шарип', 'شريف', 'Sharip', 'Sharif', 'Şerif'],
  ['Латып', 'Латиф', 'لطيف', 'Latyp', 'Latif'],
  ['Айдар', 'Хайдар', 'حيدر', 'Haidar', 'Aidar'],
  ['Жамал', 'Джамал', 'جمال', 'Zhamal', 'Jamal', 'Cemal', 'Gamal'],
  ['Жәмила', 'Джамиля', 'Жамиля', 'جميلة', 'Zhamila', 'Jamila', 'Cemile'],
  ['Зухра', 'Зүһра', 'Захра', 'زهراء', 'زهرة', 'Zukhra', 'Zahra', 'Zehra'],
]

export const VARIANTS: readonly VariantRow[] = turkic
