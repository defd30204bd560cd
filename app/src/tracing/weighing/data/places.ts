/**
 * Places children of these operations come from, were seen in or are asked for at: country, governorate or oblast,
 * city or camp, place in a city; a line further in lies in the line above it. Spellings in English, Kazakh or
 * Russian, and Arabic, with what local papers use. `*` is the city its region is named after. General knowledge,
 * not taken from a gazetteer: spellings and borders are to be checked before they are used for anything but to
 * see that two texts may mean one place.
 */
export const places = `
Iraq; Ирак; العراق; Irak; جمهورية العراق
  Baghdad; Бағдат; Багдад; بغداد; Bagdad
    *
      Rusafa; Русафа; Рұсафа; الرصافة; Rasafa; Rassafa; Al-Rusafa
      Karkh; Карх; الكرخ; Al-Karkh
      Sadr City; Садр-Сити; Мадинат ас-Садр; مدينة الصدر
      Kadhimiya; Казимия; Кадимия; الكاظمية; Kazimiya
      Matar; Аэропорт Багдад; سجن المطار; Camp Cropper; Кэмп-Кроппер
    Abu Ghraib; Абу-Грейб; Абу Ғрейб; أبو غريب; Abu Ghurayb
    Taji; Таджи; التاجي; Al-Taji
    Mahmudiya; Махмудия; المحمودية
  Nineveh; Ниневия; Найнава; نينوى; Ninawa; Ninewa
    Mosul; Мосул; Мосұл; الموصل; Al-Mawsil; Musul
    Tal Afar; Талль-Афар; Тель-Афар; Телль-Афар; تلعفر; Telafer; Tall Afar
    Sinjar; Синджар; Шингал; سنجار; Shingal; Шенгал
    Tal Kayf; Тель-Кейф; Телькейф; تلكيف; Telkeif; Tel Keppe
    Hamam al-Alil; Хаммам-эль-Алиль; Хамам аль-Алиль; حمام العليل; Hammam al-Alil
    Qayyarah; Кайяра; Эль-Кайяра; القيارة; Qayara
    Jadaa; Джадаа; Джада-5; الجدعة; Jeddah 5; Jadah; مخيم الجدعة
    Hatra; Хатра; الحضر
    Khazir; Хазир; الخازر; Khazer
    Salamiyah Camp; Саламия; السلامية
    Badush; Бадуш; بادوش
  Erbil; Эрбиль; Ербіл; أربيل; Hewler; Irbil; Arbil; Хаулер
    *
    Makhmur; Махмур; مخمور; Makhmour
    Soran; Соран; سوران
  Duhok; Дахук; Духок; دهوك; Dohuk; Dahuk
    *
    Zakho; Заху; Захо; زاخو
    Amadiya; Амадия; العمادية
  Sulaymaniyah; Сулеймания; Сүлеймания; السليمانية; Slemani; Sulaimaniya
    *
    Kalar; Калар; كلار
  Halabja; Халабджа; حلبجة
    *
  Kirkuk; Киркук; كركوك; Karkuk; Таамим
    *
    Hawija; Хавиджа; الحويجة; Hawijah
  Saladin; Салах-эд-Дин; Салахаддин; صلاح الدين; Salah al-Din; Salahuddin
    Tikrit; Тикрит; تكريت
    Samarra; Самарра; سامراء
    Baiji; Байджи; بيجي; Bayji; Бейджи
    Shirqat; Ширкат; Эш-Шаркат; الشرقاط; Sharqat
    Balad; Балад; بلد
    Tuz Khurmatu; Туз-Хурмату; طوزخورماتو
  Diyala; Дияла; ديالى; Diyalah
    Baqubah; Баакуба; بعقوبة; Baquba
    Khanaqin; Ханакин; خانقين
    Muqdadiyah; Микдадия; المقدادية
  Anbar; Анбар; الأنبار; Al-Anbar; Әнбар
    Ramadi; Рамади; Эр-Рамади; الرمادي
    Fallujah; Фаллуджа; Эль-Фаллуджа; الفلوجة; Falluja
    Qaim; Эль-Каим; Каим; القائم; Al-Qaim
    Haditha; Хадита; حديثة
    Hit; Хит; هيت; Heet
    Rutba; Рутба; الرطبة; Rutbah
    Ana; Анах; عانة
  Babil; Бабиль; Вавилон; بابل; Babylon
    Hillah; Хилла; Эль-Хилла; الحلة; Hilla
  Karbala; Кербела; Кербала; كربلاء; Kerbala
    *
  Najaf; Неджеф; Наджаф; النجف; An-Najaf
    *
    Kufa; Куфа; الكوفة
  Qadisiyyah; Кадисия; القادسية; Diwaniyah Governorate
    Diwaniyah; Дивания; Эд-Дивания; الديوانية
  Wasit; Васит; واسط
    Kut; Эль-Кут; Кут; الكوت; Al-Kut
  Maysan; Майсан; ميسان; Missan
    Amarah; Амара; Эль-Амара; العمارة; Amara
  Dhi Qar; Ди-Кар; Зи-Кар; ذي قار; Thi Qar
    Nasiriyah; Насирия; Эн-Насирия; الناصرية; Nasiriya
      Hut Prison; Аль-Хут; سجن الحوت; Nasiriyah Central Prison
  Muthanna; Мутанна; المثنى
    Samawah; Самава; Эс-Самава; السماوة; Samawa
  Basra; Басра; البصرة; Basrah
    *
    Umm Qasr; Умм-Каср; أم قصر
Syria; Сирия; سوريا; سورية; Suriye; Suriya; Шам; الشام; Sham
  Damascus; Дамаск; Дамаск; دمشق; Dimashq; Димашк
    *
      Mezzeh; Меззе; المزة; Mazzeh
  Rif Dimashq; Риф-Димашк; Риф Дамаск; ريف دمشق; Rural Damascus
    Douma; Дума; دوما
    Adra; Адра; عدرا
  Aleppo; Алеппо; Халеб; حلب; Halab; Халаб; Halep
    *
    Manbij; Манбидж; Мәнбиж; منبج; Menbij
    Bab; Эль-Баб; Аль-Баб; الباب; Al-Bab
    Jarabulus; Джараблус; جرابلس; Jarablus
    Azaz; Аазаз; Азаз; أعزاز; اعزاز
    Afrin; Африн; عفرين
    Kobani; Кобани; عين العرب; كوباني; Ain al-Arab; Айн-эль-Араб
  Homs; Хомс; حمص; Hims
    *
    Palmyra; Пальмира; Тадмор; تدمر; Tadmur; Tadmor
  Hama; Хама; حماة; Hamah
    *
  Latakia; Латакия; اللاذقية; Ladhiqiyah
    *
  Tartus; Тартус; طرطوس; Tartous
    *
  Idlib; Идлиб; إدلب; ادلب; Idleb
    *
    Jisr al-Shughur; Джиср-эш-Шугур; جسر الشغور
    Maarat al-Numan; Мааррат-эн-Нуман; معرة النعمان
    Sarmada; Сармада; سرمدا
    Atmeh; Атме; أطمة; Atma
  Raqqa; Ракка; Раққа; الرقة; Rakka; Ar-Raqqah
    *
    Tabqa; Табка; Эт-Табка; الطبقة; Tabka; Thawrah
    Ain Issa; Айн-Исса; عين عيسى; Ayn Isa
    Tal Abyad; Телль-Абьяд; Тель-Абьяд; تل أبيض; Tell Abyad
  Deir ez-Zor; Дейр-эз-Зор; Дейр эз Зор; دير الزور; Deir Ezzor; Dayr az-Zawr
    *
    Mayadin; Маядин; Эль-Маядин; الميادين; Mayadeen
    Abu Kamal; Абу-Кемаль; البوكمال; أبو كمال; Albu Kamal; Bukamal
    Baghuz; Багуз; الباغوز; Baghouz
    Hajin; Хаджин; هجين
    Omar Field; Эль-Омар; حقل العمر
  Hasakah; Хасака; Эль-Хасака; Хасеке; الحسكة; Hasaka; Hassakeh; Hesice
    *
      Ghuwayran; Гувайран; Гвейран; غويران; Gweiran; Сина; سجن الصناعة; Sinaa
    Hol; Аль-Холь; Эль-Холь; Аль-Хол; Әл-Хол; الهول; Al-Hol; Al-Hawl; Al Hol Camp
    Roj; Родж; Рож; روج; Al-Roj; Roj Camp; Рой; مخيم روج
    Qamishli; Камышлы; Эль-Камышлы; القامشلي; Qamishlo
    Malikiyah; Маликия; Дерик; المالكية; ديريك; Derik; Al-Malikiyah
    Ras al-Ayn; Рас-эль-Айн; رأس العين; Serekaniye
    Shaddadi; Шаддади; Эш-Шаддади; الشدادي; Shadadi
    Areesha; Ариша; العريشة; Arishah
  Daraa; Даръа; Дераа; درعا; Dara
    *
  Suwayda; Сувейда; Эс-Сувейда; السويداء; Sweida
    *
  Quneitra; Кунейтра; القنيطرة
    *
Kazakhstan; Қазақстан; Казахстан; كازاخستان; Qazaqstan; قازاقستان
  Astana; Астана; أستانا; Nur-Sultan; Нұр-Сұлтан; Нур-Султан; Tselinograd; Целиноград; Акмола; Ақмола
    *
  Almaty; Алматы; ألماتي; Alma-Ata; Алма-Ата; ألما آتا
    *
    Talgar; Талғар; Талгар
    Kaskelen; Қаскелең; Каскелен
  Shymkent; Шымкент; Чимкент; شيمكنت; Chimkent
    *
  Abai; Абай; Абай облысы; Абайская
    Semey; Семей; Семипалатинск; سيمي; Semipalatinsk
    Ayagoz; Аягөз; Аягоз
  Akmola; Ақмола; Акмолинская; أقمولا; Aqmola
    Kokshetau; Көкшетау; Кокшетау; كوكشيتاو
    Stepnogorsk; Степногор; Степногорск
  Aktobe; Ақтөбе; Актобе; Актюбинск; أكتوبي; Aqtobe; Актюбинская
    *
    Kandyagash; Қандыағаш; Кандыагаш
    Khromtau; Хромтау
  Atyrau; Атырау; أتيراو; Гурьев; Guryev
    *
    Kulsary; Құлсары; Кульсары
  West Kazakhstan; Батыс Қазақстан; Западно-Казахстанская; غرب كازاخستان; БҚО; ЗКО
    Uralsk; Орал; Уральск; أورال; Oral
    Aksai; Ақсай; Аксай
  East Kazakhstan; Шығыс Қазақстан; Восточно-Казахстанская; شرق كازاخستان; ШҚО; ВКО
    Oskemen; Өскемен; Усть-Каменогорск; أوسكمن; Ust-Kamenogorsk
    Ridder; Риддер
  Jetisu; Жетісу; Жетысу; جيتيسو
    Taldykorgan; Талдықорған; Талдыкорган; تالديقورغان
    Zharkent; Жаркент
  Jambyl; Жамбыл; Жамбылская; جامبيل; Zhambyl
    Taraz; Тараз; Джамбул; تاراز
    Shu; Шу
  Karaganda; Қарағанды; Караганда; كاراغاندي; Qaraghandy; Карагандинская
    *
    Temirtau; Теміртау; Темиртау; تيميرتاو
    Balkhash; Балқаш; Балхаш
  Kostanay; Қостанай; Костанай; Кустанай; كوستاناي; Qostanay; Костанайская
    *
    Rudny; Рудный
    Arkalyk; Арқалық; Аркалык
  Kyzylorda; Қызылорда; Кызылорда; Кзыл-Орда; قيزيلوردا; Qyzylorda; Кызылординская
    *
    Aral; Арал; Аральск
    Baikonur; Байқоңыр; Байконур
  Mangystau; Маңғыстау; Мангистау; مانغيستاو; Mangistau; Мангистауская
    Aktau; Ақтау; Актау; أكتاو; Aqtau; Шевченко
    Zhanaozen; Жаңаөзен; Жанаозен; Новый Узень
  Pavlodar; Павлодар; بافلودار; Павлодарская
    *
    Ekibastuz; Екібастұз; Экибастуз
  North Kazakhstan; Солтүстік Қазақстан; Северо-Казахстанская; شمال كازاخستان; СҚО; СКО
    Petropavl; Петропавл; Петропавловск; بيتروبافل; Petropavlovsk
  Turkistan; Түркістан; Туркестан; تركستان; Turkestan; Южно-Казахстанская; Туркестанская
    *
    Kentau; Кентау
    Saryagash; Сарыағаш; Сарыагаш
  Ulytau; Ұлытау; Улытау; أوليتاو
    Zhezkazgan; Жезқазған; Жезказган; Джезказган; جيزكازغان
    Satbayev; Сәтбаев; Сатпаев
Kyrgyzstan; Қырғызстан; Кыргызстан; Киргизия; قيرغيزستان; قرغيزستان; Kirgizia
  Bishkek; Бішкек; Бишкек; Фрунзе; بيشكك; Frunze
    *
  Osh; Ош; أوش; Ошская
    *
    Kara-Suu; Кара-Суу; Қара-Су
    Uzgen; Өзгөн; Узген; Özgön
  Jalal-Abad; Жалалабат; Джалал-Абад; Жалал-Абад; جلال آباد; Джалал-Абадская
    *
  Batken; Баткен; باتكين; Баткенская
    *
    Kyzyl-Kiya; Кызыл-Кия
  Issyk-Kul; Ыссык-Көл; Иссык-Куль; إيسيك كول; Ысықкөл
    Karakol; Каракол; Пржевальск; كاراكول
    Balykchy; Балыкчы
  Naryn; Нарын; نارين
    *
  Talas; Талас; طلاس
    *
  Chuy; Чүй; Чуйская; تشوي; Chui
    Tokmok; Токмок; Токмак; توكموك
    Kara-Balta; Кара-Балта
Uzbekistan; Өзбекстан; Узбекистан; أوزبكستان; اوزبكستان; O'zbekiston; Ўзбекистон
  Tashkent; Ташкент; Тәшкен; طشقند; Toshkent; Тошкент
    *
    Chirchiq; Чирчик; Чирчиқ
    Angren; Ангрен
  Andijan; Андижан; Әндіжан; أنديجان; Andijon; Андижон
    *
  Fergana; Фергана; Ферғана; فرغانة; Farg'ona; Фарғона
    *
    Kokand; Коканд; Қоқан; قوقند; Qo'qon
    Margilan; Маргилан; Марғилан
  Namangan; Наманган; نمنكان; Namangon
    *
  Samarkand; Самарканд; Самарқанд; سمرقند; Samarqand
    *
  Bukhara; Бухара; Бұхара; بخارى; Buxoro; Бухоро
    *
  Khorezm; Хорезм; Хорезмская; خوارزم; Xorazm
    Urgench; Ургенч; Үргеніш; أورغنج; Urganch
    Khiva; Хива; خيوة; Xiva
  Karakalpakstan; Қарақалпақстан; Каракалпакстан; قراقل باغستان; Qoraqalpog'iston
    Nukus; Нукус; Нөкіс; نوكوس
  Kashkadarya; Кашкадарья; Қашқадария; قاشقاداريا; Qashqadaryo
    Karshi; Карши; Қарши; قرشي; Qarshi
    Shahrisabz; Шахрисабз
  Surkhandarya; Сурхандарья; Сурхандария; سورخانداريا; Surxondaryo
    Termez; Термез; Термиз; ترمذ
  Syrdarya; Сырдарья; Сырдария; سيرداريا; Sirdaryo
    Gulistan; Гулистан
  Jizzakh; Джизак; Жиззах; جيزاك; Jizzax
    *
  Navoi; Навои; Науаи; نوائي; Navoiy
    *
Tajikistan; Тәжікстан; Таджикистан; طاجيكستان; Тоҷикистон
  Dushanbe; Душанбе; دوشنبه; دوشانبي
    *
  Sughd; Согд; Согдийская; Суғд; سغد; Sogd
    Khujand; Худжанд; Хуҷанд; خجند; Leninabad; Ленинабад
    Isfara; Исфара; إسفرة
    Istaravshan; Истаравшан; Ура-Тюбе
    Panjakent; Пенджикент; Панҷакент; بنجكنت
  Khatlon; Хатлон; Хатлонская; ختلان
    Bokhtar; Бохтар; Курган-Тюбе; بوختار; Qurghonteppa
    Kulob; Куляб; Кӯлоб; كولاب; Kulyab
    Vose; Восе
  Gorno-Badakhshan; Горно-Бадахшанская; Бадахшон; بدخشان; ГБАО
    Khorog; Хорог; Хоруғ; خوروغ
  Districts of Republican Subordination; Районы республиканского подчинения; РРП; Ноҳияҳои тобеи ҷумҳурӣ
    Vahdat; Вахдат; Ваҳдат; وحدت
    Tursunzoda; Турсунзаде
    Hisor; Гиссар; Ҳисор
Turkey; Түркия; Турция; تركيا; Türkiye; Turkiye
  Ankara; Анкара; أنقرة
    *
  Istanbul; Ыстамбұл; Стамбул; إسطنبول; اسطنبول; İstanbul
    *
  Gaziantep; Газиантеп; غازي عنتاب; Antep; عنتاب
    *
  Sanliurfa; Шанлыурфа; شانلي أورفا; Urfa; أورفا; Şanlıurfa
    *
  Hatay; Хатай; هاتاي
    Antakya; Антакья; أنطاكيا
    Reyhanli; Рейханлы; الريحانية
  Kilis; Килис; كلس
    *
  Adana; Адана; أضنة
    *
  Mersin; Мерсин; مرسين
    *
  Konya; Конья; قونية
    *
  Izmir; Измир; إزمير
    *
  Antalya; Анталья; أنطاليا
    *
  Mardin; Мардин; ماردين
    *
  Kayseri; Кайсери; قيصري
    *
Russia; Ресей; Россия; روسيا; РФ; Российская Федерация
  Moscow; Мәскеу; Москва; موسكو
    *
  Saint Petersburg; Санкт-Петербург; سانت بطرسبرغ; Петербург; СПб
    *
  Chechnya; Чечня; Шешенстан; الشيشان; Чеченская
    Grozny; Грозный; غروزني
    Gudermes; Гудермес
    Argun; Аргун
  Dagestan; Дагестан; Дағыстан; داغستان
    Makhachkala; Махачкала; محج قلعة
    Khasavyurt; Хасавюрт; خاسافيورت
    Derbent; Дербент; دربند
  Ingushetia; Ингушетия; إنغوشيا
    Nazran; Назрань; نازران
    Magas; Магас
  Kabardino-Balkaria; Кабардино-Балкария; قبردينو بلقاريا
    Nalchik; Нальчик; نالتشيك
  North Ossetia; Северная Осетия; أوسيتيا الشمالية
    Vladikavkaz; Владикавказ; فلاديقوقاز
  Tatarstan; Татарстан; تتارستان
    Kazan; Қазан; Казань; قازان
  Bashkortostan; Башқұртстан; Башкортостан; باشكورتوستان; Башкирия
    Ufa; Уфа; أوفا
  Astrakhan; Астрахань; Астрахан; أستراخان; Астраханская
    *
  Orenburg; Оренбург; Орынбор; أورينبورغ; Оренбургская
    *
  Omsk; Омск; Омбы; أومسك; Омская
    *
  Novosibirsk; Новосибирск; نوفوسيبيرسك; Новосибирская
    *
  Saratov; Саратов; ساراتوف; Саратовская
    *
  Samara; Самара; سامارا; Самарская
    *
  Volgograd; Волгоград; فولغوغراد; Волгоградская
    *
  Chelyabinsk; Челябинск; Челябі; تشيليابينسك; Челябинская
    *
  Tyumen; Тюмень; Түмен; تيومين; Тюменская
    *
  Stavropol; Ставрополь; ستافروبول; Ставропольский
    *
`

/** Words that say what kind of place it is; a place is found without them. Those of a region tell it from its city. */
export const kinds = {
  region:
    'province governorate region oblast obl district область обл провинция мухафаза губернаторство край республика облысы облыс аймағы вилояти viloyati вилоят محافظه ولايه اقليم',
  other:
    'city town village camp prison jail detention centre center central orphanage shelter hospital street near from in at the of republic refugee women children г город село с посёлок поселок лагерь лагере тюрьма тюрьме тюрьмы сизо колония приют детский дом больница район ул улица под из в около рядом центральная женская қаласы қала қ ауылы ауыл лагері түрме түрмесі түрмеде балалар үйі мекен қасында شارع مدينه قريه مخيم سجن دار الايتام ايتام ملجا مستشفي مركز في من قرب حي قضاء ناحيه النساء نساء المركزي مديريه',
}
