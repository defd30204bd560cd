/**
 * Endings that make a fond, respectful or short form of a given name. Each row: the endings as written, what the
 * form costs beside the full name (log10, assumed), and whose habit it is. From general knowledge, not counted; the
 * works to check it against: Жанұзақов, Есбаева, "Қазақ есімдері" (1988); Begmatov, "Oʻzbek ismlari" (1998).
 */
export type EndingRow = readonly [endings: string, cost: number, why: string]

/** After the whole name: Айгерім-жан, Нодира-хон. What is cut off had to be added by somebody, so it costs. */
export const ADDED: readonly EndingRow[] = [
  ['жан жән jan zhan can', 0.4, 'Kazakh, Turkish: dear'],
  ['жон ҷон джон джан jon djon djan joon', 0.4, 'Uzbek, Tajik, Persian: dear'],
  ['جان جون', 0.4, 'the same in Arabic letters'],
  ['хон xon khon хан khan خان', 0.6, 'Uzbek, Tajik: respectful, after a woman or a man'],
  ['бек бик bek beg بيك بك', 1, 'Turkic: lord; also makes names of its own'],
  ['ой oy oi бибі биби бибӣ bibi بيبي', 1, 'Uzbek, Tajik: after a woman; also makes names of its own'],
  [
    'гүл гул гуль gul gül gúl كول غول',
    1,
    'Turkic, Persian: flower, after a woman; also makes names of its own',
  ],
  ['тай tay tai', 0.7, 'Kazakh: little one'],
  ['қан кан ақ', 1.2, 'Kazakh: fond (Ерқан)'],
  ['ша шә sha', 1, 'Kazakh, Tajik: fond'],
  ['ака aka', 0.6, 'Uzbek: elder brother, written together'],
  ['чик cik çik ча ча', 1.2, 'Tatar, Turkish: little'],
]

/** After the beginning of the name alone: Нұр-еке for Нұрлан, Айгер-а for Айгерім. Much of the name is lost. */
export const CLIPPED: readonly EndingRow[] = [
  ['еке екең eke äke', 1, 'Kazakh: respectful (Нұреке, Асеке)'],
  ['ош ыш іш еш аш osh ysh ish esh ash', 1, 'Kazakh: fond (Дидош, Қарлыш)'],
  ['ка ик ік ок öк уля уша юша ka ik ulya usha', 1, 'Russian endings on Kazakh names (Айгерка, Нурик)'],
  ['оша ошка енька очка ечка', 1, 'Russian: fond'],
  ['а a', 1.2, 'Russian ending on a Kazakh name (Айгера)'],
  ['oş uş iş o', 1.2, 'Turkish: fond (Fatoş, Zeyno)'],
]
