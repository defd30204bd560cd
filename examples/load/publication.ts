import type { Loader } from './loader.ts'

const accounts = {
  kk: {
    title: 'Он төрт бала үйге қайтуға дайындалып жатыр',
    text: 'Бағдаттағы мекемеден он төрт бала табылды. Олардың әжелері, апалары мен ағалары Қазақстанда табылып, туыстығы ДНҚ арқылы анықталуда.\nНәтижелер Ирак тарапына тексеруге беріледі. Құжаттары дайын болған балалар бірге ұшады, қалғандарының әрқайсысы үшін себебі жазылған.\nБұл әңгімедегі адамдар ойдан шығарылған.',
  },
  ru: {
    title: 'Четырнадцать детей готовятся вернуться домой',
    text: 'В учреждении в Багдаде нашли четырнадцать детей. Их бабушек, тёть и дядь разыскали в Казахстане, родство устанавливается по ДНК.\nРезультаты передаются иракской стороне, которая проверяет их сама. Дети, чьи документы готовы, полетят вместе; для каждого из остальных записано, чего он ждёт.\nЛюди в этом рассказе вымышлены.',
  },
  en: {
    title: 'Fourteen children are getting ready to come home',
    text: 'Fourteen children were found in an institution in Baghdad. Their grandmothers, aunts and uncles were traced in Kazakhstan, and the kinship is being proved by DNA.\nThe results go to the Iraqi side, which checks them for itself. Children whose papers are ready fly together; for each of the others it is written down what they wait for.\nThe people of this account are invented.',
  },
  ar: {
    title: 'أربعة عشر طفلًا يستعدون للعودة إلى ديارهم',
    text: 'عُثر على أربعة عشر طفلًا في مؤسسة ببغداد. وُجدت جدّاتهم وعمّاتهم وخالاتهم وأعمامهم وأخوالهم في كازاخستان، ويجري إثبات القرابة بالحمض النووي.\nتُسلَّم النتائج إلى الجانب العراقي الذي يتحقق منها بنفسه. الأطفال الذين اكتملت أوراقهم يسافرون معًا، ولكل طفل من الباقين مكتوب ما ينتظره.\nالأشخاص في هذه الرواية من نسج الخيال.',
  },
}

/** The account in four languages, the figures that can be shown, and a slip that a reader reported. */
export async function publish(loader: Loader): Promise<void> {
  const operation = loader.operation()
  for (const language of ['kk', 'ru', 'en', 'ar'] as const)
    await loader.ask('editor', 'publication', 'publishAccount', {
      operation,
      account: { language, ...accounts[language] },
    })
  for (const figure of ['children', 'girls', 'boys', 'families-found', 'kinship-decided'] as const)
    await loader.ask('editor', 'publication', 'publishFigure', { operation, figure })
  const report = {
    page: `/public/${operation}`,
    language: 'kk' as const,
    selected: 'Бағдаттағы',
    before: '',
    after: ' мекемеден он төрт бала табылды.',
    comment: '«Бағдадтағы» деп жазылмай ма?',
  }
  await loader.ask('anyone', 'publication', 'reportCorrection', { report })
}
