import { genomeOf, genomesOf } from '../relatedness/genomes.ts'
import { relationshipName } from '../relatedness/relationship-name.ts'
import type { Sketch } from './choose-plans.ts'
import type { AdviceInput, Plan, Saying, SharedLine } from './types.ts'

/** A chance that needs nothing more, one below which an answer is unlikely, and a gain that is none. */
const words = { enough: 0.99, unlikely: 0.5, nothing: 0.01 }

/** What the plans say, for an app to put in words. */
export function sayingsOf(
  input: AdviceInput,
  sketches: Sketch[],
  { now, best, lines }: { now: Plan; best: Plan; lines: SharedLine[] },
): Saying[] {
  const sayings: Saying[] = []
  const isMore = best.test.length > 0 || best.kit !== null
  if (now.chance >= words.enough) sayings.push({ code: 'enough-already', chance: now.chance })
  else if (isMore && best.chance - now.chance >= words.nothing) {
    const { test, kit, cost } = best
    sayings.push({ code: 'test', test, kit, from: now.chance, to: best.chance, cost })
  }
  if (best.chance < words.unlikely) sayings.push({ code: 'answer-unlikely', chance: best.chance })
  return [...sayings, ...uselessPeople(input, sketches), ...uselessKits(input, sketches, lines)]
}

function uselessPeople({ pedigrees, missing, reachable }: AdviceInput, sketches: Sketch[]): Saying[] {
  const genomes = genomesOf(pedigrees)
  return reachable.flatMap(({ id }): Saying[] => {
    const gain = gainOf(sketches, id)
    if (gain === null || gain >= words.nothing) return []
    const relationship = relationshipName(genomes, genomeOf(genomes, id), genomeOf(genomes, missing))
    return [{ code: 'adds-nothing', person: id, relationship, gain }]
  })
}

/** The most somebody adds to any plan looked at both with and without them, in chance or (lest a chance of 0 hide
 * what they tell) in mean log10 LR; `null` when there is no such plan. */
function gainOf(sketches: Sketch[], id: string): number | null {
  const keyOf = (test: string[], kit: string | null) => JSON.stringify([[...test].sort(), kit])
  const byKey = new Map(sketches.map((sketch) => [keyOf(sketch.test, sketch.kit), sketch]))
  const gains = sketches.flatMap((sketch) => {
    if (!sketch.test.includes(id)) return []
    const without = byKey.get(
      keyOf(
        sketch.test.filter((other) => other !== id),
        sketch.kit,
      ),
    )
    if (!without) return []
    const information = sketch.expectedLog10LR - without.expectedLog10LR
    return [Math.max(sketch.chance - without.chance, information >= 0.1 ? words.nothing : 0)]
  })
  return gains.length === 0 ? null : Math.max(...gains)
}

function uselessKits({ kits = [] }: AdviceInput, sketches: Sketch[], lines: SharedLine[]): Saying[] {
  return kits.flatMap((kit): Saying[] => {
    const alone = lines.filter((line) => line.kit === kit.id && line.people.length === 0)
    const none = alone.map(({ marker }): Saying => ({ code: 'no-shared-line', kit: kit.id, marker }))
    const gain = kitGain(sketches, kit.id)
    if (none.length > 0 || gain >= words.nothing) return none
    return [{ code: 'kit-adds-nothing', kit: kit.id, gain }]
  })
}

/** The most a kit adds to the chance of any selection of relatives. */
function kitGain(sketches: Sketch[], kit: string): number {
  const alone = new Map(
    sketches.filter((one) => one.kit === null).map((one) => [JSON.stringify(one.test), one.chance]),
  )
  const gains = sketches.flatMap((one) => {
    const without = alone.get(JSON.stringify(one.test))
    return one.kit === kit && without !== undefined ? [one.chance - without] : []
  })
  return Math.max(0, ...gains)
}
