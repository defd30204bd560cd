import type { Message, Messages } from '../../design/languages/messages.ts'
import type { RequirementId } from '../corridors.ts'

/** Of each requirement: its name, what it needs to be met, and how it reads when a child waits for it. */
const requirements: Record<RequirementId, { name: Message; needs: Message }> = {
  kinship: {
    name: {
      kk: 'Туыстықтың дәлелі',
      ru: 'Доказательство родства',
      en: 'Proof of kinship',
      ar: 'إثبات القرابة',
    },
    needs: {
      kk: 'Екі адам қол қойған туыстық туралы шешім. Ол «Дәлелдеу» бекетінде қабылданады да, осында өзі белгіленеді.',
      ru: 'Решение о родстве, подписанное двумя людьми. Его принимают на станции «Доказательство», и здесь оно отмечается само.',
      en: 'The decision on kinship, signed by two people. It is taken at “Prove” and is marked here by itself.',
      ar: 'قرار القرابة بتوقيع شخصين. يُتخذ في محطة «الإثبات» ويُسجَّل هنا تلقائيًا.',
    },
  },
  'mother-consent': {
    name: { kk: 'Анасының келісімі', ru: 'Согласие матери', en: 'Mother’s consent', ar: 'موافقة الأم' },
    needs: {
      kk: 'Анасы өз еркімен, өзіне түсінікті тілде берген, нотариус немесе консул куәландырған келісім. Көшірмесі анасында қалады.',
      ru: 'Согласие, которое мать дала свободно и на понятном ей языке, заверенное нотариусом или консулом. Копия остаётся у неё.',
      en: 'The consent the mother gave freely and in a language she understands, certified by a notary or a consul. A copy stays with her.',
      ar: 'موافقة أعطتها الأم بحرية وبلغة تفهمها، مصدّقة من كاتب عدل أو قنصل. تبقى نسخة لديها.',
    },
  },
  'guardian-consent': {
    name: {
      kk: 'Қорғаншының келісімі',
      ru: 'Согласие опекуна',
      en: 'Guardian’s consent',
      ar: 'موافقة الوصي',
    },
    needs: {
      kk: 'Анасы қайтыс болған немесе табылмаған: сот тағайындаған қорғаншының келісімі мен сот құжаты.',
      ru: 'Матери нет в живых или её не нашли: согласие опекуна, назначенного судом, и постановление суда.',
      en: 'The mother is dead or could not be found: the consent of a guardian named by a court, with the court’s paper.',
      ar: 'الأم متوفاة أو لم يُعثر عليها: موافقة وصيّ عيّنته المحكمة مع قرار المحكمة.',
    },
  },
  'best-interests': {
    name: {
      kk: 'Бала мүддесі туралы шешім',
      ru: 'Решение в интересах ребёнка',
      en: 'Best-interests decision',
      ar: 'قرار مصلحة الطفل الفضلى',
    },
    needs: {
      kk: 'Осы бала туралы жеке шешім: себептері, баланың өз пікірі және екі адамның қолы.',
      ru: 'Отдельное решение об этом ребёнке: с доводами, с мнением самого ребёнка и с подписями двух людей.',
      en: 'A decision about this one child: its reasons, the child’s own view, and the signatures of two people.',
      ar: 'قرار يخص هذا الطفل وحده: بأسبابه، ورأي الطفل نفسه، وتوقيع شخصين.',
    },
  },
  judge: {
    name: { kk: 'Судьяның шешімі', ru: 'Решение судьи', en: 'Judge’s order', ar: 'قرار القاضي' },
    needs: {
      kk: 'Баланы елден шығаруға рұқсат беретін жергілікті судьяның шешімі.',
      ru: 'Решение местного судьи, которое разрешает ребёнку покинуть страну.',
      en: 'The order of the local judge that lets the child leave the country.',
      ar: 'قرار القاضي المحلي الذي يسمح للطفل بمغادرة البلد.',
    },
  },
  'prison-release': {
    name: {
      kk: 'Түрмеден шығару қағазы',
      ru: 'Пропуск из тюрьмы',
      en: 'Release by the prison',
      ar: 'إذن الخروج من السجن',
    },
    needs: {
      kk: 'Түрме бастығының баланы шығару туралы қағазы: кімге, қай күні, қай қақпада.',
      ru: 'Бумага начальника тюрьмы о выходе ребёнка: кому передают, в какой день, у каких ворот.',
      en: 'The prison’s paper letting the child out: to whom, on which day, at which gate.',
      ar: 'ورقة من إدارة السجن بخروج الطفل: لمن يُسلَّم، وفي أي يوم، وعند أي بوابة.',
    },
  },
  'exit-permit': {
    name: { kk: 'Елден шығу рұқсаты', ru: 'Разрешение на выезд', en: 'Exit permit', ar: 'إذن مغادرة البلد' },
    needs: {
      kk: 'Көші-қон қызметінің елден шығуға рұқсаты.',
      ru: 'Разрешение миграционной службы на выезд из страны.',
      en: 'The migration authority’s permit to leave the country.',
      ar: 'إذن دائرة الهجرة بمغادرة البلد.',
    },
  },
  'travel-document': {
    name: {
      kk: 'Қайтып оралу куәлігі',
      ru: 'Свидетельство на возвращение',
      en: 'Certificate of return',
      ar: 'شهادة العودة',
    },
    needs: {
      kk: 'Консул берген, бір рет кіруге жарамды қайтып оралу куәлігі. Үстіндегі соңғы күнін жазыңыз.',
      ru: 'Выданное консулом свидетельство на возвращение, на один въезд. Впишите последний день его действия.',
      en: 'The consul’s certificate of return, good for one entry. Write down its last day.',
      ar: 'شهادة عودة صادرة عن القنصل، صالحة لدخول واحد. اكتب آخر يوم لصلاحيتها.',
    },
  },
  'receiving-authority': {
    name: {
      kk: 'Қабылдайтын жақтың хаты',
      ru: 'Письмо принимающей стороны',
      en: 'Receiving authority',
      ar: 'خطاب الجهة المستقبِلة',
    },
    needs: {
      kk: 'Баланы үйде кім қарсы алатынын айтқан мекеменің хаты: қай орталық, қай күннен.',
      ru: 'Письмо учреждения, которое встретит ребёнка дома: какой центр, с какого дня.',
      en: 'The letter of the authority that will receive the child at home: which centre, from which day.',
      ar: 'خطاب الجهة التي ستستقبل الطفل في وطنه: أي مركز، ومن أي يوم.',
    },
  },
  'fit-to-fly': {
    name: { kk: 'Ұшуға жарамдылық', ru: 'Годность к перелёту', en: 'Fit to fly', ar: 'اللياقة للطيران' },
    needs: {
      kk: 'Ұшар алдындағы 72 сағат ішінде дәрігердің қарап, берген қорытындысы. Оны дәрігерлер ғана оқиды.',
      ru: 'Заключение врача по осмотру не раньше чем за 72 часа до вылета. Его читают только врачи.',
      en: 'A doctor’s statement after an examination within 72 hours of the flight. Only doctors read it.',
      ar: 'شهادة طبيب بعد فحص خلال 72 ساعة قبل الرحلة. لا يقرؤها إلا الأطباء.',
    },
  },
}

const each = (make: (name: Message) => Message, key: (id: string) => string): Messages =>
  Object.fromEntries(Object.entries(requirements).map(([id, { name }]) => [key(id), make(name)]))

const after = (name: Message, add: Message): Message => ({
  kk: `${name.kk} ${add.kk}`,
  ru: `${name.ru} ${add.ru}`,
  en: `${name.en} ${add.en}`,
  ar: `${name.ar} ${add.ar}`,
})

const ended: Message = { kk: '(мерзімі өтті)', ru: '(срок истёк)', en: '(expired)', ar: '(انتهت صلاحيته)' }
const endsEarly: Message = {
  kk: '(ұшу күніне жетпейді)',
  ru: '(истечёт до вылета)',
  en: '(ends before the flight)',
  ar: '(ينتهي قبل الرحلة)',
}

export const requirementWords: Messages = {
  ...each(
    (name) => name,
    (id) => `clearance.requirement.${id}`,
  ),
  ...Object.fromEntries(
    Object.entries(requirements).map(([id, { needs }]) => [`clearance.needs.${id}`, needs]),
  ),
  ...each(
    (name) => name,
    (id) => `waits.needs-${id}`,
  ),
  ...each(
    (name) => after(name, ended),
    (id) => `waits.expired-${id}`,
  ),
  ...each(
    (name) => after(name, endsEarly),
    (id) => `waits.expires-${id}`,
  ),
  ...each(
    (name) => ({
      kk: `Алдымен мынау керек: ${name.kk}.`,
      ru: `Сначала нужно: ${name.ru}.`,
      en: `This comes first: ${name.en}.`,
      ar: `يلزم أولًا: ${name.ar}.`,
    }),
    (id) => `refusal.comes-after-${id}`,
  ),
  ...each(
    () => ({
      kk: 'Дәліздің тәртібі: бұл талап басқасынан кейін ғана орындалады.',
      ru: 'Порядок коридора: это требование выполняется после другого.',
      en: 'The corridor’s order: this requirement is met after another one.',
      ar: 'ترتيب المسار: يُستوفى هذا الشرط بعد شرط آخر.',
    }),
    (id) => `rule.comes-after-${id}`,
  ),
}
