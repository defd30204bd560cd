import { refuse } from '../../platform/refusal.ts'
import type { AddedKit, KitCosts } from '../model/advice.ts'
import type { DrawnPerson } from '../model/family.ts'

/** More people than this make more plans than anybody compares: 2^8 subsets. */
export const MOST_ASKED = 8

/**
 * How likely somebody is to agree, for the sums: a convention of this house and no measurement, said on the
 * screen. Nobody is left out of a plan because of a guess about them.
 */
export const AGREEING = { likely: 1, unlikely: 0.5 }

/**
 * How likely a stranger shares a line, while nobody knows which haplotype it will be: one in a hundred, cautious for
 * mtDNA, and for Y because clans share theirs (Rst between Kazakh clans 0.156, Heyer et al. 2009). Said on the screen.
 */
export const LINE_SHARED = 0.01

/** The 23 autosomal loci of PowerPlex Fusion 6C: what a laboratory of the region types first. */
export const USUAL_LOCI = [
  ...['D3S1358', 'D1S1656', 'D2S441', 'D10S1248', 'D13S317', 'Penta E', 'D16S539', 'D18S51', 'D2S1338'],
  ...['CSF1PO', 'Penta D', 'TH01', 'vWA', 'D21S11', 'D7S820', 'D5S818', 'TPOX', 'D8S1179', 'D12S391'],
  ...['D19S433', 'SE33', 'D22S1045', 'FGA'],
]

/** Refuses what no advice can be given on: a child who has no parents in the drawing, or too many to ask. */
export function requireAdvisable(people: DrawnPerson[], child: string, asked: string[]): void {
  const drawn = people.find((person) => person.id === child)
  if (!drawn) refuse('child-not-drawn', { person: child })
  if (drawn?.father === null) refuse('child-without-parents', { person: child })
  if (asked.length > MOST_ASKED) refuse('too-many-to-ask', { most: MOST_ASKED })
}

/** What each kit holds and costs a sample. */
export function kitContents(
  costs: KitCosts,
): { id: AddedKit; more: boolean; line: 'Y' | 'MT' | null; cost: number }[] {
  return [
    { id: 'more', more: true, line: null, cost: costs.more },
    { id: 'mtdna', more: false, line: 'MT', cost: costs.line },
    { id: 'more-mtdna', more: true, line: 'MT', cost: costs.more + costs.line },
    { id: 'y', more: false, line: 'Y', cost: costs.line },
  ]
}
