import { useNavigate } from '@tanstack/react-router'
import { type MouseEvent, useId, useMemo } from 'react'
import { direction, type Language, useLanguage, useWords } from '../../design/kit.ts'
import { textDirection } from '../../design/languages/language.ts'
import { PersonSymbol } from '../../design/pedigree/Symbol.tsx'
import { useRoom } from '../../design/pedigree/useRoom.ts'
import { layoutFamily } from '../family/layout.ts'
import { words } from '../words.ts'
import type { FamilyGraph } from './asking.ts'
import { fileAddress, inLines, labelOf } from './family-words.ts'

const CELL = 132
const LINE = 150
const HEAD = 30
const SYMBOL_AT = 40
const FONT = 13
const NAME_LINE = 16
const NOTE_LINE = 14

type Person = FamilyGraph['people'][number]
type Point = { x: number; y: number }
/** `under`: how far below its middle a person's symbol and texts reach. */
type Ends = Point & { under: number }

/**
 * Generations under one another, as wide as there is room and never wider: a row that is too long goes on below.
 * Mirrored right to left. People who have a file are links; the same is said in a list underneath.
 */
export function FamilyDrawing({ family, here }: { family: FamilyGraph; here: string }) {
  const t = useWords(words)
  const id = useId()
  const language = useLanguage()
  const isMirrored = direction(language) === 'rtl'
  const { frame, room } = useRoom()
  const columns = Math.max(2, Math.floor(Math.min(room, 1200) / CELL))
  const layout = useMemo(() => layoutFamily(family.people, family.links, columns), [family, columns])
  const width = Math.max(layout.columns * CELL, Math.min(room, 1200))
  // Each row has its heading over its first line.
  const top = (line: number) => line * LINE + layout.rows.filter((row) => row.from <= line).length * HEAD
  const texts = new Map(family.people.map((person) => [person.key, textsOf(person, language, t)]))
  const at = (key: string): Ends | undefined => {
    const place = layout.at.get(key)
    if (!place) return undefined
    const x = (width - layout.columns * CELL) / 2 + place.x * CELL
    const { name, note } = texts.get(key)!
    const under = 36 + name.length * NAME_LINE + note.length * NOTE_LINE
    return { x: isMirrored ? width - x : x, y: top(place.y - 0.5) + SYMBOL_AT, under }
  }
  return (
    <figure className="tracing-family">
      <div ref={frame}>
        {/* biome-ignore lint/a11y/useSemanticElements: an image would hide the links inside it */}
        <svg
          role="group"
          aria-labelledby={`${id}-title ${id}-desc`}
          viewBox={`0 0 ${width} ${layout.lines * LINE + layout.rows.length * HEAD}`}
          style={{ maxInlineSize: width }}
        >
          <title id={`${id}-title`}>{t('tracing.family.title')}</title>
          <desc id={`${id}-desc`}>
            {t('tracing.family.description', { people: family.people.length, links: family.links.length })}
          </desc>
          {family.links.map((link) => (
            <LinkLine
              key={`${link.from} ${link.to} ${link.role}`}
              {...{ link, a: at(link.from), b: at(link.to), centre: width / 2 }}
            />
          ))}
          {layout.rows.map((row) => (
            <RowHeading
              key={String(row.above)}
              {...{ row, width, isMirrored }}
              y={top(row.from) - HEAD + 18}
            />
          ))}
          {family.people.map((person) => {
            const point = at(person.key)
            return point ? (
              <PersonMark key={person.key} {...{ person, point, here, texts: texts.get(person.key)! }} />
            ) : null
          })}
        </svg>
      </div>
      <figcaption className="tracing-family-key small soft">
        <span data-line="said">{t('tracing.family.said')}</span>
        <span data-line="confirmed">{t('tracing.family.confirmed')}</span>
        <span>{t('tracing.family.keys')}</span>
      </figcaption>
    </figure>
  )
}

type HeadingProps = { row: { above: number | null }; width: number; isMirrored: boolean; y: number }

function RowHeading({ row: { above }, width, isMirrored, y }: HeadingProps) {
  const t = useWords(words)
  const key = above === null ? 'beside' : Math.min(3, Math.max(0, above))
  return (
    <g>
      <path className="tracing-family-row" d={`M0 ${y + 7}H${width}`} />
      {/* In a right-to-left page the start of a text is its right end. */}
      <text
        className="tracing-family-head"
        x={isMirrored ? width : 0}
        y={y}
        direction={isMirrored ? 'rtl' : 'ltr'}
      >
        {t(`tracing.family.row.${key}`)}
      </text>
    </g>
  )
}

type LineProps = { link: FamilyGraph['links'][number]; a?: Ends; b?: Ends; centre: number }

/**
 * From under the upper one's name to the lower one's symbol; past a row between it bends outwards, around whoever
 * stands there. In one line an arc above the symbols.
 */
function LinkLine({ link, a, b, centre }: LineProps) {
  if (!a || !b) return null
  const [upper, lower] = a.y <= b.y ? [a, b] : [b, a]
  const [from, to] = [upper.y + upper.under, lower.y - 22]
  const side = (a.x + b.x) / 2 - centre || lower.x - centre
  const aside = to - from > LINE ? (side < 0 ? -1 : 1) * CELL * 0.9 : 0
  const middle = (from + to) / 2
  const d =
    a.y === b.y
      ? `M${a.x} ${a.y - 20}Q${(a.x + b.x) / 2} ${a.y - 62} ${b.x} ${b.y - 20}`
      : `M${upper.x} ${from}C${upper.x + aside} ${middle} ${lower.x + aside} ${middle} ${lower.x} ${to}`
  const said = link.confirmed ? 'confirmed' : 'said'
  return <path className="tracing-family-line" data-line={said} data-role={link.role} d={d} />
}

type Texts = { name: string[]; note: string[] }

function textsOf(person: Person, language: Language, t: (key: string) => string): Texts {
  const note = t(`tracing.family.kind.${person.kind}`)
  return { name: inLines(labelOf(person, language), 17, 2), note: inLines(note, 20, 2) }
}

type MarkProps = { person: Person; point: Point; here: string; texts: Texts }

function PersonMark({ person, point, here, texts: { name, note } }: MarkProps) {
  const navigate = useNavigate()
  const drawn = (
    <>
      <circle className="tracing-family-ground" r={24} />
      <PersonSymbol person={{ sex: person.sex, inQuestion: person.file === here }} />
      {name.map((line, n) => (
        <Label key={line} line={line} y={42 + n * NAME_LINE} strong />
      ))}
      {note.map((line, n) => (
        <Label key={line} line={line} y={43 + name.length * NAME_LINE + n * NOTE_LINE} />
      ))}
    </>
  )
  const transform = `translate(${point.x} ${point.y})`
  if (!person.file || person.file === here) return <g transform={transform}>{drawn}</g>
  const href = fileAddress(person.kind, person.file)
  const open = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    void navigate({ to: href })
  }
  return (
    <g transform={transform}>
      <a href={href} className="tracing-family-person" onClick={open}>
        <rect
          className="tracing-family-focus"
          x={-CELL / 2 + 4}
          y={-30}
          width={CELL - 8}
          height={LINE - 26}
          rx={8}
        />
        {drawn}
      </a>
    </g>
  )
}

function Label({ line, y, strong }: { line: string; y: number; strong?: boolean }) {
  return (
    <text
      className={strong ? 'tracing-family-name' : 'tracing-family-note'}
      y={y}
      fontSize={strong ? FONT : FONT - 2}
      direction={textDirection(line) ?? 'ltr'}
      textAnchor="middle"
    >
      {line}{' '}
    </text>
  )
}
