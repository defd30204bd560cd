import { useId, useMemo } from 'react'
import { textDirection } from '../languages/language.ts'
import {
  FONT,
  type PedigreeLayout,
  type PedigreePerson,
  pedigreeNumbers,
  type Scaled,
  SYMBOL,
  scaleLayout,
} from './model.ts'
import { PedigreeList } from './PedigreeList.tsx'
import { PersonSymbol } from './Symbol.tsx'
import { useRoom } from './useRoom.ts'

export type PedigreeProps = {
  /** What is drawn: "Child 11 and Гүлнар". */
  title: string
  /** One sentence saying what it shows; read aloud with the title. */
  description: string
  people: readonly PedigreePerson[]
  layout: PedigreeLayout
}

// "III-12" is the longest number of a drawing anyone can read.
const NUMBER_LENGTH = 6
/** How far a drawing may shrink before its frame scrolls instead. */
const SMALLEST = 0.45

/**
 * A family drawing with the field's symbols. It stays as it is in a right-to-left page (fathers left, as in
 * every laboratory report); only the labels follow their own script. Where it would shrink below readable
 * letters, as on a phone, the people get the usual numbers (II-2) and are named in a list underneath.
 */
export function Pedigree({ title, description, people, layout }: PedigreeProps) {
  const id = useId()
  const longest = Math.max(0, ...people.flatMap((one) => [one.label.length, one.note?.length ?? 0]))
  const { frame, room } = useRoom()
  const named = useMemo(() => scaleLayout(layout, longest), [layout, longest])
  // Below 12 px letters nobody reads them in a lorry: numbers then, which need less room.
  const numbered = (room / named.width) * FONT < 12
  const scaled = useMemo(
    () => (numbered ? scaleLayout(layout, NUMBER_LENGTH) : named),
    [layout, named, numbered],
  )
  const scale = Math.min(1, Math.max(SMALLEST, room / scaled.width))
  const numbers = useMemo(() => pedigreeNumbers(layout), [layout])
  return (
    <figure className="pedigree">
      <div className="pedigree-frame" ref={frame}>
        <svg
          role="img"
          aria-labelledby={`${id}-title ${id}-desc`}
          viewBox={`0 0 ${scaled.width} ${scaled.height}`}
          // Never larger than drawn, never so small that symbols vanish (then the frame scrolls).
          style={{ maxInlineSize: scaled.width, minInlineSize: scaled.width * SMALLEST }}
        >
          <title id={`${id}-title`}>{title}</title>
          <desc id={`${id}-desc`}>{description}</desc>
          <Lines layout={layout} scaled={scaled} />
          {layout.people.map((place) => {
            const person = people.find((one) => one.id === place.id)
            if (!person) return null
            const [x, y] = scaled.at(place)
            return (
              <g key={place.id} transform={`translate(${x} ${y})`}>
                <PersonSymbol person={person} />
                {numbered ? (
                  <NumberLabel number={numbers.get(place.id) ?? ''} person={person} scale={scale} />
                ) : (
                  <PersonLabel person={person} />
                )}
              </g>
            )
          })}
        </svg>
      </div>
      <PedigreeList people={people} layout={layout} numbers={numbered ? numbers : undefined} />
    </figure>
  )
}

function Lines({ layout, scaled }: { layout: PedigreeLayout; scaled: Scaled }) {
  const path = (points: readonly { x: number; y: number }[]) =>
    points.length === 0 ? '' : `M${points.map((point) => scaled.at(point).join(' ')).join('L')}`
  return layout.unions.map((union) => {
    const key = `${union.father}+${union.mother}`
    const partners = path(union.partners)
    return (
      <g key={key}>
        <path
          className="pedigree-line"
          d={[union.descent, union.sibship, ...union.drops].map(path).join('')}
        />
        {union.consanguineous ? (
          <>
            <path className="pedigree-double" d={partners} />
            <path className="pedigree-double-gap" d={partners} />
          </>
        ) : (
          <path className="pedigree-line" d={partners} />
        )}
      </g>
    )
  })
}

function PersonLabel({ person }: { person: PedigreePerson }) {
  const first = SYMBOL + (person.inQuestion || person.deceased ? 26 : 20)
  return (
    <>
      <Label line={person.label} at={first} size={FONT} strong />
      {person.note ? (
        <Label line={person.note} at={first + FONT * 1.35} size={FONT} asked={person.couldBeAsked} />
      ) : null}
    </>
  )
}

function NumberLabel({ number, person, scale }: { number: string; person: PedigreePerson; scale: number }) {
  const first = SYMBOL + (person.inQuestion || person.deceased ? 8 : 2)
  return <Label line={number} at={first + 12 / scale} size={12 / scale} />
}

/** One centred line in its own direction: SVG text does not take it from its letters by itself. */
function Label(props: { line: string; at: number; size: number; strong?: boolean; asked?: boolean }) {
  const { line, at, size, strong, asked } = props
  return (
    <text
      className={asked ? 'pedigree-text pedigree-text-asked' : 'pedigree-text'}
      y={at}
      fontSize={size}
      fontWeight={strong ? 600 : 400}
      direction={textDirection(line) ?? 'ltr'}
      textAnchor="middle"
    >
      {line}
    </text>
  )
}
