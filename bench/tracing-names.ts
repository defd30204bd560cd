import { existsSync, readFileSync } from 'node:fs'
import { VARIANTS } from '../names/src/rules/variants.ts'

const files = new URL('../../shared/data/names/', import.meta.url)

/** One name part as it is met in Latin, Russian and Arabic letters, each spelling as often as it was counted. */
export type Spelt = { latin: string; russian: string[]; arabic: string[] }
export type NameStock = { female: Spelt[]; male: Spelt[]; surnames: Spelt[]; source: string }

const female =
  `aisha fatima khadija maryam zainab safiya amal asel dana dinara farida gulnara habiba hana jamila karima khalida laila
  leila lina malika marwa noor nura rabia sabina saida salma samira sara sofia tamara yasmin zahra zara zarina`.split(
    /\s+/,
  )
const male =
  `ali omar yusuf ibrahim hamza khalid abdullah adam akhmed anas aslan asad daniyar dias eldar farid farhad harun hassan
  hussein ilyas jafar jamal malik marat musa otman rashid rayan sabir said sami serik shamil sulaiman sultan taha yakub
  yunus zaid zakariya`.split(/\s+/)

function readRows(name: string): Map<string, string[]> {
  const rows = new Map<string, string[]>()
  for (const line of readFileSync(new URL(name, files), 'utf8').split('\n')) {
    const [latin, letters, count] = line.split('\t')
    if (!latin || !letters) continue
    const times = Math.min(10, Number(count))
    rows.set(latin, [...(rows.get(latin) ?? []), ...Array<string>(times).fill(letters.replaceAll(' ', ''))])
  }
  return rows
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

/** Names with all their counted spellings where the counts are there; else those of the names science's own rows. */
export function nameStock(): NameStock {
  if (!existsSync(new URL('en-ar.tsv', files))) return stockOfVariants()
  const [arabic, russian] = [readRows('en-ar.tsv'), readRows('en-ru.tsv')]
  const spelt = (latin: string): Spelt[] => {
    const [ar, ru] = [arabic.get(latin), russian.get(latin)]
    return ar && ru ? [{ latin: capital(latin), russian: ru.map(capital), arabic: ar }] : []
  }
  const both = [...arabic.keys()].filter((latin) => russian.has(latin))
  // Rare names fill up both lists: what a family called a child need not be common.
  const rare = both.filter((latin) => /^[a-z]{4,8}$/.test(latin) && !/(ov|ev|ova|eva|man|son)$/.test(latin))
  const every = (n: number) => rare.filter((_, at) => at % 97 === n)
  return {
    female: [...female, ...every(3)].flatMap(spelt),
    male: [...male, ...every(7)].flatMap(spelt),
    surnames: both.filter((latin) => /(ov|ev)$/.test(latin)).flatMap(spelt),
    source: 'spellings counted by Merhav and Ash (COLING 2018)',
  }
}

function stockOfVariants(): NameStock {
  const rows = VARIANTS.flatMap((forms): Spelt[] => {
    const [latin, russian, arabic] = [/[A-Za-z]/, /[а-яё]/i, /[ء-ي]/].map((letters) =>
      forms.filter((form) => letters.test(form)),
    )
    return latin![0] && russian!.length && arabic!.length
      ? [{ latin: latin![0], russian: russian!, arabic: arabic! }]
      : []
  })
  const surnames = rows.map(({ latin, russian, arabic }) => ({
    latin: `${latin}ov`,
    russian: russian.map((form) => `${form}ов`),
    arabic: arabic.map((form) => `${form}وف`),
  }))
  const half = Math.floor(rows.length / 2)
  return {
    female: rows.slice(0, half),
    male: rows.slice(half),
    surnames,
    source: 'rows of the names science',
  }
}
