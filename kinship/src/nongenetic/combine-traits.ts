import { refuse } from '../refusal.ts'
import type { Note } from '../types.ts'
import type { TraitRatio } from './trait-ratio.ts'

/** Somebody's word, with their reason, that the pieces of evidence are independent: nothing here can know it. */
export type StatedIndependence = { assumption: 'independent'; reason: string }

export type CombinedTraits = {
  traits: TraitRatio[]
  LR: number
  log10LR: number
  independence: StatedIndependence
  notes: Note[]
}

/**
 * The product of ratios other than DNA, only where their independence is stated with a reason.
 *
 * @example Sex 1.9 and place 3.6: 6.84.
 * @throws KinshipRefusal `independence-not-stated`, `no-traits`, `fact-twice`
 */
export function combineNongenetic(traits: TraitRatio[], independence: StatedIndependence): CombinedTraits {
  checkIndependence(independence)
  if (traits.length === 0) refuse('no-traits', 'There is no evidence other than DNA to combine.')
  const used = traits.flatMap(({ facts }) => facts)
  const twice = used.find((fact, index) => used.indexOf(fact) !== index)
  if (twice !== undefined) {
    refuse(
      'fact-twice',
      `Two ratios rest on the same fact (${twice}): it would be counted twice; keep one of them.`,
    )
  }
  const log10LR = traits.reduce((sum, trait) => sum + trait.log10LR, 0)
  return {
    traits,
    LR: traits.reduce((product, { LR }) => product * LR, 1),
    log10LR,
    independence,
    notes: [
      {
        code: 'independence-stated',
        message: `The traits are multiplied because their independence was stated: ${independence.reason}`,
      },
      ...togetherNotes(traits),
    ],
  }
}

/** @throws KinshipRefusal `independence-not-stated` */
export function checkIndependence(stated: StatedIndependence): void {
  if (stated?.assumption !== 'independent' || !(stated.reason?.trim().length > 0)) {
    refuse(
      'independence-not-stated',
      'Ratios are multiplied only when somebody states that they are independent and why: { assumption: "independent", reason }. Otherwise show them apart.',
    )
  }
}

/** Colours of one person go together in a population; taken apart they count a common cause more than once. */
function togetherNotes(traits: TraitRatio[]): Note[] {
  const colours = traits.filter(({ facts }) => facts.some((fact) => ['hair', 'eyes', 'skin'].includes(fact)))
  return colours.length < 2
    ? []
    : [
        {
          code: 'colours-go-together',
          message: `${colours.map(({ trait }) => trait).join(' and ')} go together in most populations: their product overstates the evidence. Weigh them as one from people counted by all of them.`,
        },
      ]
}
