import { formatDate, formatDateTime } from '../../design/languages/dates.ts'
import { direction, type Language, textDirection } from '../../design/languages/language.ts'
import { wordsOf } from '../../design/languages/messages.ts'
import { literal as exact, setPaper } from '../../platform/paper.ts'
import type { Disclosure } from './disclosure.ts'
import type { Erasure } from './model.ts'
import { words } from './words.ts'

/** The isolates of our sentences mean nothing to Typst, which orders the two directions by itself. */
const literal = (value: string): string => exact(value.replace(/[\u2066-\u2069]/g, ''))

const marks = { ltr: '\u200e', rtl: '\u200f' }
/** What was written in the other direction keeps its own inside the paper. */
function text(language: Language, value: string): string {
  const own = textDirection(value)
  return literal(own && own !== direction(language) ? `${marks[own]}${value}${marks[own]}` : value)
}

const ltr = (value: string): string => `#box[#text(dir: ltr)[${literal(value)}]]`
const title = (value: string): string => `#text(size: 1.6em, weight: "bold")[${literal(value)}]\n\n`
const heading = (value: string): string =>
  `#v(0.8em)\n#text(size: 1.15em, weight: "bold")[${literal(value)}]\n\n`
const pairs = (facts: [string, string][]): string =>
  `#grid(columns: (11em, 1fr), column-gutter: 1em, row-gutter: 0.65em,\n${facts
    .map(([term, value]) => `[#text(fill: luma(35%))[${literal(term)}]], [${value}]`)
    .join(',\n')})\n`
const paragraph = (value: string): string => `${literal(value)}\n\n`

type Say = (key: string, values?: Record<string, string | number>) => string
const sayIn = (language: Language): Say => {
  const say = wordsOf(words, language)
  return (key, values) => (key in words ? say(key as never, values) : key)
}

/** A key nobody has words for is read as it is written: `sealWhole` is `seal whole`. */
function labelOf(say: Say, key: string): string {
  const word = `kept.field.${key}`
  return word in words ? say(word) : key.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()
}

function valueText(say: Say, language: Language, value: unknown): string {
  if (value === true || value === false) return say(value ? 'kept.yes' : 'kept.no')
  if (Array.isArray(value)) return value.map((one) => valueText(say, language, one)).join(', ')
  if (typeof value === 'object' && value !== null) {
    const { other } = value as { other?: string }
    if (other && `kept.other.${other}` in words) return say(`kept.other.${other}`)
    return Object.entries(value)
      .map(([key, one]) => `${labelOf(say, key)}: ${valueText(say, language, one)}`)
      .join('; ')
  }
  const written = String(value ?? '–')
  if (written === 'you') return say('kept.you')
  if (/^\d{4}-\d{2}-\d{2}$/.test(written)) return formatDate(language, written)
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(written)) return formatDateTime(language, written)
  if (`kept.value.${written}` in words) return say(`kept.value.${written}`)
  return written
}

function factBody(say: Say, language: Language, fact: Disclosure['facts'][number]): string {
  const by = fact.by ? say(`kept.by.${fact.by}`) : say('kept.by.none')
  const facts = Object.entries(fact.said).map(([key, value]): [string, string] => [
    labelOf(say, key),
    text(language, valueText(say, language, value)),
  ])
  const head = `#text(weight: "bold")[${literal(formatDate(language, fact.at.slice(0, 10)))}] #text(fill: luma(35%))[${literal(by)}]\n\n`
  return `#block(breakable: true, above: 1em)[${head}${facts.length ? pairs(facts) : ''}]\n`
}

/** Everything about a person as a paper to be read: by classes of data, then who opened the file, then how long it is kept. */
export function disclosurePaper(told: Disclosure): Buffer {
  const { language } = told
  const say = sayIn(language)
  const classes = [...new Set(told.facts.map((fact) => fact.class))]
  const body = [
    title(say('kept.title')),
    paragraph(
      say('kept.lead', {
        at: formatDateTime(language, told.madeAt),
        on: formatDate(language, told.request.receivedOn),
      }),
    ),
    paragraph(say('kept.others')),
    ...classes.flatMap((what) => [
      heading(say(`kept.class.${what}`)),
      ...told.facts.filter((fact) => fact.class === what).map((fact) => factBody(say, language, fact)),
    ]),
    heading(say('kept.opened')),
    told.opened.length
      ? pairs(
          told.opened.map(({ at, by }) => [
            formatDateTime(language, at),
            literal(by ? say(`kept.by.${by}`) : say('kept.by.none')),
          ]),
        )
      : paragraph(say('kept.opened.none')),
    heading(say('kept.how-long')),
    told.kept.length
      ? pairs(
          told.kept.map(({ data, until }) => [
            say(`data.${data}`),
            literal(say('kept.until', { until: formatDate(language, until.slice(0, 10)) })),
          ]),
        )
      : paragraph(say('kept.no-period')),
    heading(say('kept.rights')),
    paragraph(say('kept.rights.text')),
  ].join('\n')
  return setPaper({ language, title: say('kept.title'), body })
}

export type Certificate = {
  language: Language
  file: string
  erasure: Erasure
  askedBy: string
  confirmedBy: string
  madeAt: string
  /** Checkpoint origin of the log. */
  event: { id: string; seq: number }
  namedElsewhere: number
}

/** What was destroyed, by whom, on what ground; what remains and why; and where it stands in the log. */
export function certificatePaper(given: Certificate): Buffer {
  const { language, erasure } = given
  const say = sayIn(language)
  // After a name in the other letters the day goes on in the paper's own direction.
  const at = (iso: string) => literal(`${marks[direction(language)]}${formatDateTime(language, iso)}`)
  const { erased, swept } = erasure
  const body = [
    title(say('certificate.title')),
    paragraph(say(`certificate.what.${erasure.what}`)),
    pairs([
      [say('certificate.file'), ltr(given.file)],
      [say('certificate.ground'), literal(say(`ground.${erasure.ground}`))],
      [say('certificate.asked'), `${text(language, given.askedBy)}, ${at(erasure.askedAt)}`],
      [say('certificate.confirmed'), `${text(language, given.confirmedBy)}, ${at(erased!.recordedAt)}`],
      [say('certificate.swept'), swept ? at(swept.recordedAt) : literal(say('certificate.not-swept'))],
      [say('certificate.event'), `${ltr(`${given.event.id}`)}`],
    ]),
    heading(say('certificate.destroyed')),
    paragraph(say('certificate.keys', { n: erased!.detail.keys })),
    ...(swept ? [paragraph(say('certificate.tables', { n: swept.detail.tables }))] : []),
    heading(say('certificate.remains')),
    paragraph(say('certificate.log')),
    ...(erasure.what === 'dna' ? [paragraph(say('certificate.finding'))] : []),
    paragraph(say('certificate.named', { n: given.namedElsewhere })),
    paragraph(say('certificate.backups')),
    ...(swept && !swept.detail.logOfChanges ? [paragraph(say('certificate.wal'))] : []),
    heading(say('certificate.check')),
    paragraph(say('certificate.check.text')),
  ].join('\n')
  return setPaper({ language, title: say('certificate.title'), body })
}
