import type { z } from 'zod'
import type { Birth } from '../../casefile/model.ts'
import { birthYears } from '../../casefile/rules.ts'
import { ageOn, formatAge } from '../../design/languages/ages.ts'
import type { Language } from '../../design/languages/language.ts'
import { wordsOf } from '../../design/languages/messages.ts'
import type { Planned } from '../model.ts'
import { becauseIn, listIn, professionIn } from '../saying.ts'
import { words } from '../words.ts'
import { clockOf, timeOn } from './time.ts'
import { code, heading, pairs, paragraph, said, table, title } from './typst.ts'

export type ManifestFacts = {
  language: Language
  operation: string
  route: string
  recorded: Planned
  checksum: string
  stale: boolean
  printedAt: string
  nameOf(id: string): string
  birthOf(id: string): z.infer<typeof Birth> | undefined
  professionsOf(id: string): string[]
  /** The others of the child's party. */
  partyOf(id: string): string[]
}

/** The manifest as Typst: everybody aboard, and on a list of their own those who wait, each with why. */
export function manifestBody(facts: ManifestFacts): string {
  const { language, recorded } = facts
  const t = wordsOf(words, language)
  const isChild = (id: string) => recorded.children.includes(id)
  const { assignments, waiting } = recorded.plan
  const children = assignments.filter(({ id }) => isChild(id))
  const adults = assignments.filter(({ id }) => !isChild(id))
  const left = waiting.filter(({ id }) => isChild(id))
  const counts = { children: children.length, adults: adults.length, waiting: left.length }
  return [
    title(t('evacuation.manifest')),
    header(facts),
    paragraph(t('evacuation.paper.count', counts)),
    facts.stale ? `#strong[${said(t('evacuation.paper.stale'))}]\n` : '',
    heading(t('evacuation.paper.children')),
    childTable(facts, children),
    heading(t('evacuation.paper.adults')),
    adultTable(facts, adults),
    heading(t('evacuation.waiting')),
    waitingTable(facts, left),
  ].join('\n')
}

function header({ language, operation, route, recorded, checksum, printedAt }: ManifestFacts): string {
  const t = wordsOf(words, language)
  const clock = clockOf(recorded.flightAt)
  return pairs([
    [t('evacuation.paper.operation'), said(operation)],
    [t('evacuation.paper.route'), code(route)],
    [t('evacuation.paper.flight'), said(timeOn(language, recorded.flightAt, clock))],
    [t('evacuation.paper.plan'), said(t('evacuation.paper.version', { n: recorded.version }))],
    [t('evacuation.paper.checksum'), code(checksum)],
    [t('evacuation.paper.printed'), said(timeOn(language, printedAt, clock))],
  ])
}

type Assignments = Planned['plan']['assignments']

function childTable(facts: ManifestFacts, children: Assignments): string {
  const { language, nameOf, partyOf, recorded } = facts
  const t = wordsOf(words, language)
  const escortOf = (id: string) => recorded.plan.escorts.find((one) => one.passengers.includes(id))?.adult
  const columns = ['name', 'age'].map((key) => t(`evacuation.paper.${key}` as 'evacuation.paper.name'))
  const head = [
    numberIn(language),
    ...columns,
    t('evacuation.seat'),
    t('evacuation.paper.with'),
    t('evacuation.party'),
  ]
  const rows = children.map(({ id, seat, lapOf }, at) => {
    const escort = lapOf ?? escortOf(id)
    const others = listIn(language, partyOf(id).map(nameOf))
    return [
      ...[
        String(at + 1),
        said(nameOf(id)),
        said(ageIn(facts, id)),
        lapOf ? said(t('evacuation.lap')) : code(seat ?? '–'),
      ],
      ...[said(escort ? nameOf(escort) : '–'), said(others || t('evacuation.alone'))],
    ]
  })
  return table(['auto', '2fr', '1.1fr', 'auto', '2fr', '2fr'], head, rows)
}

/** How the column of running numbers is headed; the Arabic م stands for مسلسل. */
const numberIn = (language: Language): string => (language === 'ar' ? 'م' : '№')

/** Age on the day of the flight; the infants' in months too, as the crew has to know them. */
function ageIn({ language, birthOf, recorded }: ManifestFacts, id: string): string {
  const birth = birthOf(id)
  const years = birth && birthYears(birth)
  if (!years) return wordsOf(words, language)('evacuation.paper.unknown-age')
  if (birth.date) return formatAge(language, ageOn(birth.date, recorded.flightAt, clockOf(recorded.flightAt)))
  const middle = String(Math.floor((years.earliest + years.latest) / 2))
  return formatAge(language, ageOn(middle, recorded.flightAt, clockOf(recorded.flightAt)))
}

function adultTable(
  { language, nameOf, professionsOf, recorded }: ManifestFacts,
  adults: Assignments,
): string {
  const t = wordsOf(words, language)
  const head = [
    ...[numberIn(language), t('evacuation.paper.name'), t('evacuation.paper.profession')],
    ...[t('evacuation.seat'), t('evacuation.paper.looks-after')],
  ]
  const rows = adults.map(({ id, seat }, at) => {
    const cared = recorded.plan.escorts.find((one) => one.adult === id)?.passengers ?? []
    return [
      ...[
        String(at + 1),
        said(nameOf(id)),
        said(
          listIn(
            language,
            professionsOf(id).map((one) => professionIn(language, one)),
          ),
        ),
      ],
      ...[
        seat ? code(seat) : said(t('evacuation.seat-crew')),
        said(listIn(language, cared.map(nameOf)) || '–'),
      ],
    ]
  })
  return table(['auto', '2fr', '2fr', 'auto', '3fr'], head, rows)
}

function waitingTable({ language, nameOf }: ManifestFacts, waiting: Planned['plan']['waiting']): string {
  const t = wordsOf(words, language)
  if (waiting.length === 0) return paragraph(t('evacuation.paper.nobody-waits'))
  const rows = waiting.map(({ id, because }, at) => [
    ...[String(at + 1), said(nameOf(id))],
    said(because.map((one) => becauseIn(language, one, nameOf)).join(' ')),
  ])
  return table(
    ['auto', '2fr', '5fr'],
    [numberIn(language), t('evacuation.paper.name'), t('evacuation.paper.why')],
    rows,
  )
}
